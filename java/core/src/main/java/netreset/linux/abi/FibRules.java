// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <linux/fib_rules.h>}: attributes and flags of a routing rule. */
public final class FibRules {
    /** Destination. */
    public static final int FRA_DST = 1;

    /** Source. */
    public static final int FRA_SRC = 2;

    /** Name of the link packets come in by. */
    public static final int FRA_IIFNAME = 3;

    /** u32: rules are tried in this order. */
    public static final int FRA_PRIORITY = 6;

    /** u32: table to look into. */
    public static final int FRA_TABLE = 15;

    /** Name of the link a socket is bound to. */
    public static final int FRA_OIFNAME = 17;

    /** Flag: there is no such link to come in by. */
    public static final int FIB_RULE_IIF_DETACHED = 0x8;

    /** Flag: there is no such link to leave by. */
    public static final int FIB_RULE_OIF_DETACHED = 0x10;

    private FibRules() {}
}
