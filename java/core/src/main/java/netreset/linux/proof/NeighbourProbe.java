// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import netreset.bridge.Libc;
import netreset.linux.abi.Errno;
import netreset.linux.abi.Ndmsg;
import netreset.linux.abi.Neighbour;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.abi.Socket;
import netreset.linux.netlink.KernelSocket;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.netlink.Request;

/**
 * Has the kernel ask a neighbour by ARP or neighbour discovery whether it is still there: it becomes reachable only by its
 * answer, which came through this NIC (net/core/neighbour.c: NUD_PROBE, and NTF_USE for one that isn't known). Needs no
 * socket but netlink's, and CAP_NET_ADMIN; needs the kernel's link configuration lock, so that while a reset holds that,
 * nothing is asked.
 */
final class NeighbourProbe implements Probe {
    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final KernelSocket route;
    private final InetAddress address;
    private final int index;
    private final int family;
    private int awaited = NONE;

    private NeighbourProbe(KernelSocket route, InetAddress address, int index) {
        this.route = route;
        this.address = address;
        this.index = index;
        this.family = address instanceof Inet6Address ? Socket.AF_INET6 : Socket.AF_INET;
    }

    /**
     * A socket in the network namespace of the calling thread.
     *
     * @param index of the NIC
     * @throws ProbeException if the kernel gives none
     */
    static NeighbourProbe open(Libc libc, InetAddress address, int index) throws ProbeException {
        try {
            return new NeighbourProbe(KernelSocket.open(libc, Netlink.NETLINK_ROUTE), address, index);
        } catch (NetlinkException e) {
            throw new ProbeException(e.call(), e.errno());
        }
    }

    @Override
    public String text() {
        return (family == Socket.AF_INET ? "ARP" : "neighbour discovery") + " of " + address.getHostAddress();
    }

    @Override
    public long intervalNanos() {
        return INTERVAL_NANOS;
    }

    /** One that is being asked isn't asked again: the kernel counts how often, and gives up. */
    @Override
    public int send(int number) {
        awaited = NONE;
        try {
            int state = state();
            if ((state & (Neighbour.NUD_PERMANENT | Neighbour.NUD_NOARP)) != 0) {
                return Errno.EINVAL;
            }
            boolean known = (state & (Neighbour.NUD_REACHABLE | Neighbour.NUD_STALE | Neighbour.NUD_DELAY)) != 0;
            if (known) {
                route.order(request(Neighbour.NUD_PROBE, 0, Netlink.NLM_F_REPLACE));
            } else if (state == 0 || (state & Neighbour.NUD_FAILED) != 0) {
                route.order(request(Neighbour.NUD_INCOMPLETE, Neighbour.NTF_USE, Netlink.NLM_F_CREATE));
            }
            awaited = number;
            return 0;
        } catch (NetlinkException e) {
            return e.errno() == 0 ? Errno.EIO : e.errno();
        }
    }

    @Override
    public int receive(long deadline) {
        do {
            if (awaited != NONE && isReachable()) {
                int number = awaited;
                awaited = NONE;
                return number;
            }
            LockSupport.parkNanos(Math.min(LOOK_NANOS, Math.max(0, deadline - System.nanoTime())));
        } while (deadline - System.nanoTime() > 0);
        return NONE;
    }

    private boolean isReachable() {
        try {
            return (state() & Neighbour.NUD_REACHABLE) != 0;
        } catch (NetlinkException e) {
            return false;
        }
    }

    private int state() throws NetlinkException {
        Request request =
                new Request("RTM_GETNEIGH", Rtnetlink.RTM_GETNEIGH, Netlink.NLM_F_REQUEST | Netlink.NLM_F_ACK);
        try {
            return route.ask(neighbour(request, 0, 0), Ndmsg.SIZE).messages().stream()
                    .mapToInt(Neighbours::state)
                    .findFirst()
                    .orElse(0);
        } catch (NetlinkException e) {
            if (e.errno() == Errno.ENOENT) {
                return 0;
            }
            throw e;
        }
    }

    private Request request(int state, int flags, int how) {
        return neighbour(
                new Request("RTM_NEWNEIGH", Rtnetlink.RTM_NEWNEIGH, Netlink.NLM_F_REQUEST | Netlink.NLM_F_ACK | how),
                state,
                flags);
    }

    private Request neighbour(Request request, int state, int flags) {
        return request.u8(family)
                .u8(0)
                .u16(0)
                .u32(index)
                .u16(state)
                .u8(flags)
                .u8(0)
                .attribute(Neighbour.NDA_DST, ByteBuffer.wrap(address.getAddress()));
    }

    @Override
    public void close() {
        route.close();
    }
}
