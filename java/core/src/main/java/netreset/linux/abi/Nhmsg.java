// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/nexthop.h>}.
 *
 * <pre>{@code
 * struct nhmsg {
 *     unsigned char nh_family;
 *     unsigned char nh_scope;
 *     unsigned char nh_protocol;
 *     unsigned char resvd;
 *     unsigned int  nh_flags;    // RTNH_F_*
 * };
 * }</pre>
 */
public final class Nhmsg {
    public static final int SIZE = 8;
    public static final int NH_FAMILY = 0;
    public static final int NH_SCOPE = 1;
    public static final int NH_FLAGS = 4;

    private Nhmsg() {}
}
