// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import netreset.linux.abi.Netlink;
import netreset.linux.abi.Nlmsgerr;
import netreset.linux.abi.Nlmsghdr;
import org.jspecify.annotations.Nullable;

/**
 * How a request ended: an NLMSG_ERROR or, for a dump, an NLMSG_DONE message.
 *
 * @param errno positive; 0: well
 * @param explanation the kernel's own words; null if it gave none
 */
record ErrorReply(int errno, @Nullable String explanation) {
    /** Decodes the NLMSG_ERROR message the cursor is at (net/netlink/af_netlink.c, netlink_ack). */
    static ErrorReply decode(MessageCursor message) throws MalformedMessageException {
        AttributeCursor behindHeader = message.attributes(Nlmsgerr.SIZE, "nlmsgerr");
        boolean capped = message.hasFlag(Netlink.NLM_F_CAPPED);
        return decode(message, capped ? behindHeader : behindEcho(message));
    }

    /** Decodes the NLMSG_DONE message the cursor is at (net/netlink/af_netlink.c, netlink_dump_done). */
    static ErrorReply decodeDone(MessageCursor message) throws MalformedMessageException {
        return decode(message, message.attributes(Integer.BYTES, "int"));
    }

    private static AttributeCursor behindEcho(MessageCursor message) throws MalformedMessageException {
        int length = message.buffer().getInt(message.payloadStart() + Nlmsgerr.MSG + Nlmsghdr.NLMSG_LEN);
        int room = message.payloadEnd() - message.payloadStart() - Nlmsgerr.MSG;
        if (length < Nlmsghdr.SIZE || length > room) {
            throw new MalformedMessageException("nlmsg_len of the echoed request is " + Integer.toUnsignedString(length)
                    + ", not in " + Nlmsghdr.SIZE + ".." + room);
        }
        return message.attributes(Nlmsgerr.MSG + length, "nlmsgerr and the request");
    }

    private static ErrorReply decode(MessageCursor message, AttributeCursor attributes)
            throws MalformedMessageException {
        int error = message.buffer().getInt(message.payloadStart() + Nlmsgerr.ERROR);
        if (error > 0 || error == Integer.MIN_VALUE) {
            throw new MalformedMessageException("error is " + error + ", neither 0 nor a negated errno");
        }
        String explanation = null;
        while (message.hasFlag(Netlink.NLM_F_ACK_TLVS) && attributes.next()) {
            if (attributes.type() == Netlink.NLMSGERR_ATTR_MSG) {
                explanation = attributes.text();
            }
        }
        return new ErrorReply(-error, explanation);
    }
}
