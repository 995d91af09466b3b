// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/netlink.h>}.
 *
 * <pre>{@code
 * struct sockaddr_nl {
 *     __kernel_sa_family_t nl_family;    // 2 bytes, AF_NETLINK
 *     unsigned short       nl_pad;
 *     __u32                nl_pid;       // 0: the kernel
 *     __u32                nl_groups;
 * };
 * }</pre>
 */
public final class SockaddrNl {
    public static final int SIZE = 12;
    public static final int NL_FAMILY = 0;
    public static final int NL_PID = 4;
    public static final int NL_GROUPS = 8;

    private SockaddrNl() {}
}
