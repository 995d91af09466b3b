// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import netreset.bridge.Libc;
import netreset.linux.abi.Netlink;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the kernel on one netlink socket, in the network namespace of the thread that calls {@link #open}, and
 * hands each message of the answer on. Bound to no thread afterwards, but used by one at a time.
 *
 * <p>The kernel carries a request out inside sendto: a call may block for as long as that takes. A request that changes
 * something is sent once, whatever becomes of its answer.
 */
public final class Conversation implements AutoCloseable {
    private static final long ANSWER_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final NetlinkSocket socket;
    private final LongSupplier nanoTime;
    private int sequence;
    private boolean lost;
    private boolean interrupted;
    private boolean unfinished;

    private Conversation(NetlinkSocket socket, LongSupplier nanoTime) {
        this.socket = socket;
        this.nanoTime = nanoTime;
    }

    /** Reads one message of an answer. */
    @FunctionalInterface
    public interface Reader {
        /** For a request whose acknowledgement is all the answer there is. */
        Reader NOTHING = message -> {};

        /** The message is the one the cursor is at. */
        void read(MessageCursor message) throws MalformedMessageException;
    }

    /**
     * A socket for this protocol.
     *
     * @param protocol {@code NETLINK_*}
     * @throws NetlinkException if it can't be opened
     */
    public static Conversation open(Libc libc, int protocol) throws NetlinkException {
        return open(libc, protocol, System::nanoTime);
    }

    static Conversation open(Libc libc, int protocol, LongSupplier nanoTime) throws NetlinkException {
        NetlinkSocket socket = NetlinkSocket.open(libc, protocol, nanoTime);
        // Linux before 4.12 has no such option: it explains less.
        socket.trySet(Netlink.SOL_NETLINK, Netlink.NETLINK_EXT_ACK, 1);
        return new Conversation(socket, nanoTime);
    }

    /**
     * Sends a request and reads its answer to the end.
     *
     * @param reader gets each message of the answer, but not the acknowledgement
     * @return the kernel's own words beside a success, such as a warning; {@code null} if it had none
     * @throws NetlinkException if the kernel refuses, or its answer is lost, malformed or doesn't end in time
     */
    public @Nullable String ask(Request request, Reader reader) throws NetlinkException {
        long deadline = nanoTime.getAsLong() + ANSWER_NANOS;
        if (unfinished) {
            discardLeftovers(deadline, request);
        }
        sequence++;
        lost = false;
        interrupted = false;
        unfinished = true;
        socket.send(request.bytes(sequence));
        while (true) {
            switch (socket.receive(deadline)) {
                case DATAGRAM -> {
                    ErrorReply end = take(request, reader);
                    if (end != null) {
                        unfinished = false;
                        return ended(request, end);
                    }
                }
                case LOST -> throw lose(request);
                default -> {
                    if (nanoTime.getAsLong() - deadline >= 0) {
                        throw NetlinkException.unusable(request.call(), "no answer in time", null);
                    }
                }
            }
        }
    }

    /** Whether the last request's answer, or part of it, was lost: that is why it failed. */
    boolean wasLost() {
        return lost;
    }

    /** Whether what the last request listed changed while it was listed. */
    boolean wasInterrupted() {
        return interrupted;
    }

    private NetlinkException lose(Request request) {
        lost = true;
        return NetlinkException.unusable(request.call(), "the answer was lost", null);
    }

    private void discardLeftovers(long deadline, Request request) throws NetlinkException {
        long now = nanoTime.getAsLong();
        while (socket.receive(now) != NetlinkSocket.Outcome.TIMEOUT) {
            now = nanoTime.getAsLong();
            if (now - deadline >= 0) {
                throw NetlinkException.unusable(request.call(), "an earlier answer doesn't end", null);
            }
        }
    }

    /** How it ended; {@code null} if more is to come. */
    private @Nullable ErrorReply take(Request request, Reader reader) throws NetlinkException {
        try {
            MessageCursor message = new MessageCursor(socket.datagram());
            while (message.next()) {
                if (message.type() == Netlink.NLMSG_OVERRUN) {
                    throw lose(request);
                }
                if (message.sequence() != sequence) {
                    continue;
                }
                interrupted |= message.hasFlag(Netlink.NLM_F_DUMP_INTR);
                switch (message.type()) {
                    case Netlink.NLMSG_ERROR -> {
                        return ErrorReply.decode(message);
                    }
                    case Netlink.NLMSG_DONE -> {
                        return ErrorReply.decodeDone(message);
                    }
                    default -> reader.read(message);
                }
            }
            return null;
        } catch (MalformedMessageException e) {
            throw NetlinkException.unusable(request.call(), "malformed answer: " + e.getMessage(), e);
        }
    }

    private static @Nullable String ended(Request request, ErrorReply end) throws NetlinkException {
        if (end.errno() != 0) {
            throw NetlinkException.refused(request.call(), end.errno(), end.explanation());
        }
        return end.explanation();
    }

    /** Closes the socket; again does nothing. */
    @Override
    public void close() {
        socket.close();
    }
}
