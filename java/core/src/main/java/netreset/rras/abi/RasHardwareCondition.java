// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/** {@code enum RAS_HARDWARE_CONDITION} of mprapi.h; a server may send other values. */
public final class RasHardwareCondition {
    public static final int RAS_HARDWARE_OPERATIONAL = 0;
    public static final int RAS_HARDWARE_FAILURE = 1;

    private RasHardwareCondition() {}
}
