// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.nio.ByteBuffer;
import java.util.List;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Rtnetlink;

/** The answer to one {@link LinkRequest}, datagram by datagram. */
final class Answer {
    private final int sequence;
    private final List<Link> links;
    private boolean complete;
    private boolean lost;
    private boolean interrupted;

    /**
     * An answer of which nothing has come yet.
     *
     * @param sequence the request's; messages with another one are ignored
     * @param links gets the links
     */
    Answer(int sequence, List<Link> links) {
        this.sequence = sequence;
        this.links = links;
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
            case Rtnetlink.RTM_NEWLINK -> add(message);
            default -> {}
        }
    }

    private void end(ErrorReply reply) throws NetlinkException {
        if (reply.errno() != 0) {
            throw NetlinkException.refused(LinkRequest.CALL, reply.errno(), reply.explanation());
        }
        complete = true;
    }

    private void add(MessageCursor message) throws MalformedMessageException {
        Link link = LinkDecoder.decode(message);
        if (link != null) {
            links.add(link);
        }
        complete |= !message.hasFlag(Netlink.NLM_F_MULTI);
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

    /** Nothing was lost, and the links didn't change meanwhile. */
    boolean isConsistent() {
        return !lost && !interrupted;
    }
}
