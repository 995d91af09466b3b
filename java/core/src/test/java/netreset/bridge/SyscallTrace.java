// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import static netreset.bridge.Linux.*;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A fixed script of calls, every function once well and once badly, and what came of each: the result and the bytes C
 * wrote. New descriptors and addresses, which differ by nature, are noted only as such.
 */
public final class SyscallTrace {
    private final Bridge bridge;
    private final Libc libc;
    private final List<String> results = new ArrayList<>();

    private SyscallTrace(Bridge bridge) {
        this.bridge = bridge;
        this.libc = bridge.libc();
    }

    /** Runs the script; needs Linux with {@code lo} and {@code /proc}, and no privileges. */
    public static List<String> run(Bridge bridge) {
        SyscallTrace trace = new SyscallTrace(bridge);
        trace.mappings();
        trace.files();
        trace.ethtool();
        trace.netlink();
        return trace.results;
    }

    private void mappings() {
        long page = libc.getpagesize();
        note("getpagesize", page);
        int flags = MAP_PRIVATE | MAP_ANONYMOUS;
        note("mmap nothing", libc.mmap(0, 0, PROT_READ, flags, -1, 0));
        note("mmap a bad fd", libc.mmap(0, page, PROT_READ, MAP_PRIVATE, -1, 0));
        note("mmap an odd offset", libc.mmap(0, page, PROT_READ, MAP_PRIVATE, -1, 1));
        long address = fresh("mmap", libc.mmap(0, 2 * page, PROT_READ | PROT_WRITE, flags, -1, 0));
        note("mprotect", libc.mprotect(address + page, page, PROT_NONE));
        note("mprotect odd", libc.mprotect(address + 1, page, PROT_NONE));
        ByteBuffer view = bridge.view(address, page);
        view.putInt((int) page - 4, ETHTOOL_RESET);
        note("view", bridge.address(view) - address, view.slice((int) page - 4, 4));
        int socket = fresh("socket", libc.socket(AF_INET, SOCK_DGRAM, 0));
        note("guard page", libc.ioctl(socket, SIOCETHTOOL, ifreq("lo", address + page - 4)));
        note("beyond it", libc.ioctl(socket, SIOCETHTOOL, ifreq("lo", address + page)));
        note("close", libc.close(socket));
        note("munmap odd", libc.munmap(address + 1, page));
        note("munmap", libc.munmap(address, 2 * page));
    }

    private void files() {
        note("open nothing", libc.open(string(""), O_RDONLY, 0));
        note("open a folder to write", libc.open(string("/proc"), O_WRONLY, 0));
        note("write to nothing", libc.write(-1, memory(1), 1));
        int sink = fresh("open", libc.open(string("/dev/null"), O_WRONLY, 0));
        note("write", libc.write(sink, string("1"), 1));
        note("close", libc.close(sink));
        int file = fresh("open", libc.open(string("/dev/null"), O_RDONLY, 0));
        note("write where one reads", libc.write(file, string("1"), 1));
        note("ioctl on a file", libc.ioctl(file, SIOCETHTOOL, memory(40)));
        note("setns on a file", libc.setns(file, CLONE_NEWNET));
        note("recvfrom a file", libc.recvfrom(file, memory(1), 1, 0, null, null));
        note("close", libc.close(file));
        note("close a bad fd", libc.close(-1));
        int namespace = fresh("open", libc.open(string("/proc/self/ns/net"), O_RDONLY, 0));
        note("setns of another type", libc.setns(namespace, CLONE_NEWNET - 1));
        note("close", libc.close(namespace));
    }

    private void ethtool() {
        int socket = fresh("socket", libc.socket(AF_INET, SOCK_DGRAM, 0));
        ByteBuffer value = ethtoolValue(ETHTOOL_GLINK);
        ByteBuffer ifreq = ifreq("lo", bridge.address(value));
        note("ioctl NULL", libc.ioctl(socket, SIOCETHTOOL, null));
        note("ioctl unknown", libc.ioctl(socket, 0xffff_ffffL, ifreq), value);
        note("link of lo", libc.ioctl(socket, SIOCETHTOOL, ifreq), ifreq.slice(0, 16), value);
        note("no such device", libc.ioctl(socket, SIOCETHTOOL, ifreq("netreset-none", bridge.address(value))), value);
        note("close", libc.close(socket));
    }

    private void netlink() {
        note("socket of no family", libc.socket(9999, SOCK_RAW, 0));
        int socket = fresh("socket", libc.socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
        ByteBuffer address = sockaddrNetlink();
        note("bind short", libc.bind(socket, address, 1));
        note("bind", libc.bind(socket, address, SOCKADDR_NL_SIZE), address);
        ByteBuffer option = memory(16).putLong(8, 1000);
        note("setsockopt", libc.setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, option, 16));
        note("setsockopt short", libc.setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, option, 1));
        ByteBuffer reply = memory(32768);
        note("recvfrom too early", libc.recvfrom(socket, reply, 32768, 0, null, null), reply);
        ByteBuffer fds = pollfd(socket, POLLIN);
        note("poll too early", libc.poll(fds, 1, 1), fds.slice(4, 4));
        note("poll too many", libc.poll(fds, Integer.MAX_VALUE, 0), fds.slice(4, 4));
        note("sendto nobody", libc.sendto(socket, getLink(1, 1), GETLINK_SIZE, 0, address, 1));
        note("sendto", libc.sendto(socket, getLink(1, 1), GETLINK_SIZE, 0, null, 0));
        note("poll", libc.poll(fds, 1, 5000), fds.slice(4, 4));
        note("peek", libc.recvfrom(socket, reply, 16, MSG_PEEK | MSG_TRUNC, null, null), steady(reply));
        ByteBuffer sender = memory(16);
        ByteBuffer senderLength = memory(4).putInt(0, 16);
        long length = libc.recvfrom(socket, reply, 32768, 0, sender, senderLength);
        note("recvfrom", length, steady(reply), sender, senderLength);
        note("close", libc.close(socket));
    }

    /**
     * The headers and the interface's name. Not the port in the last word of nlmsghdr, which the kernel chose, nor what
     * follows, with the interface's counters in it.
     */
    private static ByteBuffer steady(ByteBuffer message) {
        return message.putInt(12, 0).slice(0, 40);
    }

    private int fresh(String call, int result) {
        return (int) fresh(call, (long) result);
    }

    private long fresh(String call, long result) {
        results.add(call + (result > 0 ? ": new" : ": " + result));
        return result;
    }

    private void note(String call, long result, ByteBuffer... written) {
        StringBuilder line = new StringBuilder(call).append(": ").append(result);
        for (ByteBuffer buffer : written) {
            byte[] bytes = new byte[buffer.capacity()];
            buffer.get(0, bytes);
            line.append(' ').append(HexFormat.of().formatHex(bytes).replaceFirst("(00)+$", "…"));
        }
        results.add(line.toString());
    }
}
