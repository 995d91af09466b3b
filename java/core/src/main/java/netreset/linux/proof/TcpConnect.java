// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import netreset.ResetException;
import netreset.bridge.Libc;
import netreset.linux.abi.Errno;
import netreset.linux.abi.Poll;
import netreset.linux.abi.Pollfd;
import netreset.linux.abi.Socket;
import netreset.linux.ladder.Site;

/**
 * Connects to a TCP port through one NIC and no other, and hangs up at once. That nobody listens there is an answer too: it
 * comes from the other machine. Needs no capability.
 */
final class TcpConnect implements Probe {
    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int MOST_AT_ONCE = 16;

    private final Site site;
    private final Libc libc;
    private final SocketAddress address;
    private final int index;
    private final String text;
    private final List<Attempt> attempts = new ArrayList<>();
    private final ByteBuffer pollfds = SocketAddress.direct(Pollfd.SIZE * MOST_AT_ONCE);

    private record Attempt(int fd, int number) {}

    TcpConnect(Site site, InetAddress address, int port, int index) {
        this.site = site;
        this.libc = site.libc();
        this.address = SocketAddress.of(address, port, index);
        this.index = index;
        this.text = "TCP connection to " + address.getHostAddress() + " port " + port;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public long intervalNanos() {
        return INTERVAL_NANOS;
    }

    @Override
    public int send(int number) {
        int fd = socket();
        if (fd < 0) {
            return -fd;
        }
        int bound = BoundSocket.bind(libc, fd, index);
        int result = bound < 0 ? bound : libc.connect(fd, address.bytes(), address.length());
        if (result < 0 && result != -Errno.EINPROGRESS) {
            libc.close(fd);
            return -result;
        }
        if (attempts.size() == MOST_AT_ONCE) {
            libc.close(attempts.remove(0).fd());
        }
        attempts.add(new Attempt(fd, number));
        return 0;
    }

    /** Each in the NIC's network namespace; {@code -errno} if there is none to be had. */
    private int socket() {
        int type = Socket.SOCK_STREAM | Socket.SOCK_NONBLOCK | Socket.SOCK_CLOEXEC;
        try {
            return site.open(() -> libc.socket(address.family(), type, 0));
        } catch (ResetException e) {
            return e.code() == null ? -Errno.EIO : -e.code().value();
        }
    }

    @Override
    public int receive(long deadline) {
        long left;
        do {
            left = deadline - System.nanoTime();
            for (int i = 0; i < attempts.size(); i++) {
                pollfds.putInt(i * Pollfd.SIZE + Pollfd.FD, attempts.get(i).fd())
                        .putShort(i * Pollfd.SIZE + Pollfd.EVENTS, (short) Poll.POLLOUT)
                        .putShort(i * Pollfd.SIZE + Pollfd.REVENTS, (short) 0);
            }
            int millis = (int) Math.max(0, TimeUnit.NANOSECONDS.toMillis(left + TimeUnit.MILLISECONDS.toNanos(1) - 1));
            int answered = libc.poll(pollfds, attempts.size(), millis) > 0 ? firstAnswered() : NONE;
            if (answered != NONE) {
                return answered;
            }
        } while (left > 0);
        return NONE;
    }

    private int firstAnswered() {
        for (int i = attempts.size() - 1; i >= 0; i--) {
            if (pollfds.getShort(i * Pollfd.SIZE + Pollfd.REVENTS) != 0) {
                Attempt attempt = attempts.remove(i);
                int result = libc.connect(attempt.fd(), address.bytes(), address.length());
                libc.close(attempt.fd());
                if (result == 0 || result == -Errno.EISCONN || result == -Errno.ECONNREFUSED) {
                    return attempt.number();
                }
            }
        }
        return NONE;
    }

    @Override
    public void close() {
        attempts.forEach(attempt -> libc.close(attempt.fd()));
        attempts.clear();
    }
}
