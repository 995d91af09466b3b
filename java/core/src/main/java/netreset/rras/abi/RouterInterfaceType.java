// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/** {@code enum ROUTER_INTERFACE_TYPE} of mprapi.h; a server may send other values. */
public final class RouterInterfaceType {
    public static final int ROUTER_IF_TYPE_CLIENT = 0;
    public static final int ROUTER_IF_TYPE_HOME_ROUTER = 1;
    public static final int ROUTER_IF_TYPE_FULL_ROUTER = 2;
    public static final int ROUTER_IF_TYPE_DEDICATED = 3;
    public static final int ROUTER_IF_TYPE_INTERNAL = 4;
    public static final int ROUTER_IF_TYPE_LOOPBACK = 5;
    public static final int ROUTER_IF_TYPE_TUNNEL1 = 6;
    public static final int ROUTER_IF_TYPE_DIALOUT = 7;

    private RouterInterfaceType() {}
}
