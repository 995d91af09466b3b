// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import netreset.bridge.Libc;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.abi.Socket;
import org.jspecify.annotations.Nullable;

/**
 * Listens to what happens to the links of one network namespace, the one the thread that calls {@link #open} is in, from
 * {@link #open} on. Bound to no thread afterwards, but used by one at a time.
 */
public final class LinkEvents implements AutoCloseable {
    /** Bytes the kernel may queue for us: a few thousand events. */
    private static final int QUEUE_SIZE = 1 << 22;

    private final NetlinkSocket socket;
    private final LongSupplier nanoTime;

    private LinkEvents(NetlinkSocket socket, LongSupplier nanoTime) {
        this.socket = socket;
        this.nanoTime = nanoTime;
    }

    /**
     * Listens to the network namespace of the calling thread.
     *
     * @throws NetlinkException if the socket can't be opened or can't join the group
     */
    public static LinkEvents open(Libc libc) throws NetlinkException {
        return open(libc, System::nanoTime);
    }

    static LinkEvents open(Libc libc, LongSupplier nanoTime) throws NetlinkException {
        NetlinkSocket socket = NetlinkSocket.open(libc, nanoTime);
        try {
            // A short queue only makes losses likelier, and they are reported.
            if (socket.trySet(Socket.SOL_SOCKET, Socket.SO_RCVBUFFORCE, QUEUE_SIZE) < 0) {
                socket.trySet(Socket.SOL_SOCKET, Socket.SO_RCVBUF, QUEUE_SIZE);
            }
            socket.set(Netlink.SOL_NETLINK, Netlink.NETLINK_ADD_MEMBERSHIP, Rtnetlink.RTNLGRP_LINK);
        } catch (NetlinkException e) {
            socket.close();
            throw e;
        }
        return new LinkEvents(socket, nanoTime);
    }

    /**
     * Waits for the next datagram about a link and returns what it says, in order.
     *
     * @param timeoutMillis how long to wait, 0 not at all
     * @return empty if nothing came in time
     * @throws NetlinkException if the socket fails or a message is malformed
     */
    public List<LinkEvent> receive(int timeoutMillis) throws NetlinkException {
        long deadline = nanoTime.getAsLong() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        List<LinkEvent> events;
        do {
            switch (socket.receive(deadline)) {
                case DATAGRAM -> events = decode();
                case LOST -> events = List.of(new LinkEvent.Lost());
                default -> {
                    return List.of();
                }
            }
        } while (events.isEmpty() && nanoTime.getAsLong() - deadline < 0);
        return events;
    }

    private List<LinkEvent> decode() throws NetlinkException {
        List<LinkEvent> events = new ArrayList<>();
        try {
            MessageCursor message = new MessageCursor(socket.datagram());
            while (message.next()) {
                LinkEvent event = event(message);
                if (event != null) {
                    events.add(event);
                }
            }
        } catch (MalformedMessageException e) {
            throw NetlinkException.unusable("RTNLGRP_LINK", "malformed event: " + e.getMessage(), e);
        }
        return events;
    }

    private static @Nullable LinkEvent event(MessageCursor message) throws MalformedMessageException {
        int type = message.type();
        if (type == Netlink.NLMSG_OVERRUN) {
            return new LinkEvent.Lost();
        }
        if (type != Rtnetlink.RTM_NEWLINK && type != Rtnetlink.RTM_DELLINK) {
            return null;
        }
        Link link = LinkDecoder.decode(message);
        if (link == null) {
            return null;
        }
        return type == Rtnetlink.RTM_NEWLINK ? new LinkEvent.Changed(link) : new LinkEvent.Deleted(link);
    }

    /** Closes the socket; again does nothing. */
    @Override
    public void close() {
        socket.close();
    }
}
