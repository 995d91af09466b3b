// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import netreset.rras.abi.RouterInterfaceType;

/** What is at the other end of a connection: {@code enum ROUTER_INTERFACE_TYPE} of mprapi.h. */
public enum InterfaceType {
    CLIENT(RouterInterfaceType.ROUTER_IF_TYPE_CLIENT),
    HOME_ROUTER(RouterInterfaceType.ROUTER_IF_TYPE_HOME_ROUTER),
    FULL_ROUTER(RouterInterfaceType.ROUTER_IF_TYPE_FULL_ROUTER),
    DEDICATED(RouterInterfaceType.ROUTER_IF_TYPE_DEDICATED),
    INTERNAL(RouterInterfaceType.ROUTER_IF_TYPE_INTERNAL),
    LOOPBACK(RouterInterfaceType.ROUTER_IF_TYPE_LOOPBACK),
    TUNNEL1(RouterInterfaceType.ROUTER_IF_TYPE_TUNNEL1),
    DIALOUT(RouterInterfaceType.ROUTER_IF_TYPE_DIALOUT),
    /** A value that the header doesn't have; {@link RasConnection#interfaceTypeValue()} is what came. */
    UNKNOWN(-1);

    private final int value;

    InterfaceType(int value) {
        this.value = value;
    }

    static InterfaceType of(int value) {
        return Enums.of(values(), type -> type.value, value, UNKNOWN);
    }
}
