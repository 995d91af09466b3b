// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <sys/socket.h>}. */
public final class Socket {
    /** No family in particular. */
    public static final int AF_UNSPEC = 0;

    /** IPv4. */
    public static final int AF_INET = 2;

    /** Netlink; {@link SockaddrNl}. */
    public static final int AF_NETLINK = 16;

    /** Datagrams. */
    public static final int SOCK_DGRAM = 2;

    /** Raw access; on netlink the same as SOCK_DGRAM. */
    public static final int SOCK_RAW = 3;

    /** Flag of the type: closed in a program this process executes. */
    public static final int SOCK_CLOEXEC = 0x80000;

    /** Level of the SO_* options. */
    public static final int SOL_SOCKET = 1;

    /** int, bytes the receive queue may hold; the kernel doubles the value and caps it at net.core.rmem_max. */
    public static final int SO_RCVBUF = 8;

    /** As SO_RCVBUF without the cap; needs CAP_NET_ADMIN. */
    public static final int SO_RCVBUFFORCE = 33;

    /** recvfrom: return the datagram's whole length even if the buffer is shorter. */
    public static final int MSG_TRUNC = 0x20;

    /** EAGAIN instead of blocking. */
    public static final int MSG_DONTWAIT = 0x40;

    /** IPv6. */
    public static final int AF_INET6 = 10;

    /** A bridge's view of its ports. */
    public static final int AF_BRIDGE = 7;

    /** MPLS. */
    public static final int AF_MPLS = 28;

    /** XDP sockets. */
    public static final int AF_XDP = 44;

    /** A stream of bytes: TCP. */
    public static final int SOCK_STREAM = 1;

    /** Flag of the type: EAGAIN and EINPROGRESS instead of blocking. */
    public static final int SOCK_NONBLOCK = 0x800;

    /** int, an ifindex: sends and receives by this interface only. Linux 5.0. */
    public static final int SO_BINDTOIFINDEX = 62;

    private Socket() {}
}
