// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import netreset.linux.abi.Errno;
import netreset.linux.abi.FibRuleHdr;
import netreset.linux.abi.IfLink;
import netreset.linux.abi.Ifaddrmsg;
import netreset.linux.abi.Ifinfomsg;
import netreset.linux.abi.Ndmsg;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Nhmsg;
import netreset.linux.abi.Rtmsg;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.netlink.KernelSocket;
import netreset.linux.netlink.KernelSocket.Listing;
import netreset.linux.netlink.MalformedMessageException;
import netreset.linux.netlink.Message;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.netlink.Request;
import org.jspecify.annotations.Nullable;

/**
 * All that one network namespace has configured: links, addresses, routes of every table and family, rules, neighbours
 * entered by hand, nexthop objects. Asked for one after the other, so what changes meanwhile may be in one and not in
 * another.
 *
 * @param consistent false if one of them kept changing while the kernel listed it
 */
public record Tables(
        List<LinkFacts> links,
        List<Address> addresses,
        List<Route> routes,
        List<RoutingRule> rules,
        List<NeighbourEntry> neighbours,
        List<NexthopObject> nexthops,
        boolean consistent) {
    private static final Listing NOTHING = new Listing(List.of(), true);

    /** Copies the lists. */
    public Tables {
        links = List.copyOf(links);
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
        neighbours = List.copyOf(neighbours);
        nexthops = List.copyOf(nexthops);
    }

    /**
     * Reads them all.
     *
     * @param route a socket of {@link Netlink#NETLINK_ROUTE}
     * @throws NetlinkException if the kernel doesn't tell
     */
    public static Tables read(KernelSocket route) throws NetlinkException {
        return read(
                route,
                list(route, "RTM_GETRULE", Rtnetlink.RTM_GETRULE, FibRuleHdr.SIZE),
                list(route, "RTM_GETNEIGH", Rtnetlink.RTM_GETNEIGH, Ndmsg.SIZE));
    }

    /**
     * Reads all but rules and neighbours, of which there may be thousands.
     *
     * @param route likewise
     * @throws NetlinkException if the kernel doesn't tell
     */
    static Tables readWays(KernelSocket route) throws NetlinkException {
        return read(route, NOTHING, NOTHING);
    }

    private static Tables read(KernelSocket route, Listing rules, Listing neighbours) throws NetlinkException {
        Listing links = list(route, "RTM_GETLINK", Rtnetlink.RTM_GETLINK, Ifinfomsg.SIZE);
        Listing addresses = list(route, "RTM_GETADDR", Rtnetlink.RTM_GETADDR, Ifaddrmsg.SIZE);
        Listing routes = list(route, "RTM_GETROUTE", Rtnetlink.RTM_GETROUTE, Rtmsg.SIZE);
        Listing nexthops = nexthops(route);
        return new Tables(
                only(links, Rtnetlink.RTM_NEWLINK).stream().map(LinkFacts::new).toList(),
                only(addresses, Rtnetlink.RTM_NEWADDR).stream()
                        .map(Address::new)
                        .toList(),
                routes(only(routes, Rtnetlink.RTM_NEWROUTE)),
                only(rules, Rtnetlink.RTM_NEWRULE).stream()
                        .map(RoutingRule::new)
                        .toList(),
                only(neighbours, Rtnetlink.RTM_NEWNEIGH).stream()
                        .map(NeighbourEntry::new)
                        .filter(NeighbourEntry::isPermanent)
                        .toList(),
                only(nexthops, Rtnetlink.RTM_NEWNEXTHOP).stream()
                        .map(NexthopObject::new)
                        .toList(),
                List.of(links, addresses, routes, rules, neighbours, nexthops).stream()
                        .allMatch(Listing::consistent));
    }

    /** Of every family: the fixed part is all zeros, AF_UNSPEC. */
    private static Listing list(KernelSocket route, String call, int type, int fixedLength) throws NetlinkException {
        Request request = new Request(call, type, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP)
                .bytes(ByteBuffer.allocate(fixedLength));
        if (type == Rtnetlink.RTM_GETLINK) {
            request.attributeU32(IfLink.IFLA_EXT_MASK, Rtnetlink.RTEXT_FILTER_SKIP_STATS);
        }
        return route.ask(request, fixedLength);
    }

    /** Linux before 5.3 has none. */
    private static Listing nexthops(KernelSocket route) throws NetlinkException {
        try {
            return list(route, "RTM_GETNEXTHOP", Rtnetlink.RTM_GETNEXTHOP, Nhmsg.SIZE);
        } catch (NetlinkException e) {
            if (e.errno() == Errno.EOPNOTSUPP) {
                return NOTHING;
            }
            throw e;
        }
    }

    private static List<Message> only(Listing listing, int type) {
        return listing.messages().stream()
                .filter(message -> message.type() == type)
                .toList();
    }

    private static List<Route> routes(List<Message> messages) throws NetlinkException {
        List<Route> routes = new ArrayList<>();
        for (Message message : messages) {
            try {
                routes.add(Route.of(message));
            } catch (MalformedMessageException e) {
                throw NetlinkException.unusable("RTM_GETROUTE", "malformed answer: " + e.getMessage(), e);
            }
        }
        return routes;
    }

    /** The link with an ifindex; {@code null} if there is none. */
    public @Nullable LinkFacts link(int index) {
        return links.stream().filter(link -> link.index() == index).findFirst().orElse(null);
    }

    /** The link of that name, primary or alternative; {@code null} if there is none. */
    public @Nullable LinkFacts link(String name) {
        return links.stream().filter(link -> link.isCalled(name)).findFirst().orElse(null);
    }

    /** Addresses of the link with an ifindex. */
    public List<Address> addresses(int index) {
        return addresses.stream().filter(address -> address.index() == index).toList();
    }

    /** ifindex of the link that has an address of this machine; 0 if none has. */
    public int owner(ByteBuffer local) {
        return addresses.stream()
                .filter(address -> local.equals(address.local()))
                .mapToInt(Address::index)
                .findFirst()
                .orElse(0);
    }

    /** Names by ifindex. */
    Map<Integer, String> names() {
        return links.stream().collect(Collectors.toMap(LinkFacts::index, LinkFacts::name, (first, second) -> first));
    }
}
