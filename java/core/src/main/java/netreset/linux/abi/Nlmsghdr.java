// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/netlink.h>}.
 *
 * <pre>{@code
 * struct nlmsghdr {
 *     __u32 nlmsg_len;    // with this header, without the padding behind it
 *     __u16 nlmsg_type;
 *     __u16 nlmsg_flags;
 *     __u32 nlmsg_seq;
 *     __u32 nlmsg_pid;
 * };
 * }</pre>
 */
public final class Nlmsghdr {
    public static final int SIZE = 16;
    public static final int NLMSG_LEN = 0;
    public static final int NLMSG_TYPE = 4;
    public static final int NLMSG_FLAGS = 6;
    public static final int NLMSG_SEQ = 8;
    public static final int NLMSG_PID = 12;

    private Nlmsghdr() {}
}
