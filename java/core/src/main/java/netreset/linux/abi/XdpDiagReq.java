// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/xdp_diag.h>}.
 *
 * <pre>{@code
 * struct xdp_diag_req {
 *     __u8  sdiag_family;    // AF_XDP
 *     __u8  sdiag_protocol;
 *     __u16 pad;
 *     __u32 xdiag_ino;
 *     __u32 xdiag_show;      // XDP_SHOW_*
 *     __u32 xdiag_cookie[2];
 * };
 * }</pre>
 */
public final class XdpDiagReq {
    public static final int SIZE = 20;
    public static final int SDIAG_FAMILY = 0;
    public static final int XDIAG_SHOW = 8;

    private XdpDiagReq() {}
}
