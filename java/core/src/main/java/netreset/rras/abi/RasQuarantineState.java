// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/** {@code enum RAS_QUARANTINE_STATE} of mprapi.h; a server may send other values. */
public final class RasQuarantineState {
    public static final int RAS_QUAR_STATE_NORMAL = 0;
    public static final int RAS_QUAR_STATE_QUARANTINE = 1;
    public static final int RAS_QUAR_STATE_PROBATION = 2;
    public static final int RAS_QUAR_STATE_NOT_CAPABLE = 3;

    private RasQuarantineState() {}
}
