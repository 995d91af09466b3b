// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import netreset.bridge.Libc;
import netreset.linux.abi.Netlink;

/**
 * Asks the kernel for whole messages, and orders it, by any netlink protocol, in the network namespace the thread that
 * calls {@link #open} is in. Bound to no thread afterwards, but used by one at a time.
 */
public final class KernelSocket implements AutoCloseable {
    /** How often to ask when what is listed changes during the answer, or part of it is lost. */
    static final int MAX_ATTEMPTS = 5;

    private final Conversation conversation;

    private KernelSocket(Conversation conversation) {
        this.conversation = conversation;
    }

    /**
     * A socket in the network namespace of the calling thread.
     *
     * @param protocol {@code NETLINK_*}
     * @throws NetlinkException if it can't be opened
     */
    public static KernelSocket open(Libc libc, int protocol) throws NetlinkException {
        return open(libc, protocol, System::nanoTime);
    }

    static KernelSocket open(Libc libc, int protocol, LongSupplier nanoTime) throws NetlinkException {
        return new KernelSocket(Conversation.open(libc, protocol, nanoTime));
    }

    /**
     * What the kernel answered.
     *
     * @param messages in its order
     * @param consistent false if what it lists kept changing meanwhile, on every try
     */
    public record Listing(List<Message> messages, boolean consistent) {
        /** Copies the list. */
        public Listing {
            messages = List.copyOf(messages);
        }
    }

    /**
     * Asks, again (a bounded number of times) while the answer changes as it is made or is lost.
     *
     * @param request with NLM_F_DUMP, or with NLM_F_ACK for a single answer; it changes nothing
     * @param fixedLength bytes before the attributes of each message of the answer
     * @throws NetlinkException if the kernel refuses, or its answer is malformed, lost on every try or doesn't end in time
     */
    public Listing ask(Request request, int fixedLength) throws NetlinkException {
        List<Message> messages = new ArrayList<>();
        boolean consistent = false;
        for (int attempt = 1; attempt <= MAX_ATTEMPTS && !consistent; attempt++) {
            messages.clear();
            try {
                conversation.ask(request, message -> add(message, fixedLength, messages));
                consistent = !conversation.wasInterrupted();
            } catch (NetlinkException e) {
                if (!conversation.wasLost() || attempt == MAX_ATTEMPTS) {
                    throw e;
                }
            }
        }
        return new Listing(messages, consistent);
    }

    private static void add(MessageCursor message, int fixedLength, List<Message> messages)
            throws MalformedMessageException {
        if (message.type() >= Netlink.NLMSG_MIN_TYPE) {
            messages.add(Message.of(message, fixedLength));
        }
    }

    /**
     * Orders something, once: what became of an order whose answer is lost only a look tells.
     *
     * @param request with NLM_F_ACK
     * @throws NetlinkException if the kernel refuses, with its explanation, or its answer doesn't come
     */
    public void order(Request request) throws NetlinkException {
        conversation.ask(request, Conversation.Reader.NOTHING);
    }

    /** Closes the socket; again does nothing. */
    @Override
    public void close() {
        conversation.close();
    }
}
