// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import netreset.bridge.Libc;
import netreset.linux.abi.Netlink;

/**
 * Asks the kernel, and orders it, by any netlink protocol, in the network namespace the thread that calls {@link #open}
 * is in. Bound to no thread afterwards, but used by one at a time. Waiting is bounded as with {@link RouteSocket}, and
 * what the kernel does inside sendto is not.
 */
public final class KernelSocket implements AutoCloseable {
    /** How often to ask when what is listed changes during the answer. */
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
        return open(libc, System::nanoTime, protocol);
    }

    static KernelSocket open(Libc libc, LongSupplier nanoTime, int protocol) throws NetlinkException {
        NetlinkSocket socket = NetlinkSocket.open(libc, nanoTime, protocol);
        socket.trySet(Netlink.SOL_NETLINK, Netlink.NETLINK_EXT_ACK, 1);
        socket.trySet(Netlink.SOL_NETLINK, Netlink.NETLINK_GET_STRICT_CHK, 1);
        return new KernelSocket(new Conversation(socket, nanoTime));
    }

    /**
     * What the kernel listed.
     *
     * @param messages in its order
     * @param consistent false if the list kept changing while it was made, or messages were lost, on every try
     */
    public record Listing(List<Message> messages, boolean consistent) {
        /** Copies the list. */
        public Listing {
            messages = List.copyOf(messages);
        }
    }

    /**
     * Asks, again (a bounded number of times) while the answer changes as it is made.
     *
     * @param request without NLM_F_ACK
     * @param fixedLength bytes before the attributes of each message of the answer
     * @throws NetlinkException if the kernel refuses, or its answer is malformed or doesn't end in time
     */
    public Listing ask(Request request, int fixedLength) throws NetlinkException {
        long deadline = conversation.deadline();
        List<Message> messages = new ArrayList<>();
        boolean consistent = false;
        for (int attempt = 1; attempt <= MAX_ATTEMPTS && !consistent; attempt++) {
            messages.clear();
            consistent = conversation.ask(
                    request.call(),
                    request::direct,
                    request.wantsAcknowledgement(),
                    deadline,
                    message -> messages.add(Message.of(message, fixedLength)));
        }
        return new Listing(messages, consistent);
    }

    /**
     * Orders something, once: what became of an order whose answer is lost only a look tells.
     *
     * @param request with NLM_F_ACK
     * @throws NetlinkException if the kernel refuses, with its explanation, or its answer doesn't come
     */
    public void order(Request request) throws NetlinkException {
        if (!request.wantsAcknowledgement()) {
            throw new IllegalArgumentException(request.call() + " without NLM_F_ACK");
        }
        boolean answered =
                conversation.ask(request.call(), request::direct, true, conversation.deadline(), message -> {});
        if (!answered) {
            throw NetlinkException.unusable(request.call(), "the answer was lost", null);
        }
    }

    /** Closes the socket; again does nothing. */
    @Override
    public void close() {
        conversation.close();
    }
}
