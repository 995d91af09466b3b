// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import netreset.bridge.Bridges;
import netreset.bridge.CLibrary;
import netreset.bridge.NoBridgeException;
import netreset.linux.abi.Ethtool;

/** The guard-page probe of lo, which is sure to have no reset; here for the package's own way to ask. */
public final class LoopbackProbe implements AutoCloseable {
    private final EthtoolSocket socket;
    private final ResetProbe probe;
    private final GuardPage page;

    private LoopbackProbe(EthtoolSocket socket, ResetProbe probe, GuardPage page) {
        this.socket = socket;
        this.probe = probe;
        this.page = page;
    }

    /** By this bridge, for who has CAP_NET_ADMIN. */
    public static LoopbackProbe by(String name) {
        try {
            var bridge = Bridges.find().named(name, CLibrary.LIBC);
            EthtoolSocket socket = EthtoolSocket.open(bridge);
            LoopbackProbe made = new LoopbackProbe(
                    socket, ResetProbe.open(bridge, socket), GuardPage.map(bridge, Ethtool.ETHTOOL_RESET));
            if (!made.isRefused()) {
                throw new IllegalStateException("lo can't be probed: root can");
            }
            return made;
        } catch (NoBridgeException | SystemCallException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks; the kernel says that lo has none. */
    public boolean isRefused() {
        return probe.probe("lo") == ResetProbe.Answer.NOT_IMPLEMENTED;
    }

    /** For others who ask: the address of a command that ends where nobody can read on. */
    public long commandAddress() {
        return page.wordAddress();
    }

    @Override
    public void close() {
        page.close();
        probe.close();
        socket.close();
    }
}
