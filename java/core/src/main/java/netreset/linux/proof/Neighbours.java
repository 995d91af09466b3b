// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import netreset.linux.abi.Ndmsg;
import netreset.linux.abi.Neighbour;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Rtmsg;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.netlink.KernelSocket;
import netreset.linux.netlink.Message;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.netlink.Request;
import org.jspecify.annotations.Nullable;

/** Who is known to be on a NIC's link: by the kernel's neighbour table, and by its routes. */
final class Neighbours {
    /** From the one that has answered last to the one that hasn't yet; who needs no asking can't be asked. */
    private static final List<Integer> STATES = List.of(
            Neighbour.NUD_REACHABLE,
            Neighbour.NUD_PROBE,
            Neighbour.NUD_DELAY,
            Neighbour.NUD_STALE,
            Neighbour.NUD_INCOMPLETE,
            Neighbour.NUD_FAILED);

    private static final int KNOWN =
            Neighbour.NUD_REACHABLE | Neighbour.NUD_PROBE | Neighbour.NUD_DELAY | Neighbour.NUD_STALE;

    private final KernelSocket route;

    Neighbours(KernelSocket route) {
        this.route = route;
    }

    /** The router of a route through the link, of the default route if there is one. */
    Optional<InetAddress> gateway(int index) throws NetlinkException {
        Request request = new Request(
                        "RTM_GETROUTE", Rtnetlink.RTM_GETROUTE, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP)
                .bytes(ByteBuffer.allocate(Rtmsg.SIZE));
        return route.ask(request, Rtmsg.SIZE).messages().stream()
                .filter(message -> message.type() == Rtnetlink.RTM_NEWROUTE)
                .filter(message -> message.attributes().s32(Rtnetlink.RTA_OIF, 0) == index)
                .sorted(Comparator.comparingInt(message -> message.u8(Rtmsg.RTM_DST_LEN)))
                .flatMap(message -> address(message, Rtnetlink.RTA_GATEWAY).stream())
                .findFirst();
    }

    /** The one of the link's neighbours that has answered last. */
    Optional<InetAddress> best(int index) throws NetlinkException {
        Request request = new Request(
                        "RTM_GETNEIGH", Rtnetlink.RTM_GETNEIGH, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP)
                .bytes(ByteBuffer.allocate(Ndmsg.SIZE));
        List<Message> known = new ArrayList<>();
        for (Message message : route.ask(request, Ndmsg.SIZE).messages()) {
            if (message.type() == Rtnetlink.RTM_NEWNEIGH
                    && message.s32(Ndmsg.NDM_IFINDEX) == index
                    && (state(message) & KNOWN) != 0
                    && (state(message) & ~KNOWN) == 0) {
                known.add(message);
            }
        }
        known.sort(Comparator.comparingInt(message -> STATES.indexOf(state(message))));
        return known.stream()
                .flatMap(message -> address(message, Neighbour.NDA_DST).stream())
                .filter(address -> !address.isMulticastAddress())
                .findFirst();
    }

    /** NUD_* of a neighbour; 0 if the kernel doesn't know it. */
    static int state(Message neighbour) {
        return neighbour.u16(Ndmsg.NDM_STATE);
    }

    private static Optional<InetAddress> address(Message message, int attribute) {
        @Nullable ByteBuffer payload = message.attributes().payload(attribute);
        if (payload == null) {
            return Optional.empty();
        }
        byte[] bytes = new byte[payload.capacity()];
        payload.get(0, bytes);
        try {
            return Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
