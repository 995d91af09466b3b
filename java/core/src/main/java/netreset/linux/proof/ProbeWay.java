// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

import java.net.InetAddress;
import java.util.Optional;
import netreset.ResetException;
import netreset.bridge.Libc;
import netreset.linux.abi.Netlink;
import netreset.linux.ladder.Site;
import netreset.linux.netlink.KernelSocket;
import netreset.linux.netlink.NetlinkException;
import org.jspecify.annotations.Nullable;

/**
 * How a destination is probed: an address by echo, a port by connecting, a neighbour by ARP or neighbour discovery.
 *
 * @param address whom
 * @param port TCP; 0 for none
 * @param neighbour whether the kernel is to ask
 */
record ProbeWay(InetAddress address, int port, boolean neighbour) {
    /**
     * Finds out who is meant.
     *
     * @throws ProbeException if the kernel knows nobody who could be
     */
    static ProbeWay to(Site site, Destination destination, int index) throws ProbeException, ResetException {
        InetAddress address = destination.address();
        if (address != null) {
            return new ProbeWay(address, destination.port(), false);
        }
        boolean gateway = destination.kind() == Destination.Kind.GATEWAY;
        try (KernelSocket route = site.open(() -> KernelSocket.open(site.libc(), Netlink.NETLINK_ROUTE))) {
            Neighbours neighbours = new Neighbours(route);
            Optional<InetAddress> found = gateway ? neighbours.gateway(index) : neighbours.best(index);
            String missing = gateway
                    ? "no route through it has a gateway"
                    : "the kernel knows no neighbour there that could be asked; name an address";
            return new ProbeWay(found.orElseThrow(() -> new ProbeException(missing, 0)), 0, true);
        } catch (NetlinkException e) {
            throw new ProbeException(e.call(), e.errno());
        }
    }

    /** Ready to send through a NIC. */
    Probe open(Site site, int index) throws ProbeException, ResetException {
        if (port != 0) {
            return new TcpConnect(site, address, port, index);
        }
        Libc libc = site.libc();
        Opened opened = site.open(() -> {
            try {
                return new Opened(open(libc, index), null);
            } catch (ProbeException e) {
                return new Opened(null, e);
            }
        });
        if (opened.fault() != null) {
            throw opened.fault();
        } else if (opened.probe() == null) {
            throw new IllegalStateException("neither a probe nor a fault");
        }
        return opened.probe();
    }

    private Probe open(Libc libc, int index) throws ProbeException {
        return neighbour ? NeighbourProbe.open(libc, address, index) : IcmpEcho.open(libc, address, index);
    }

    private record Opened(@Nullable Probe probe, @Nullable ProbeException fault) {}
}
