// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Numbers and structs of Linux's headers, as on x86-64 and aarch64, for the tests of the bridges only. */
final class Linux {
    // asm-generic/errno-base.h and errno.h
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EBADF = 9;
    static final int EAGAIN = 11;
    static final int EFAULT = 14;
    static final int ENODEV = 19;
    static final int EINVAL = 22;
    static final int ENOTTY = 25;
    static final int ENOPROTOOPT = 92;
    static final int EPROTONOSUPPORT = 93;
    static final int EOPNOTSUPP = 95;

    // asm-generic/fcntl.h
    static final int O_RDONLY = 0;
    static final int O_WRONLY = 1;
    static final int O_CREAT = 0100;
    static final int O_EXCL = 0200;

    // unistd.h
    static final int SEEK_END = 2;

    // asm-generic/mman-common.h
    static final int PROT_NONE = 0;
    static final int PROT_READ = 1;
    static final int PROT_WRITE = 2;
    static final int MAP_PRIVATE = 2;
    static final int MAP_ANONYMOUS = 0x20;

    // linux/socket.h, linux/netlink.h, asm-generic/socket.h
    static final int AF_INET = 2;
    static final int AF_NETLINK = 16;
    static final int SOCK_DGRAM = 2;
    static final int SOCK_RAW = 3;
    static final int NETLINK_ROUTE = 0;
    static final int SOL_SOCKET = 1;
    static final int SO_RCVTIMEO = 20;
    static final int MSG_PEEK = 2;
    static final int MSG_TRUNC = 0x20;
    static final int MSG_DONTWAIT = 0x40;
    static final int SOCKADDR_NL_SIZE = 12;

    // linux/rtnetlink.h, linux/if_link.h
    static final short RTM_NEWLINK = 16;
    static final short RTM_GETLINK = 18;
    static final short IFLA_EXT_MASK = 29;
    static final int RTEXT_FILTER_SKIP_STATS = 8;
    static final int GETLINK_SIZE = 40;

    // asm-generic/poll.h, linux/sched.h, linux/sockios.h, linux/ethtool.h
    static final short POLLIN = 1;
    static final int CLONE_NEWNET = 0x40000000;
    static final long SIOCETHTOOL = 0x8946;
    static final int ETHTOOL_GLINK = 0x0a;
    static final int ETHTOOL_RESET = 0x34;

    private Linux() {}

    static ByteBuffer memory(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }

    static ByteBuffer string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return memory(bytes.length + 1).put(0, bytes);
    }

    /** struct sockaddr_nl: family u16, pad u16, pid u32, groups u32. All 0: the kernel, or any free port to bind to. */
    static ByteBuffer sockaddrNetlink() {
        return memory(SOCKADDR_NL_SIZE).putShort(0, (short) AF_NETLINK);
    }

    /** struct ifreq: the name in 16 bytes, then a pointer; 40 bytes in all. */
    static ByteBuffer ifreq(String name, long data) {
        return memory(40).put(0, name.getBytes(StandardCharsets.US_ASCII)).putLong(16, data);
    }

    /** struct ethtool_value: command u32, data u32. */
    static ByteBuffer ethtoolValue(int command) {
        return memory(8).putInt(0, command);
    }

    /** struct pollfd: fd s32, events s16, revents s16. */
    static ByteBuffer pollfd(int fd, short events) {
        return memory(8).putInt(0, fd).putShort(4, events);
    }

    /** RTM_GETLINK for an interface index: nlmsghdr (16 bytes), ifinfomsg (16), one attribute (8) that leaves out counters. */
    static ByteBuffer getLink(int sequence, int index) {
        return memory(GETLINK_SIZE)
                .putInt(0, GETLINK_SIZE)
                .putShort(4, RTM_GETLINK)
                .putShort(6, (short) 1) // NLM_F_REQUEST
                .putInt(8, sequence)
                .putInt(20, index)
                .putShort(32, (short) 8)
                .putShort(34, IFLA_EXT_MASK)
                .putInt(36, RTEXT_FILTER_SKIP_STATS);
    }
}
