// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Questions and answers over one socket, one after the other; what is asked and what an answer says is others' matter. */
final class Conversation implements AutoCloseable {
    /** How long an answer, with all its repetitions, may take. */
    static final int ANSWER_TIMEOUT_MILLIS = 10_000;

    /** How long to wait for the rest of an answer when its end may be among what was lost. */
    static final int LOSS_TIMEOUT_MILLIS = 200;

    private final NetlinkSocket socket;
    private final LongSupplier nanoTime;
    private int sequence;

    Conversation(NetlinkSocket socket, LongSupplier nanoTime) {
        this.socket = socket;
        this.nanoTime = nanoTime;
    }

    /** When an answer that is asked for now has to be complete. */
    long deadline() {
        return nanoTime.getAsLong() + nanos(ANSWER_TIMEOUT_MILLIS);
    }

    /** Writes a request into a direct buffer, from 0 to its limit. */
    interface Encoder {
        ByteBuffer encode(int sequence);
    }

    /**
     * Asks once.
     *
     * @param acknowledged whether the request wants to be acknowledged
     * @return false if the answer isn't one consistent picture
     * @throws NetlinkException if the kernel refuses, or its answer is malformed or doesn't end by {@code deadline}
     */
    boolean ask(String call, Encoder request, boolean acknowledged, long deadline, Answer.Sink sink)
            throws NetlinkException {
        discardLeftovers(call, deadline);
        sequence++;
        socket.send(request.encode(sequence));
        return collect(new Answer(call, sequence, acknowledged, sink), call, deadline);
    }

    /** Reads an answer nobody waited for to its end: the kernel refuses a dump while another one is under way. */
    private void discardLeftovers(String call, long deadline) throws NetlinkException {
        long now = nanoTime.getAsLong();
        while (socket.receive(now) != NetlinkSocket.Outcome.TIMEOUT) {
            now = nanoTime.getAsLong();
            if (now - deadline >= 0) {
                throw endless(call);
            }
        }
    }

    private boolean collect(Answer answer, String call, long deadline) throws NetlinkException {
        while (!answer.isComplete()) {
            long now = nanoTime.getAsLong();
            if (now - deadline >= 0) {
                throw endless(call);
            }
            long patience = answer.isLost() ? Math.min(deadline - now, nanos(LOSS_TIMEOUT_MILLIS)) : deadline - now;
            switch (socket.receive(now + patience)) {
                case LOST -> answer.lose();
                case DATAGRAM -> take(answer, call);
                default -> {
                    if (answer.isLost()) {
                        return false;
                    }
                }
            }
        }
        return answer.isConsistent();
    }

    private void take(Answer answer, String call) throws NetlinkException {
        try {
            answer.take(socket.datagram());
        } catch (MalformedMessageException e) {
            throw NetlinkException.unusable(call, "malformed answer: " + e.getMessage(), e);
        }
    }

    private static NetlinkException endless(String call) {
        return NetlinkException.unusable(call, "no complete answer within " + ANSWER_TIMEOUT_MILLIS + " ms", null);
    }

    private static long nanos(int millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Override
    public void close() {
        socket.close();
    }
}
