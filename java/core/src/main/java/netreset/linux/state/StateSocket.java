// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import netreset.bridge.Libc;
import netreset.linux.abi.Errno;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Rtmsg;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.abi.Socket;
import netreset.linux.netlink.KernelSocket;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.netlink.Request;

/**
 * Takes snapshots of the NICs of one network namespace, and puts them back: the one the thread that calls {@link #open} is
 * in. Bound to no thread afterwards, but used by one at a time. Reading needs no privilege, putting back CAP_NET_ADMIN
 * (and for the number of virtual functions root).
 */
public final class StateSocket implements AutoCloseable {
    private static final int IPV4_BYTES = 4;

    private final KernelSocket route;
    private final KernelSocket generic;
    private final EthtoolFamily ethtool;
    private final KernelFiles files;

    private StateSocket(KernelSocket route, KernelSocket generic, KernelFiles files) {
        this.route = route;
        this.generic = generic;
        this.ethtool = new EthtoolFamily(generic);
        this.files = files;
    }

    /**
     * Opens sockets in the network namespace of the calling thread.
     *
     * @throws NetlinkException if they can't be opened
     */
    public static StateSocket open(Libc libc, KernelFiles files) throws NetlinkException {
        KernelSocket route = KernelSocket.open(libc, Netlink.NETLINK_ROUTE);
        try {
            return new StateSocket(route, KernelSocket.open(libc, Netlink.NETLINK_GENERIC), files);
        } catch (NetlinkException e) {
            route.close();
            throw e;
        }
    }

    /**
     * Everything that is configured in the namespace.
     *
     * @throws NetlinkException if the kernel doesn't tell
     */
    public Tables tables() throws NetlinkException {
        return Tables.read(route);
    }

    /**
     * Links, addresses, routes and their nexthops; rules and neighbours are left out.
     *
     * @throws NetlinkException if the kernel doesn't tell
     */
    public Tables ways() throws NetlinkException {
        return Tables.readWays(route);
    }

    /**
     * What is configured on the link with this ifindex; empty if there is none.
     *
     * @throws NetlinkException if the kernel doesn't tell
     */
    public Optional<Snapshot> snapshot(int index) throws NetlinkException {
        return new SnapshotReader(tables(), ethtool, files).read(index);
    }

    /**
     * Puts back what is missing of a snapshot. May be called again: it starts from what is there.
     *
     * @param before taken before what lost it
     * @param index the NIC's ifindex now, maybe another than before
     * @return what it came to; refusals of the kernel are in it
     * @throws NetlinkException if the kernel can't be asked how things are
     */
    public Restoration restore(Snapshot before, int index) throws NetlinkException {
        return new Restorer(before, index, route, ethtool, files, StateSocket::sleep).restore();
    }

    /**
     * The link by which packets to an IP address would leave; 0 if none would.
     *
     * @param address 4 or 16 bytes
     * @throws NetlinkException if the kernel doesn't tell
     */
    public int wayTo(ByteBuffer address) throws NetlinkException {
        Request request = new Request("RTM_GETROUTE", Rtnetlink.RTM_GETROUTE, Netlink.NLM_F_REQUEST | Netlink.NLM_F_ACK)
                .u8(address.capacity() == IPV4_BYTES ? Socket.AF_INET : Socket.AF_INET6)
                .u8(address.capacity() * Byte.SIZE)
                .bytes(ByteBuffer.allocate(Rtmsg.SIZE - 2))
                .attribute(Rtnetlink.RTA_DST, address);
        try {
            return route.ask(request, Rtmsg.SIZE).messages().stream()
                    .mapToInt(message -> message.attributes().s32(Rtnetlink.RTA_OIF, 0))
                    .findFirst()
                    .orElse(0);
        } catch (NetlinkException e) {
            if (e.errno() == Errno.ENETUNREACH || e.errno() == Errno.EHOSTUNREACH || e.errno() == Errno.EACCES) {
                return 0; // no route, a blackhole or a prohibition
            }
            throw e;
        }
    }

    private static void sleep(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Closes the sockets; again does nothing. */
    @Override
    public void close() {
        route.close();
        generic.close();
    }
}
