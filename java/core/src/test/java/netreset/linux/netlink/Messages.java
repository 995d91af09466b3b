// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Rtnetlink;

/** Runs the codec over whole datagrams. */
final class Messages {
    static final List<ByteOrder> BYTE_ORDERS = List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

    private Messages() {}

    static MessageCursor cursor(byte[] datagram, ByteOrder order) {
        return new MessageCursor(ByteBuffer.wrap(datagram).order(order));
    }

    /** A cursor at the first message. */
    static MessageCursor first(byte[] datagram, ByteOrder order) throws MalformedMessageException {
        MessageCursor message = cursor(datagram, order);
        if (!message.next()) {
            throw new AssertionError("no message");
        }
        return message;
    }

    /** Decodes every message as what its type says. */
    static List<Object> decodeAll(byte[] datagram, ByteOrder order) throws MalformedMessageException {
        List<Object> decoded = new ArrayList<>();
        MessageCursor message = cursor(datagram, order);
        while (message.next()) {
            switch (message.type()) {
                case Rtnetlink.RTM_NEWLINK, Rtnetlink.RTM_DELLINK -> {
                    Link link = LinkDecoder.decode(message);
                    decoded.add(link == null ? "not about a link" : link);
                }
                case Netlink.NLMSG_ERROR -> decoded.add(ErrorReply.decode(message));
                case Netlink.NLMSG_DONE -> decoded.add(ErrorReply.decodeDone(message));
                default -> decoded.add(message.type());
            }
        }
        return decoded;
    }

    /** The links in the datagrams, in order. */
    static List<Link> links(List<byte[]> datagrams, ByteOrder order) throws MalformedMessageException {
        List<Link> links = new ArrayList<>();
        for (byte[] datagram : datagrams) {
            for (Object message : decodeAll(datagram, order)) {
                if (message instanceof Link link) {
                    links.add(link);
                }
            }
        }
        return links;
    }
}
