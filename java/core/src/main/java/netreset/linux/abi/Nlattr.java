// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/netlink.h>}.
 *
 * <pre>{@code
 * struct nlattr {
 *     __u16 nla_len;    // with this header, without the padding behind it
 *     __u16 nla_type;
 * };
 * }</pre>
 */
public final class Nlattr {
    public static final int SIZE = 4;
    public static final int NLA_LEN = 0;
    public static final int NLA_TYPE = 2;

    private Nlattr() {}
}
