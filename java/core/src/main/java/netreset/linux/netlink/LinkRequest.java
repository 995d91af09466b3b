// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.nio.ByteBuffer;
import netreset.linux.abi.IfLink;
import netreset.linux.abi.Ifinfomsg;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Nlattr;
import netreset.linux.abi.Nlmsghdr;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.abi.Socket;

/** Encodes an RTM_GETLINK message that asks for links without their statistics. */
final class LinkRequest {
    /** Its name in messages to the user. */
    static final String CALL = "RTM_GETLINK";

    /** Bytes of the message. */
    static final int SIZE = Nlmsghdr.SIZE + Ifinfomsg.SIZE + Nlattr.SIZE + Integer.BYTES;

    private LinkRequest() {}

    /** Asks for all links. */
    static void putAll(ByteBuffer buffer, int sequence) {
        put(buffer, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP, sequence, 0);
    }

    /** Asks for the link with this ifindex. */
    static void putOne(ByteBuffer buffer, int sequence, int index) {
        put(buffer, Netlink.NLM_F_REQUEST, sequence, index);
    }

    private static void put(ByteBuffer buffer, int flags, int sequence, int index) {
        buffer.clear();
        putHeader(buffer, flags, sequence);
        putLink(buffer, index);
        buffer.putShort((short) (Nlattr.SIZE + Integer.BYTES))
                .putShort((short) IfLink.IFLA_EXT_MASK)
                .putInt(Rtnetlink.RTEXT_FILTER_SKIP_STATS)
                .flip();
    }

    private static void putHeader(ByteBuffer buffer, int flags, int sequence) {
        buffer.putInt(SIZE)
                .putShort((short) Rtnetlink.RTM_GETLINK)
                .putShort((short) flags)
                .putInt(sequence)
                .putInt(0);
    }

    private static void putLink(ByteBuffer buffer, int index) {
        buffer.put((byte) Socket.AF_UNSPEC)
                .put((byte) 0)
                .putShort((short) 0)
                .putInt(index)
                .putInt(0)
                .putInt(0);
    }
}
