// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <linux/sock_diag.h>} and {@code <linux/xdp_diag.h>}: questions about sockets. */
public final class SockDiag {
    /** nlmsg_type of the questions and answers. */
    public static final int SOCK_DIAG_BY_FAMILY = 20;

    /** Bit of xdiag_show: which link and queue. */
    public static final int XDP_SHOW_INFO = 1;

    /** Attribute of the answer: u32 ifindex, u32 queue. */
    public static final int XDP_DIAG_INFO = 1;

    private SockDiag() {}
}
