// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/fib_rules.h>}.
 *
 * <pre>{@code
 * struct fib_rule_hdr {
 *     __u8  family;
 *     __u8  dst_len;
 *     __u8  src_len;
 *     __u8  tos;
 *     __u8  table;
 *     __u8  res1;
 *     __u8  res2;
 *     __u8  action;
 *     __u32 flags;    // FIB_RULE_*
 * };
 * }</pre>
 */
public final class FibRuleHdr {
    public static final int SIZE = 12;
    public static final int FAMILY = 0;
    public static final int FLAGS = 8;

    private FibRuleHdr() {}
}
