// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/neighbour.h>}.
 *
 * <pre>{@code
 * struct ndmsg {
 *     __u8  ndm_family;
 *     __u8  ndm_pad1;
 *     __u16 ndm_pad2;
 *     __s32 ndm_ifindex;
 *     __u16 ndm_state;    // NUD_*
 *     __u8  ndm_flags;    // NTF_*
 *     __u8  ndm_type;
 * };
 * }</pre>
 */
public final class Ndmsg {
    public static final int SIZE = 12;
    public static final int NDM_FAMILY = 0;
    public static final int NDM_IFINDEX = 4;
    public static final int NDM_STATE = 8;
    public static final int NDM_FLAGS = 10;

    private Ndmsg() {}
}
