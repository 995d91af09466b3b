// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <linux/nexthop.h>}: attributes of a nexthop object. */
public final class Nexthop {
    /** u32: number. */
    public static final int NHA_ID = 1;

    /** Array of members. */
    public static final int NHA_GROUP = 2;

    /** Drops. */
    public static final int NHA_BLACKHOLE = 4;

    /** u32 ifindex packets leave by. */
    public static final int NHA_OIF = 5;

    /** Next router. */
    public static final int NHA_GATEWAY = 6;

    /** For a bridge, not for routes. */
    public static final int NHA_FDB = 11;

    /** u16: what kind of group. */
    public static final int NHA_GROUP_TYPE = 3;

    /** u16: how packets are wrapped. */
    public static final int NHA_ENCAP_TYPE = 7;

    /** Nested: what they are wrapped in. */
    public static final int NHA_ENCAP = 8;

    /** Nested NHA_RES_GROUP_*: a resilient group. */
    public static final int NHA_RES_GROUP = 12;

    /** In NHA_RES_GROUP, of the moment: how long it has been unbalanced. */
    public static final int NHA_RES_GROUP_UNBALANCED_TIME = 4;

    private Nexthop() {}
}
