// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <linux/rtnetlink.h>}: message types and groups of {@link Netlink#NETLINK_ROUTE}. */
public final class Rtnetlink {
    /** A link, as an answer or because it is new or has changed; {@link Ifinfomsg} and IFLA_* follow. */
    public static final int RTM_NEWLINK = 16;

    /** A link is gone; {@link Ifinfomsg} and IFLA_* follow. */
    public static final int RTM_DELLINK = 17;

    /** Asks for a link or, with NLM_F_DUMP, for all. */
    public static final int RTM_GETLINK = 18;

    /** Changes a link: those of its flags whose bits are set in ifi_change. */
    public static final int RTM_SETLINK = 19;

    /** Multicast group of RTM_NEWLINK and RTM_DELLINK. */
    public static final int RTNLGRP_LINK = 1;

    /** Bit of IFLA_EXT_MASK: leave IFLA_STATS and IFLA_STATS64 out of the answer. */
    public static final int RTEXT_FILTER_SKIP_STATS = 1 << 3;

    /** An address, in an answer or to be added; {@link Ifaddrmsg} and IFA_* follow. */
    public static final int RTM_NEWADDR = 20;

    /** Asks for addresses. */
    public static final int RTM_GETADDR = 22;

    /** A route, in an answer or to be added; {@link Rtmsg} and RTA_* follow. */
    public static final int RTM_NEWROUTE = 24;

    /** Asks for routes or, without NLM_F_DUMP, for the way to an address. */
    public static final int RTM_GETROUTE = 26;

    /** A neighbour, in an answer or to be added; {@link Ndmsg} and NDA_* follow. */
    public static final int RTM_NEWNEIGH = 28;

    /** Asks for neighbours. */
    public static final int RTM_GETNEIGH = 30;

    /** A routing rule, in an answer or to be added; {@link FibRuleHdr} and FRA_* follow. */
    public static final int RTM_NEWRULE = 32;

    /** Asks for routing rules. */
    public static final int RTM_GETRULE = 34;

    /** A nexthop object, in an answer or to be added; {@link Nhmsg} and NHA_* follow. */
    public static final int RTM_NEWNEXTHOP = 104;

    /** Asks for nexthop objects. */
    public static final int RTM_GETNEXTHOP = 106;

    /** Adds properties, such as alternative names, to a link. */
    public static final int RTM_NEWLINKPROP = 108;

    /** Destination. */
    public static final int RTA_DST = 1;

    /** Source the route is for. */
    public static final int RTA_SRC = 2;

    /** s32 ifindex packets come in by. */
    public static final int RTA_IIF = 3;

    /** s32 ifindex packets leave by. */
    public static final int RTA_OIF = 4;

    /** Next router. */
    public static final int RTA_GATEWAY = 5;

    /** u32: the metric. */
    public static final int RTA_PRIORITY = 6;

    /** Source address to prefer. */
    public static final int RTA_PREFSRC = 7;

    /** Nested RTAX_*. */
    public static final int RTA_METRICS = 8;

    /** Array of {@link Rtnexthop}, each with its own attributes. */
    public static final int RTA_MULTIPATH = 9;

    /** u32: realms. */
    public static final int RTA_FLOW = 11;

    /** {@link RtaCacheinfo}. */
    public static final int RTA_CACHEINFO = 12;

    /** u32: number of the table, also above 255. */
    public static final int RTA_TABLE = 15;

    /** u32: fwmark. */
    public static final int RTA_MARK = 16;

    /** Next router of another family. */
    public static final int RTA_VIA = 18;

    /** MPLS labels to swap in. */
    public static final int RTA_NEWDST = 19;

    /** u8: preference of an IPv6 router. */
    public static final int RTA_PREF = 20;

    /** u16: how packets are wrapped. */
    public static final int RTA_ENCAP_TYPE = 21;

    /** Nested: what they are wrapped in. */
    public static final int RTA_ENCAP = 22;

    /** u32, seconds an IPv6 route is to live. */
    public static final int RTA_EXPIRES = 23;

    /** Nothing. */
    public static final int RTA_PAD = 24;

    /** u32: whose lookup. */
    public static final int RTA_UID = 25;

    /** u8: MPLS. */
    public static final int RTA_TTL_PROPAGATE = 26;

    /** u32: the nexthop object. */
    public static final int RTA_NH_ID = 30;

    /** rtm_type: an ordinary route. */
    public static final int RTN_UNICAST = 1;

    /** rtm_type: to this machine. */
    public static final int RTN_LOCAL = 2;

    /** rtm_protocol: the kernel made it. */
    public static final int RTPROT_KERNEL = 2;

    /** rtm_protocol: a router advertised it. */
    public static final int RTPROT_RA = 9;

    /** rtm_protocol: an ICMP redirect told it. */
    public static final int RTPROT_REDIRECT = 1;

    /** rtm_scope: no router on the way. */
    public static final int RT_SCOPE_LINK = 253;

    /** No table in particular. */
    public static final int RT_TABLE_UNSPEC = 0;

    /** What rtm_table has for a table above 255. */
    public static final int RT_TABLE_COMPAT = 252;

    /** The table that commands mean. */
    public static final int RT_TABLE_MAIN = 254;

    /** The kernel's own table. */
    public static final int RT_TABLE_LOCAL = 255;

    /** rtm_flags: a copy for one destination. */
    public static final int RTM_F_CLONED = 0x200;

    /** Flag of a nexthop: the gateway is on the link, whatever the routes say. */
    public static final int RTNH_F_ONLINK = 0x4;

    /** Flag of a nexthop: look the gateway up again. */
    public static final int RTNH_F_PERVASIVE = 0x2;

    private Rtnetlink() {}
}
