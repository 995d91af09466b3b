// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import netreset.rras.abi.RasPortCondition;

/** State of a port: {@code enum RAS_PORT_CONDITION} of mprapi.h. */
public enum PortCondition {
    NON_OPERATIONAL(RasPortCondition.RAS_PORT_NON_OPERATIONAL),
    DISCONNECTED(RasPortCondition.RAS_PORT_DISCONNECTED),
    CALLING_BACK(RasPortCondition.RAS_PORT_CALLING_BACK),
    LISTENING(RasPortCondition.RAS_PORT_LISTENING),
    AUTHENTICATING(RasPortCondition.RAS_PORT_AUTHENTICATING),
    AUTHENTICATED(RasPortCondition.RAS_PORT_AUTHENTICATED),
    INITIALIZING(RasPortCondition.RAS_PORT_INITIALIZING),
    /** A value that the header doesn't have; {@link RasPort#conditionValue()} is what came. */
    UNKNOWN(-1);

    private final int value;

    PortCondition(int value) {
        this.value = value;
    }

    static PortCondition of(int value) {
        return Enums.of(values(), condition -> condition.value, value, UNKNOWN);
    }
}
