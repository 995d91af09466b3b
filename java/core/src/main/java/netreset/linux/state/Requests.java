// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import netreset.linux.abi.FibRuleHdr;
import netreset.linux.abi.FibRules;
import netreset.linux.abi.IfAddr;
import netreset.linux.abi.Ndmsg;
import netreset.linux.abi.Neighbour;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Nexthop;
import netreset.linux.abi.Nhmsg;
import netreset.linux.abi.Rtmsg;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.abi.Rtnexthop;
import netreset.linux.abi.Socket;
import netreset.linux.netlink.Attributes;
import netreset.linux.netlink.Message;
import netreset.linux.netlink.Request;

/** Messages that put back what a snapshot kept: the kernel's own, with what is of the moment left out and links renumbered. */
final class Requests {
    private static final int ADD = Netlink.NLM_F_REQUEST | Netlink.NLM_F_ACK | Netlink.NLM_F_CREATE;

    private Requests() {}

    /**
     * Adds an address, or changes it if the link has it.
     *
     * @param index its link's ifindex now
     * @param label IPv4 label; empty for none
     * @param valid seconds it is to live on
     */
    static Request address(Address address, int index, String label, long valid, long preferred) {
        int flags = address.flags() & Address.CHOSEN_FLAGS;
        Request request = new Request("RTM_NEWADDR", Rtnetlink.RTM_NEWADDR, ADD | Netlink.NLM_F_REPLACE)
                .u8(address.family())
                .u8(address.prefixLength())
                .u8(flags)
                .u8(address.scope())
                .u32(index)
                .copyWithout(
                        address.message().attributes(),
                        Set.of(IfAddr.IFA_FLAGS, IfAddr.IFA_CACHEINFO, IfAddr.IFA_LABEL))
                .attributeU32(IfAddr.IFA_FLAGS, flags);
        if (!label.isEmpty()) {
            request.attribute(IfAddr.IFA_LABEL, label);
        }
        if (valid != Address.FOREVER || preferred != Address.FOREVER) {
            request.attribute(
                    IfAddr.IFA_CACHEINFO,
                    info -> info.u32((int) preferred).u32((int) valid).u32(0).u32(0));
        }
        return request;
    }

    static Request neighbour(NeighbourEntry neighbour, int index) {
        Message message = neighbour.message();
        return new Request("RTM_NEWNEIGH", Rtnetlink.RTM_NEWNEIGH, ADD | Netlink.NLM_F_REPLACE)
                .bytes(changed(message, Ndmsg.NDM_IFINDEX, index))
                .copyWithout(message.attributes(), Set.of(Neighbour.NDA_CACHEINFO, Neighbour.NDA_PROBES));
    }

    /** @param index 0 for a group */
    static Request nexthop(NexthopObject nexthop, int index) {
        Message message = nexthop.message();
        ByteBuffer header = changed(message, Nhmsg.NH_FLAGS, message.s32(Nhmsg.NH_FLAGS) & Route.CHOSEN_FLAGS)
                .put(Nhmsg.NH_SCOPE, (byte) 0); // the kernel works it out, and wants none
        Request request = new Request("RTM_NEWNEXTHOP", Rtnetlink.RTM_NEWNEXTHOP, ADD | Netlink.NLM_F_REPLACE)
                .bytes(header)
                .copyWithout(message.attributes(), notMadeOf(message.attributes()));
        Attributes resilient = message.attributes().nested(Nexthop.NHA_RES_GROUP);
        if (!resilient.types().isEmpty()) {
            request.nest(
                    Nexthop.NHA_RES_GROUP,
                    group -> group.copyWithout(resilient, Set.of(Nexthop.NHA_RES_GROUP_UNBALANCED_TIME)));
        }
        return index == 0 ? request : request.attributeU32(Nexthop.NHA_OIF, index);
    }

    private static Set<Integer> notMadeOf(Attributes attributes) {
        Set<Integer> others = new HashSet<>(attributes.types());
        others.removeAll(NexthopObject.MADE_OF);
        others.add(Nexthop.NHA_OIF);
        return others;
    }

