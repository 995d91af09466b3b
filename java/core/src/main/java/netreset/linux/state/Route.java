// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netreset.linux.abi.RtaCacheinfo;
import netreset.linux.abi.Rtmsg;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.abi.Rtnexthop;
import netreset.linux.abi.Socket;
import netreset.linux.netlink.Attributes;
import netreset.linux.netlink.MalformedMessageException;
import netreset.linux.netlink.Message;
import org.jspecify.annotations.Nullable;

/**
 * A route, as an RTM_NEWROUTE message describes it.
 *
 * @param message the whole of it
 * @param legs its ways, if it says them as an array; else none, and the message itself is the one way
 */
public record Route(Message message, List<Leg> legs) {
    /** Flags somebody chose; the others are the kernel's view of the moment. */
    static final int CHOSEN_FLAGS = Rtnetlink.RTNH_F_ONLINK | Rtnetlink.RTNH_F_PERVASIVE;

    /** What {@link #fact} says in words, and what is of the moment. */
    private static final Set<Integer> SPELT_OUT = Set.of(
            Rtnetlink.RTA_DST,
            Rtnetlink.RTA_SRC,
            Rtnetlink.RTA_OIF,
            Rtnetlink.RTA_GATEWAY,
            Rtnetlink.RTA_PRIORITY,
            Rtnetlink.RTA_PREFSRC,
            Rtnetlink.RTA_MULTIPATH,
            Rtnetlink.RTA_CACHEINFO,
            Rtnetlink.RTA_TABLE,
            Rtnetlink.RTA_PAD,
            Rtnetlink.RTA_UID,
            Rtnetlink.RTA_EXPIRES);

    /** What a route by nexthop object repeats of that object. */
    static final Set<Integer> OF_NEXTHOP = Set.of(
            Rtnetlink.RTA_OIF,
            Rtnetlink.RTA_GATEWAY,
            Rtnetlink.RTA_VIA,
            Rtnetlink.RTA_MULTIPATH,
            Rtnetlink.RTA_ENCAP,
            Rtnetlink.RTA_ENCAP_TYPE);

    /** One of several ways. */
    public record Leg(int index, int flags, int hops, Attributes attributes) {}

    /** Copies the list. */
    public Route {
        legs = List.copyOf(legs);
    }

    static Route of(Message message) throws MalformedMessageException {
        return new Route(message, legs(message.attributes().payload(Rtnetlink.RTA_MULTIPATH)));
    }

    private static List<Leg> legs(@Nullable ByteBuffer array) throws MalformedMessageException {
        List<Leg> legs = new ArrayList<>();
        for (int start = 0; array != null && start < array.capacity(); ) {
            int room = array.capacity() - start;
            int length = room < Rtnexthop.SIZE ? 0 : Short.toUnsignedInt(array.getShort(start + Rtnexthop.RTNH_LEN));
            if (length < Rtnexthop.SIZE || length > room) {
                throw new MalformedMessageException(
                        "rtnh_len is " + length + ", not in " + Rtnexthop.SIZE + ".." + room);
            }
            legs.add(new Leg(
                    array.getInt(start + Rtnexthop.RTNH_IFINDEX),
                    Byte.toUnsignedInt(array.get(start + Rtnexthop.RTNH_FLAGS)),
                    Byte.toUnsignedInt(array.get(start + Rtnexthop.RTNH_HOPS)),
                    Attributes.of(array, start + Rtnexthop.SIZE, start + length)));
            start += (length + 3) & ~3;
        }
        return legs;
    }

    public int family() {
        return message.u8(Rtmsg.RTM_FAMILY);
    }

    public int destinationLength() {
        return message.u8(Rtmsg.RTM_DST_LEN);
    }

    /** Number of the table it is in. */
    public int table() {
        return message.attributes().s32(Rtnetlink.RTA_TABLE, message.u8(Rtmsg.RTM_TABLE));
    }

    /** {@code RTPROT_*}: who made it. */
    int protocol() {
        return message.u8(Rtmsg.RTM_PROTOCOL);
    }

    /** {@code RTN_*}. */
    public int type() {
        return message.u8(Rtmsg.RTM_TYPE);
    }

    /** Number of its nexthop object; 0 if it has none. */
    public int nexthop() {
        return message.attributes().s32(Rtnetlink.RTA_NH_ID, 0);
    }

    /** The links it leads through, by ifindex. */
    public Set<Integer> indexes() {
        Set<Integer> indexes = legs.stream().map(Leg::index).collect(Collectors.toCollection(TreeSet::new));
        int only = message.attributes().s32(Rtnetlink.RTA_OIF, 0);
        if (only != 0) {
            indexes.add(only);
        }
        return indexes;
    }

    boolean hasGateway() {
        return has(Rtnetlink.RTA_GATEWAY) || has(Rtnetlink.RTA_VIA) || nexthop() != 0;
    }

