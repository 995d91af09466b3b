// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/if_addr.h>}.
 *
 * <pre>{@code
 * struct ifaddrmsg {
 *     __u8  ifa_family;
 *     __u8  ifa_prefixlen;
 *     __u8  ifa_flags;    // the lower eight of IFA_F_*
 *     __u8  ifa_scope;
 *     __u32 ifa_index;
 * };
 * }</pre>
 */
public final class Ifaddrmsg {
    public static final int SIZE = 8;
    public static final int IFA_FAMILY = 0;
    public static final int IFA_PREFIXLEN = 1;
    public static final int IFA_FLAGS = 2;
    public static final int IFA_SCOPE = 3;
    public static final int IFA_INDEX = 4;

    private Ifaddrmsg() {}
}
