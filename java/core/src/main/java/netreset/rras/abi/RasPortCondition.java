// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/** {@code enum RAS_PORT_CONDITION} of mprapi.h; a server may send other values. */
public final class RasPortCondition {
    public static final int RAS_PORT_NON_OPERATIONAL = 0;
    public static final int RAS_PORT_DISCONNECTED = 1;
    public static final int RAS_PORT_CALLING_BACK = 2;
    public static final int RAS_PORT_LISTENING = 3;
    public static final int RAS_PORT_AUTHENTICATING = 4;
    public static final int RAS_PORT_AUTHENTICATED = 5;
    public static final int RAS_PORT_INITIALIZING = 6;

    private RasPortCondition() {}
}
