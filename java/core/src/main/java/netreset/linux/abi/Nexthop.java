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

    private Nexthop() {}
}
