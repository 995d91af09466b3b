// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/** {@code <raserror.h>}: codes from {@link #RASBASE} to {@link #RASBASEEND}, those that say something about a port. */
public final class Raserror {
    public static final int PENDING = 600;
    public static final int RASBASE = 600;
    public static final int ERROR_INVALID_PORT_HANDLE = 601;
    public static final int ERROR_PORT_NOT_CONNECTED = 606;
    public static final int ERROR_PORT_NOT_FOUND = 615;
    public static final int ERROR_PORT_NOT_OPEN = 618;
    public static final int ERROR_PORT_DISCONNECTED = 619;
    public static final int ERROR_DISCONNECTION = 628;
    public static final int ERROR_REMOTE_DISCONNECTION = 629;
    public static final int ERROR_HARDWARE_FAILURE = 630;
    public static final int ERROR_USER_DISCONNECTION = 631;
    public static final int ERROR_PORT_NOT_AVAILABLE = 633;
    public static final int ERROR_REQUEST_TIMEOUT = 638;
    public static final int ERROR_NO_CONNECTION = 668;
    public static final int ERROR_PORT_OR_DEVICE = 692;
    public static final int RASBASEEND = 870;

    private Raserror() {}
}
