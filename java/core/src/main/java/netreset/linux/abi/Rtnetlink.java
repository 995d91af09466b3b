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

    private Rtnetlink() {}
}
