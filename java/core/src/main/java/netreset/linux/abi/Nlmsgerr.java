// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/netlink.h>}; the payload of {@link Netlink#NLMSG_ERROR}.
 *
 * <pre>{@code
 * struct nlmsgerr {
 *     int             error;    // 0 or -errno
 *     struct nlmsghdr msg;      // of the request; its payload follows unless NLM_F_CAPPED
 * };
 * }</pre>
 */
public final class Nlmsgerr {
    public static final int SIZE = 20;
    public static final int ERROR = 0;
    public static final int MSG = 4;

    private Nlmsgerr() {}
}