    /** A rule that names a link: {@code name} instead of {@code oldName}. */
    static Request rule(RoutingRule rule, String oldName, String name) {
        Message message = rule.message();
        int flags = message.s32(FibRuleHdr.FLAGS) & ~RoutingRule.MOMENTARY_FLAGS;
        Request request = new Request("RTM_NEWRULE", Rtnetlink.RTM_NEWRULE, ADD | Netlink.NLM_F_EXCL)
                .bytes(changed(message, FibRuleHdr.FLAGS, flags))
                .copyWithout(message.attributes(), Set.of(FibRules.FRA_IIFNAME, FibRules.FRA_OIFNAME));
        for (int attribute : List.of(FibRules.FRA_IIFNAME, FibRules.FRA_OIFNAME)) {
            String link = message.attributes().text(attribute);
            if (link != null) {
                request.attribute(attribute, link.equals(oldName) ? name : link);
            }
        }
        return request;
    }

    /**
     * Adds a route behind those to the same destination. IPv6 keeps each way of a route by itself, and so what is lost of
     * one; they are added one by one.
     *
     * @param seconds it is to live on; 0: for ever
     */
    static List<Request> route(Route route, Indexes indexes, long seconds) throws MissingLinkException {
        List<Request> requests = new ArrayList<>();
        if (route.nexthop() != 0 || route.legs().isEmpty()) {
            Request request = begin(route, seconds, Set.of());
            int only = route.message().attributes().s32(Rtnetlink.RTA_OIF, 0);
            requests.add(
                    route.nexthop() != 0 || only == 0
                            ? request
                            : request.attributeU32(Rtnetlink.RTA_OIF, indexes.of(only)));
        } else if (route.family() == Socket.AF_INET6) {
            for (Route.Leg leg : route.legs()) {
                requests.add(begin(route, seconds, leg.attributes().types())
                        .copyWithout(leg.attributes(), Set.of())
                        .attributeU32(Rtnetlink.RTA_OIF, indexes.of(leg.index())));
            }
        } else {
            requests.add(begin(route, seconds, Set.of()).attribute(Rtnetlink.RTA_MULTIPATH, legs(route, indexes)));
        }
        return requests;
    }

    private static Request begin(Route route, long seconds, Set<Integer> without) {
        Message message = route.message();
        Set<Integer> left = new HashSet<>(without);
        left.addAll(Set.of(
                Rtnetlink.RTA_OIF,
                Rtnetlink.RTA_MULTIPATH,
                Rtnetlink.RTA_CACHEINFO,
                Rtnetlink.RTA_EXPIRES,
                Rtnetlink.RTA_PAD,
                Rtnetlink.RTA_UID));
        if (route.nexthop() != 0) {
            left.addAll(Route.OF_NEXTHOP);
        }
        Request request = new Request("RTM_NEWROUTE", Rtnetlink.RTM_NEWROUTE, ADD | Netlink.NLM_F_APPEND)
                .bytes(changed(message, Rtmsg.RTM_FLAGS, message.s32(Rtmsg.RTM_FLAGS) & Route.CHOSEN_FLAGS))
                .copyWithout(message.attributes(), left);
        return seconds == 0 ? request : request.attributeU32(Rtnetlink.RTA_EXPIRES, (int) seconds);
    }

    private static ByteBuffer legs(Route route, Indexes indexes) throws MissingLinkException {
        ByteBuffer old = route.message().attributes().payload(Rtnetlink.RTA_MULTIPATH);
        ByteBuffer array = ByteBuffer.allocate(old == null ? 0 : old.capacity())
                .order(route.message().attributes().order());
        if (old != null) {
            array.put(0, old, 0, old.capacity());
        }
        int start = 0;
        for (Route.Leg leg : route.legs()) {
            array.putInt(start + Rtnexthop.RTNH_IFINDEX, indexes.of(leg.index()))
                    .put(start + Rtnexthop.RTNH_FLAGS, (byte) (leg.flags() & Route.CHOSEN_FLAGS));
            start += (Short.toUnsignedInt(array.getShort(start + Rtnexthop.RTNH_LEN)) + 3) & ~3;
        }
        return array;
    }

    /** The fixed part of a message with another number in it. */
    private static ByteBuffer changed(Message message, int offset, int value) {
        ByteBuffer old = message.fixed();
        ByteBuffer copy = ByteBuffer.allocate(old.capacity()).order(old.order());
        return copy.put(0, old, 0, old.capacity()).putInt(offset, value);
    }
}
