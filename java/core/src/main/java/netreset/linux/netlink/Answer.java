// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.nio.ByteBuffer;
import netreset.linux.abi.Netlink;

/** The answer to one request, datagram by datagram. */
final class Answer {
    /** Takes what a message of the answer says. */
    interface Sink {
        void take(MessageCursor message) throws MalformedMessageException;
    }

    private final String call;
    private final int sequence;
    private final boolean acknowledged;
    private final Sink sink;
    private boolean complete;
    private boolean lost;
    private boolean interrupted;

    /**
     * An answer of which nothing has come yet.
     *
     * @param call the request's name in messages to the user
     * @param sequence the request's; messages with another one are ignored
     * @param acknowledged whether an acknowledgement ends it, and not its one message
     * @param sink gets the messages that are no part of the transport
     */
    Answer(String call, int sequence, boolean acknowledged, Sink sink) {
        this.call = call;
        this.sequence = sequence;
        this.acknowledged = acknowledged;
        this.sink = sink;
    }

    /**
     * Takes one datagram.
     *
     * @throws NetlinkException if the kernel refuses the request
     */
    void take(ByteBuffer datagram) throws MalformedMessageException, NetlinkException {
        MessageCursor message = new MessageCursor(datagram);
        while (message.next()) {
            if (message.type() == Netlink.NLMSG_OVERRUN) {
                lose();
            } else if (message.sequence() == sequence) {
                take(message);
            }
        }
    }

    private void take(MessageCursor message) throws MalformedMessageException, NetlinkException {
        interrupted |= message.hasFlag(Netlink.NLM_F_DUMP_INTR);
        switch (message.type()) {
            case Netlink.NLMSG_ERROR -> end(ErrorReply.decode(message));
            case Netlink.NLMSG_DONE -> end(ErrorReply.decodeDone(message));
            default -> {
                if (message.type() >= Netlink.NLMSG_MIN_TYPE) {
                    sink.take(message);
                    complete |= !acknowledged && !message.hasFlag(Netlink.NLM_F_MULTI);
                }
            }
        }
    }

    private void end(ErrorReply reply) throws NetlinkException {
        if (reply.errno() != 0) {
            throw NetlinkException.refused(call, reply.errno(), reply.explanation());
        }
        complete = true;
    }

    /** Notes that part of the answer, perhaps its end, was lost. */
    void lose() {
        lost = true;
    }

    boolean isComplete() {
        return complete;
    }

    boolean isLost() {
        return lost;
    }

    /** Nothing was lost, and what was listed didn't change meanwhile. */
    boolean isConsistent() {
        return !lost && !interrupted;
    }
}
