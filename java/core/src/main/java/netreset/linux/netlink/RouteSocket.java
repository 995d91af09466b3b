// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import netreset.bridge.Libc;
import netreset.linux.abi.Errno;
import netreset.linux.abi.Netlink;

/**
 * Asks the kernel about the links of one network namespace: the one the thread that calls {@link #open} is in. Bound to
 * no thread afterwards, but used by one at a time.
 *
 * <p>Waiting for an answer is bounded. Working it out is not: the kernel does that inside sendto and recvfrom, under the
 * lock of all link configuration, and while something holds that lock (a slow reset, a broken driver) the calling thread
 * is stuck in the kernel.
 */
public final class RouteSocket implements AutoCloseable {
    /** How long an answer, with all its repetitions, may take. */
    static final int ANSWER_TIMEOUT_MILLIS = 10_000;

    /** How long to wait for the rest of an answer when its end may be among what was lost. */
    static final int LOSS_TIMEOUT_MILLIS = 200;

    /** How often to ask when links change during the answer. */
    static final int MAX_ATTEMPTS = 5;

    private final NetlinkSocket socket;
    private final LongSupplier nanoTime;
    private final ByteBuffer request = NetlinkSocket.direct(LinkRequest.SIZE);
    private int sequence;

    private RouteSocket(NetlinkSocket socket, LongSupplier nanoTime) {
        this.socket = socket;
        this.nanoTime = nanoTime;
    }

    /**
     * A socket in the network namespace of the calling thread.
     *
     * @throws NetlinkException if it can't be opened
     */
    public static RouteSocket open(Libc libc) throws NetlinkException {
        return open(libc, System::nanoTime);
    }

    static RouteSocket open(Libc libc, LongSupplier nanoTime) throws NetlinkException {
        NetlinkSocket socket = NetlinkSocket.open(libc, nanoTime);
        // Linux before 4.12 and 4.20 has no such option: it explains and checks less.
        socket.trySet(Netlink.SOL_NETLINK, Netlink.NETLINK_EXT_ACK, 1);
        socket.trySet(Netlink.SOL_NETLINK, Netlink.NETLINK_GET_STRICT_CHK, 1);
        return new RouteSocket(socket, nanoTime);
    }

    /**
     * All links; {@link #dump} without its flag.
     *
     * @throws NetlinkException as {@link #dump}
     */
    public List<Link> links() throws NetlinkException {
        return dump().links();
    }

    /**
     * All links, asked for again (a bounded number of times) while they change during the answer.
     *
     * @throws NetlinkException if the kernel refuses, or its answer is malformed or doesn't end in time
     */
    public LinkDump dump() throws NetlinkException {
        return ask(0);
    }

    /**
     * The link with an ifindex; empty if there is none.
     *
     * @param index above 0
     * @throws NetlinkException as {@link #dump}
     */
    public Optional<Link> link(int index) throws NetlinkException {
        if (index <= 0) {
            throw new IllegalArgumentException("ifindex " + index);
        }
        try {
            LinkDump answer = ask(index);
            if (!answer.consistent()) {
                throw NetlinkException.unusable(
                        LinkRequest.CALL, "the answer was lost " + MAX_ATTEMPTS + " times", null);
            }
            return answer.links().stream().findFirst();
        } catch (NetlinkException e) {
            if (e.errno() == Errno.ENODEV) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Asks for the link {@code index}, or for all if that is 0. */
    private LinkDump ask(int index) throws NetlinkException {
        long deadline = nanoTime.getAsLong() + nanos(ANSWER_TIMEOUT_MILLIS);
        List<Link> links = new ArrayList<>();
        boolean consistent = false;
        for (int attempt = 1; attempt <= MAX_ATTEMPTS && !consistent; attempt++) {
            links.clear();
            discardLeftovers(deadline);
            sequence++;
            if (index == 0) {
                LinkRequest.putAll(request, sequence);
            } else {
                LinkRequest.putOne(request, sequence, index);
            }
            socket.send(request);
            consistent = collect(links, deadline);
        }
        return new LinkDump(links, consistent);
    }

    /** Reads an answer nobody waited for to its end: the kernel refuses a dump while another one is under way. */
    private void discardLeftovers(long deadline) throws NetlinkException {
        long now = nanoTime.getAsLong();
        while (socket.receive(now) != NetlinkSocket.Outcome.TIMEOUT) {
            now = nanoTime.getAsLong();
            if (now - deadline >= 0) {
                throw endless();
            }
        }
    }

    /** Adds the answer's links; false if they aren't one consistent picture. */
    private boolean collect(List<Link> links, long deadline) throws NetlinkException {
        Answer answer = new Answer(sequence, links);
        while (!answer.isComplete()) {
            long now = nanoTime.getAsLong();
            if (now - deadline >= 0) {
                throw endless();
            }
            long patience = answer.isLost() ? Math.min(deadline - now, nanos(LOSS_TIMEOUT_MILLIS)) : deadline - now;
            switch (socket.receive(now + patience)) {
                case LOST -> answer.lose();
                case DATAGRAM -> take(answer);
                default -> {
                    if (answer.isLost()) {
                        return false;
                    }
                }
            }
        }
        return answer.isConsistent();
    }

    private void take(Answer answer) throws NetlinkException {
        try {
            answer.take(socket.datagram());
        } catch (MalformedMessageException e) {
            throw NetlinkException.unusable(LinkRequest.CALL, "malformed answer: " + e.getMessage(), e);
        }
    }

    private static NetlinkException endless() {
        String why = "no complete answer within " + ANSWER_TIMEOUT_MILLIS + " ms";
        return NetlinkException.unusable(LinkRequest.CALL, why, null);
    }

    private static long nanos(int millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Closes the socket; again does nothing. */
    @Override
    public void close() {
        socket.close();
    }
}
