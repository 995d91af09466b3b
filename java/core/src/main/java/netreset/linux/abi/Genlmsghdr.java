// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/genetlink.h>}; first in the payload of every generic netlink message.
 *
 * <pre>{@code
 * struct genlmsghdr {
 *     __u8  cmd;
 *     __u8  version;
 *     __u16 reserved;
 * };
 * }</pre>
 */
public final class Genlmsghdr {
    public static final int SIZE = 4;
    public static final int CMD = 0;
    public static final int VERSION = 1;

    private Genlmsghdr() {}
}
