// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/** {@code <mprerror.h>}: codes from {@link #ROUTEBASE} to {@link #ROUTEBASEEND}, those that say something about a port or the service. */
public final class Mprerror {
    public static final int ERROR_ROUTER_STOPPED = 900;
    public static final int ROUTEBASE = 900;
    public static final int ERROR_DDM_NOT_RUNNING = 903;
    public static final int ERROR_NO_SUCH_INTERFACE = 905;
    public static final int ERROR_INTERFACE_NOT_CONNECTED = 906;
    public static final int ERROR_NOT_CLIENT_PORT = 913;
    public static final int ERROR_NOT_ROUTER_PORT = 914;
    public static final int ERROR_SERVICE_IS_PAUSED = 928;
    public static final int ROUTEBASEEND = 956;

    private Mprerror() {}
}
