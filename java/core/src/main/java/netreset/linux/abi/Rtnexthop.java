// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/rtnetlink.h>}.
 *
 * <pre>{@code
 * struct rtnexthop {
 *     unsigned short rtnh_len;      // with its attributes, without the padding behind it
 *     unsigned char  rtnh_flags;    // RTNH_F_*
 *     unsigned char  rtnh_hops;     // weight - 1
 *     int            rtnh_ifindex;
 * };
 * }</pre>
 */
public final class Rtnexthop {
    public static final int SIZE = 8;
    public static final int RTNH_LEN = 0;
    public static final int RTNH_FLAGS = 2;
    public static final int RTNH_HOPS = 3;
    public static final int RTNH_IFINDEX = 4;

    private Rtnexthop() {}
}
