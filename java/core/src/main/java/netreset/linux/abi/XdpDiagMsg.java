// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/xdp_diag.h>}.
 *
 * <pre>{@code
 * struct xdp_diag_msg {
 *     __u8  xdiag_family;
 *     __u8  xdiag_type;
 *     __u16 pad;
 *     __u32 xdiag_ino;
 *     __u32 xdiag_cookie[2];
 * };
 * }</pre>
 */
public final class XdpDiagMsg {
    public static final int SIZE = 16;
    public static final int XDIAG_INO = 4;

    private XdpDiagMsg() {}
}
