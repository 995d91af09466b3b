// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import netreset.bridge.Bridge;
import netreset.bridge.Bridges;
import netreset.bridge.CLibrary;
import netreset.bridge.NoBridgeException;

/**
 * The Linux backend's ETHTOOL_RESET alone, without the look, the guard and the journal around it; here for the package's
 * own way to make it, which nobody else is offered.
 */
public final class BackendCall {
    private final EthtoolSocket socket;
    private final String nic;
    private final int flags;

    private BackendCall(EthtoolSocket socket, String nic, int flags) {
        this.socket = socket;
        this.nic = nic;
        this.flags = flags;
    }

    public static BackendCall by(String bridge, String nic, int flags) {
        try {
            Bridge found = Bridges.find().named(bridge, CLibrary.LIBC);
            return new BackendCall(EthtoolSocket.open(found), nic, flags);
        } catch (NoBridgeException | SystemCallException e) {
            throw new IllegalStateException(bridge, e);
        }
    }

    /** Resets. */
    public void run() {
        int result = socket.reset(nic, flags);
        if (result != 0 || socket.remaining() != 0) {
            throw new IllegalStateException(nic + ": " + result + ", left " + socket.remaining());
        }
    }
}
