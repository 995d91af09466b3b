// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import netreset.bridge.Libc;
import netreset.linux.abi.Genetlink;
import netreset.linux.abi.Genlmsghdr;
import netreset.linux.abi.Netlink;
import org.jspecify.annotations.Nullable;

/** Generic netlink: families that the kernel gives a number to as they come. */
public final class GenericSocket implements AutoCloseable {
    private final Conversation conversation;

    private GenericSocket(Conversation conversation) {
        this.conversation = conversation;
    }

    /**
     * A socket in the network namespace of the calling thread.
     *
     * @throws NetlinkException if it can't be opened
     */
    public static GenericSocket open(Libc libc) throws NetlinkException {
        return new GenericSocket(Conversation.open(libc, Netlink.NETLINK_GENERIC));
    }

    /**
     * The number of a family now; empty if this kernel has no such family. All families are listed for it: a kernel asked
     * for one that it hasn't got would try to load a module (ctrl_getfamily, net/netlink/genetlink.c).
     */
    public OptionalInt family(String name) throws NetlinkException {
        Map<String, Integer> families = new HashMap<>();
        Request request =
                new Request("CTRL_CMD_GETFAMILY", Genetlink.GENL_ID_CTRL, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP);
        conversation.ask(begin(request, Genetlink.CTRL_CMD_GETFAMILY), message -> addFamily(message, families));
        Integer number = families.get(name);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static void addFamily(MessageCursor message, Map<String, Integer> families)
            throws MalformedMessageException {
        AttributeCursor attribute = attributes(message);
        String name = "";
        int number = 0;
        while (attribute.next()) {
            switch (attribute.type()) {
                case Genetlink.CTRL_ATTR_FAMILY_NAME -> name = attribute.text();
                case Genetlink.CTRL_ATTR_FAMILY_ID -> number = attribute.u16();
                default -> {}
            }
        }
        families.put(name, number);
    }

    /** Begins a request that changes something, and so has an acknowledgement for an answer. */
    public static Request act(String call, int family, int command) {
        return begin(new Request(call, family, Netlink.NLM_F_REQUEST | Netlink.NLM_F_ACK), command);
    }

    /** Begins a request to list everything. */
    public static Request dump(String call, int family, int command) {
        return begin(new Request(call, family, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP), command);
    }

    private static Request begin(Request request, int command) {
        return request.u8(command).u8(1).u16(0);
    }

    /** As {@link Conversation#ask}. */
    public @Nullable String ask(Request request, Conversation.Reader reader) throws NetlinkException {
        return conversation.ask(request, reader);
    }

    /** The attributes of a generic netlink message. */
    public static AttributeCursor attributes(MessageCursor message) throws MalformedMessageException {
        return message.attributes(Genlmsghdr.SIZE, "genlmsghdr");
    }

    /** Closes the socket; again does nothing. */
    @Override
    public void close() {
        conversation.close();
    }
}
