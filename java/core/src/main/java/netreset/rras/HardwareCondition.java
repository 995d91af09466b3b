// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import netreset.rras.abi.RasHardwareCondition;

/** State of a port's hardware: {@code enum RAS_HARDWARE_CONDITION} of mprapi.h. */
public enum HardwareCondition {
    OPERATIONAL(RasHardwareCondition.RAS_HARDWARE_OPERATIONAL),
    FAILURE(RasHardwareCondition.RAS_HARDWARE_FAILURE),
    /** A value that the header doesn't have; {@link PortDetail#hardwareValue()} is what came. */
    UNKNOWN(-1);

    private final int value;

    HardwareCondition(int value) {
        this.value = value;
    }

    static HardwareCondition of(int value) {
        return Enums.of(values(), condition -> condition.value, value, UNKNOWN);
    }
}