    private boolean has(int attribute) {
        return message.attributes().has(attribute)
                || legs.stream().anyMatch(leg -> leg.attributes().has(attribute));
    }

    @Nullable
    ByteBuffer preferredSource() {
        return message.attributes().payload(Rtnetlink.RTA_PREFSRC);
    }

    /** Hundredths of a second it was to live on; 0: for ever. */
    int expiresCentis() {
        ByteBuffer info = message.attributes().payload(Rtnetlink.RTA_CACHEINFO);
        return info == null || info.capacity() < RtaCacheinfo.SIZE ? 0 : info.getInt(RtaCacheinfo.RTA_EXPIRES);
    }

    /** The kernel makes it by itself when its address comes (local table), or for one destination only. */
    boolean isDerived() {
        boolean ofAddress = protocol() == Rtnetlink.RTPROT_KERNEL && table() == Rtnetlink.RT_TABLE_LOCAL;
        boolean copy = (message.s32(Rtmsg.RTM_FLAGS) & Rtnetlink.RTM_F_CLONED) != 0;
        return ofAddress || copy || protocol() == Rtnetlink.RTPROT_REDIRECT;
    }

    /** All that makes it what it is in one line. */
    String fact(Labels labels) {
        String word = family() == Socket.AF_INET ? "route " : family() == Socket.AF_INET6 ? "route6 " : "route-mpls ";
        StringBuilder fact = new StringBuilder(word).append(destination());
        int sourceLength = message.u8(Rtmsg.RTM_SRC_LEN);
        if (sourceLength != 0) {
            fact.append(" from ").append(ip(Rtnetlink.RTA_SRC)).append('/').append(sourceLength);
        }
        if (nexthop() != 0) {
            fact.append(" nhid ").append(Integer.toUnsignedString(nexthop()));
        } else if (legs.isEmpty()) {
            appendWay(fact, message.attributes(), message.attributes().s32(Rtnetlink.RTA_OIF, 0), labels);
        } else {
            Stream<String> ways = legs.stream().map(leg -> way(leg, labels));
            (family() == Socket.AF_INET6 ? ways.sorted() : ways).forEach(fact::append); // IPv6 keeps no order
        }
        appendRest(fact);
        return fact.toString();
    }

    /** Where it leads to, such as {@code 10.0.0.0/8} or {@code default}. */
    public String destination() {
        ByteBuffer destination = message.attributes().payload(Rtnetlink.RTA_DST);
        return destinationLength() == 0 ? "default" : IpText.of(destination, "?") + "/" + destinationLength();
    }

    private String ip(int attribute) {
        return IpText.of(message.attributes().payload(attribute), "?");
    }

    private static String way(Leg leg, Labels labels) {
        StringBuilder fact = new StringBuilder(" [");
        appendWay(fact, leg.attributes(), leg.index(), labels);
        int chosen = leg.flags() & CHOSEN_FLAGS;
        fact.append(" weight ").append(leg.hops() + 1).append(chosen == 0 ? "" : " flags " + chosen);
        appendOthers(fact, leg.attributes());
        return fact.append(" ]").toString();
    }

    private static void appendWay(StringBuilder fact, Attributes way, int index, Labels labels) {
        if (way.has(Rtnetlink.RTA_GATEWAY)) {
            fact.append(" via ").append(IpText.of(way.payload(Rtnetlink.RTA_GATEWAY), "?"));
        }
        if (index != 0) {
            fact.append(" dev ").append(labels.of(index));
        }
    }

    private static void appendOthers(StringBuilder fact, Attributes attributes) {
        for (int type : new TreeSet<>(attributes.types())) {
            ByteBuffer payload = attributes.payload(type);
            if (!SPELT_OUT.contains(type) && payload != null) {
                fact.append(" attr").append(type).append('=').append(IpText.hex(payload));
            }
        }
    }

    private void appendRest(StringBuilder fact) {
        fact.append(" table ").append(Integer.toUnsignedString(table()));
        fact.append(" proto ").append(protocol()).append(" scope ").append(message.u8(Rtmsg.RTM_SCOPE));
        fact.append(" type ").append(type()).append(" tos ").append(message.u8(Rtmsg.RTM_TOS));
        int metric = message.attributes().s32(Rtnetlink.RTA_PRIORITY, 0);
        fact.append(" metric ").append(Integer.toUnsignedString(metric));
        if (preferredSource() != null) {
            fact.append(" src ").append(ip(Rtnetlink.RTA_PREFSRC));
        }
        int chosen = message.s32(Rtmsg.RTM_FLAGS) & CHOSEN_FLAGS;
        fact.append(chosen == 0 ? "" : " flags " + chosen).append(expiresCentis() == 0 ? "" : " expires");
        if (nexthop() == 0) {
            appendOthers(fact, message.attributes());
        }
    }
}
