// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.LongSupplier;
import netreset.bridge.Libc;
import netreset.linux.abi.Errno;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Poll;
import netreset.linux.abi.Pollfd;
import netreset.linux.abi.SockaddrNl;
import netreset.linux.abi.Socket;

/** One netlink socket: sends requests and receives what the kernel, and nobody else, sent. */
final class NetlinkSocket implements AutoCloseable {
    /** What {@link #receive} met. */
    enum Outcome {
        /** {@link #datagram} has it. */
        DATAGRAM,
        /** The kernel dropped datagrams, or one was longer than the buffer (which has grown since). */
        LOST,
        /** Nothing came until the deadline. */
        TIMEOUT,
        /** Nothing for us: interrupted, gone meanwhile, or sent by another process. */
        NOTHING
    }

    /** The kernel fills datagrams of up to 32 KiB for a reader with such a buffer; one big message may take more. */
    private static final int INITIAL_BUFFER_SIZE = 1 << 16;

    /** No sane message is longer. */
    private static final int MAX_BUFFER_SIZE = 1 << 24;

    private final Libc libc;
    private final LongSupplier nanoTime;
    private final ByteBuffer kernel = direct(SockaddrNl.SIZE).putShort(SockaddrNl.NL_FAMILY, (short) Socket.AF_NETLINK);
    private final ByteBuffer sender = direct(SockaddrNl.SIZE);
    private final ByteBuffer senderLength = direct(Integer.BYTES);
    private final ByteBuffer pollfd = direct(Pollfd.SIZE);
    private ByteBuffer buffer = direct(INITIAL_BUFFER_SIZE);
    private int fd;

    /** @param nanoTime a monotonic clock, as {@link System#nanoTime} */
    private NetlinkSocket(Libc libc, LongSupplier nanoTime, int fd) {
        this.libc = libc;
        this.nanoTime = nanoTime;
        this.fd = fd;
    }

    /** A bound socket in the network namespace of the calling thread. */
    static NetlinkSocket open(Libc libc, LongSupplier nanoTime) throws NetlinkException {
        return open(libc, Netlink.NETLINK_ROUTE, nanoTime);
    }

    /** Likewise with a protocol of one's own, {@code NETLINK_*}. */
    static NetlinkSocket open(Libc libc, int protocol, LongSupplier nanoTime) throws NetlinkException {
        int type = Socket.SOCK_RAW | Socket.SOCK_CLOEXEC;
        int fd = libc.socket(Socket.AF_NETLINK, type, protocol);
        check("socket", fd);
        NetlinkSocket socket = new NetlinkSocket(libc, nanoTime, fd);
        try {
            check("bind", libc.bind(fd, socket.kernel, SockaddrNl.SIZE));
        } catch (NetlinkException e) {
            socket.close();
            throw e;
        }
        return socket;
    }

    static ByteBuffer direct(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }

    private static void check(String call, long result) throws NetlinkException {
        if (result < 0) {
            throw NetlinkException.refused(call, (int) -result, null);
        }
    }

    /** Sets an int option; {@code >= 0} or {@code -errno}, as setsockopt. */
    int trySet(int level, int option, int value) {
        return libc.setsockopt(fd, level, option, direct(Integer.BYTES).putInt(0, value), Integer.BYTES);
    }

    void set(int level, int option, int value) throws NetlinkException {
        check("setsockopt", trySet(level, option, value));
    }

    /** Sends all of {@code message}, a direct buffer, to the kernel; again if a signal interrupts. */
    void send(ByteBuffer message) throws NetlinkException {
        long sent;
        do {
            sent = libc.sendto(fd, message, message.limit(), 0, kernel, SockaddrNl.SIZE);
        } while (sent == -Errno.EINTR);
        check("sendto", sent);
    }

    /** Waits for the next datagram until {@code nanoTime} reaches {@code deadline}; tries at least once. */
    Outcome receive(long deadline) throws NetlinkException {
        Outcome outcome = read(); // most answers are there when sendto returns
        while (outcome == Outcome.NOTHING) {
            long remaining = deadline - nanoTime.getAsLong();
            if (remaining <= 0) {
                return Outcome.TIMEOUT;
            }
            outcome = isReadable(remaining) ? read() : Outcome.NOTHING;
        }
        return outcome;
    }

    /** The datagram received last, from position to limit; overwritten by the next {@link #receive}. */
    ByteBuffer datagram() {
        return buffer;
    }

    private boolean isReadable(long nanos) throws NetlinkException {
        pollfd.putInt(Pollfd.FD, fd)
                .putShort(Pollfd.EVENTS, (short) Poll.POLLIN)
                .putShort(Pollfd.REVENTS, (short) 0);
        // Rounded up: rounded down, the last millisecond would be spent spinning.
        long millis = (nanos + 999_999) / 1_000_000;
        int ready = libc.poll(pollfd, 1, (int) Math.min(millis, Integer.MAX_VALUE));
        if (ready != -Errno.EINTR) {
            check("poll", ready);
        }
        return ready > 0;
    }

    private Outcome read() throws NetlinkException {
        senderLength.putInt(0, SockaddrNl.SIZE);
        int flags = Socket.MSG_TRUNC | Socket.MSG_DONTWAIT;
        buffer.clear();
        long length = libc.recvfrom(fd, buffer, buffer.capacity(), flags, sender, senderLength);
        if (length == -Errno.ENOBUFS) {
            return Outcome.LOST;
        }
        if (length == -Errno.EINTR || length == -Errno.EAGAIN) {
            return Outcome.NOTHING;
        }
        check("recvfrom", length);
        if (senderLength.getInt(0) != SockaddrNl.SIZE || sender.getInt(SockaddrNl.NL_PID) != 0) {
            return Outcome.NOTHING;
        }
        if (length > buffer.capacity()) {
            grow(length);
            return Outcome.LOST;
        }
        buffer.limit((int) length);
        return Outcome.DATAGRAM;
    }

    private void grow(long length) throws NetlinkException {
        if (length > MAX_BUFFER_SIZE) {
            throw NetlinkException.unusable("recvfrom", "a datagram of " + length + " bytes", null);
        }
        buffer = direct(Integer.highestOneBit((int) length - 1) << 1);
    }

    @Override
    public void close() {
        if (fd >= 0) {
            libc.close(fd);
            fd = -1;
        }
    }
}
