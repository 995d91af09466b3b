// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.nio.ByteBuffer;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Nlmsghdr;

/** Walks over the messages of one datagram, which is what is between a buffer's position and limit. */
public final class MessageCursor {
    private final ByteBuffer buffer;
    private final int end;
    private int start;
    private int next;

    MessageCursor(ByteBuffer datagram) {
        buffer = datagram;
        start = next = datagram.position();
        end = datagram.limit();
    }

    /** Moves to the next message, the first one at first; false if there is none. */
    boolean next() throws MalformedMessageException {
        if (next == end) {
            return false;
        }
        int remaining = end - next;
        if (remaining < Nlmsghdr.SIZE) {
            throw new MalformedMessageException(remaining + " bytes are too few for a netlink header");
        }
        start = next;
        int length = buffer.getInt(start + Nlmsghdr.NLMSG_LEN);
        if (length < Nlmsghdr.SIZE || length > remaining) {
            throw new MalformedMessageException("nlmsg_len is " + Integer.toUnsignedString(length) + ", not in "
                    + Nlmsghdr.SIZE + ".." + remaining);
        }
        next = start + Padding.skip(length, Netlink.NLMSG_ALIGNTO, remaining);
        return true;
    }

    /** {@code nlmsg_type}. */
    public int type() {
        return Short.toUnsignedInt(buffer.getShort(start + Nlmsghdr.NLMSG_TYPE));
    }

    /** Whether {@code nlmsg_flags} has it. */
    public boolean hasFlag(int flag) {
        return (buffer.getShort(start + Nlmsghdr.NLMSG_FLAGS) & flag) != 0;
    }

    /** {@code nlmsg_seq}. */
    int sequence() {
        return buffer.getInt(start + Nlmsghdr.NLMSG_SEQ);
    }

    ByteBuffer buffer() {
        return buffer;
    }

    /** Index in {@link #buffer} of what follows the header. */
    int payloadStart() {
        return start + Nlmsghdr.SIZE;
    }

    /** Index in {@link #buffer} behind the message's last byte. */
    int payloadEnd() {
        return start + buffer.getInt(start + Nlmsghdr.NLMSG_LEN);
    }

    /**
     * The attributes behind a payload's fixed part.
     *
     * @param fixedLength bytes from {@link #payloadStart}
     * @param what the fixed part's name, for the message if there is less than that
     */
    public AttributeCursor attributes(int fixedLength, String what) throws MalformedMessageException {
        int length = payloadEnd() - payloadStart();
        if (length < fixedLength) {
            throw new MalformedMessageException(length + " bytes of payload are too few for a struct " + what);
        }
        int skipped = Padding.skip(fixedLength, Netlink.NLMSG_ALIGNTO, length);
        return new AttributeCursor(buffer, payloadStart() + skipped, payloadEnd());
    }
}
