// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/rtnetlink.h>}.
 *
 * <pre>{@code
 * struct rtmsg {
 *     unsigned char rtm_family;
 *     unsigned char rtm_dst_len;
 *     unsigned char rtm_src_len;
 *     unsigned char rtm_tos;
 *     unsigned char rtm_table;       // RTA_TABLE has more room
 *     unsigned char rtm_protocol;    // RTPROT_*
 *     unsigned char rtm_scope;       // RT_SCOPE_*
 *     unsigned char rtm_type;        // RTN_*
 *     unsigned      rtm_flags;       // RTM_F_* and RTNH_F_*
 * };
 * }</pre>
 */
public final class Rtmsg {
    public static final int SIZE = 12;
    public static final int RTM_FAMILY = 0;
    public static final int RTM_DST_LEN = 1;
    public static final int RTM_SRC_LEN = 2;
    public static final int RTM_TOS = 3;
    public static final int RTM_TABLE = 4;
    public static final int RTM_PROTOCOL = 5;
    public static final int RTM_SCOPE = 6;
    public static final int RTM_TYPE = 7;
    public static final int RTM_FLAGS = 8;

    private Rtmsg() {}
}
