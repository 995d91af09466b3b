// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import netreset.bridge.Libc;
import netreset.linux.abi.Errno;
import netreset.linux.abi.Icmp;
import netreset.linux.abi.In;
import netreset.linux.abi.Poll;
import netreset.linux.abi.Pollfd;
import netreset.linux.abi.Socket;

/**
 * Asks an address for an echo, through one NIC and no other. Needs no lock of the kernel's that a reset holds.
 *
 * <p>A datagram socket needs no capability where the administrator lets people ping (net.ipv4.ping_group_range); a raw one
 * needs CAP_NET_RAW. The kernel numbers the echoes of the first kind, and for the second it leaves IPv4's checksum to us
 * and puts the IP header before what is received (icmp(7), raw(7)); so an echo is known by what it carries.
 */
final class IcmpEcho implements Probe {
    static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final int NONCE = Icmp.SIZE;
    private static final int NUMBER = NONCE + Long.BYTES;
    private static final int SIZE = NUMBER + Integer.BYTES;
    private static final int LONGEST = 2048;
    private static final int HEADER_LENGTH_MASK = 0xf;
    private static final int WORD = 4;
    private static final int LOW_16 = 0xffff;

    private final Libc libc;
    private final int fd;
    private final SocketAddress address;
    private final String text;
    private final boolean raw;
    private final long nonce = ThreadLocalRandom.current().nextLong();
    private final ByteBuffer request = ByteBuffer.allocateDirect(SIZE).order(ByteOrder.BIG_ENDIAN);
    private final ByteBuffer answer = ByteBuffer.allocateDirect(LONGEST).order(ByteOrder.BIG_ENDIAN);
    private final ByteBuffer pollfd = SocketAddress.direct(Pollfd.SIZE);

    private IcmpEcho(Libc libc, int fd, SocketAddress address, String text, boolean raw) {
        this.libc = libc;
        this.fd = fd;
        this.address = address;
        this.text = text;
        this.raw = raw;
    }

    /**
     * A socket in the network namespace of the calling thread.
     *
     * @param index of the NIC
     * @throws ProbeException if the kernel gives none
     */
    static IcmpEcho open(Libc libc, InetAddress address, int index) throws ProbeException {
        SocketAddress to = SocketAddress.of(address, 0, index);
        int protocol = to.family() == Socket.AF_INET ? In.IPPROTO_ICMP : In.IPPROTO_ICMPV6;
        int fd = libc.socket(to.family(), Socket.SOCK_DGRAM | Socket.SOCK_CLOEXEC, protocol);
        boolean raw = fd < 0;
        if (raw) {
            fd = libc.socket(to.family(), Socket.SOCK_RAW | Socket.SOCK_CLOEXEC, protocol);
        }
        ProbeException.check("socket", fd);
        int bound = BoundSocket.bind(libc, fd, index);
        if (bound < 0) {
            libc.close(fd);
            throw new ProbeException("setsockopt", -bound);
        }
        return new IcmpEcho(libc, fd, to, "ICMP echo of " + address.getHostAddress(), raw);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public long intervalNanos() {
        return INTERVAL_NANOS;
    }

    private boolean isIpv4() {
        return address.family() == Socket.AF_INET;
    }

    @Override
    public int send(int number) {
        request.clear();
        request.put(Icmp.TYPE, (byte) (isIpv4() ? Icmp.ICMP_ECHO : Icmp.ICMPV6_ECHO_REQUEST))
                .putShort(Icmp.CHECKSUM, (short) 0)
                .putInt(Icmp.ECHO_ID, ((int) nonce << Short.SIZE) | (number & LOW_16))
                .putLong(NONCE, nonce)
                .putInt(NUMBER, number);
        request.putShort(Icmp.CHECKSUM, (short) (isIpv4() ? checksum(request) : 0));
        long sent = libc.sendto(fd, request, SIZE, Socket.MSG_DONTWAIT, address.bytes(), address.length());
        return sent < 0 ? (int) -sent : 0;
    }

    /** RFC 1071. */
    static int checksum(ByteBuffer message) {
        int sum = 0;
        for (int i = 0; i < SIZE; i += Short.BYTES) {
            sum += message.getShort(i) & LOW_16;
        }
        sum = (sum & LOW_16) + (sum >>> Short.SIZE);
        return ~(sum + (sum >>> Short.SIZE)) & LOW_16;
    }

    @Override
    public int receive(long deadline) {
        long left;
        do {
            left = deadline - System.nanoTime();
            pollfd.putInt(Pollfd.FD, fd).putShort(Pollfd.EVENTS, (short) Poll.POLLIN);
            int millis = (int) Math.max(0, TimeUnit.NANOSECONDS.toMillis(left + TimeUnit.MILLISECONDS.toNanos(1) - 1));
            if (libc.poll(pollfd, 1, millis) <= 0) {
                continue;
            }
            int number = read();
            if (number != NONE) {
                return number;
            }
        } while (left > 0);
        return NONE;
    }

    /** What else comes is other people's. */
    private int read() {
        long length;
        do {
            length = libc.recvfrom(fd, answer, LONGEST, Socket.MSG_DONTWAIT, null, null);
            int start = raw && isIpv4() && length > 0 ? (answer.get(0) & HEADER_LENGTH_MASK) * WORD : 0;
            if (length >= start + SIZE && isOurs(start)) {
                return answer.getInt(start + NUMBER);
            }
        } while (length >= 0 || length == -Errno.EINTR);
        return NONE;
    }

    private boolean isOurs(int start) {
        int reply = isIpv4() ? Icmp.ICMP_ECHOREPLY : Icmp.ICMPV6_ECHO_REPLY;
        return Byte.toUnsignedInt(answer.get(start + Icmp.TYPE)) == reply && answer.getLong(start + NONCE) == nonce;
    }

    @Override
    public void close() {
        libc.close(fd);
    }
}
