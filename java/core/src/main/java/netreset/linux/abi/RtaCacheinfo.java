// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/rtnetlink.h>}.
 *
 * <pre>{@code
 * struct rta_cacheinfo {
 *     __u32 rta_clntref;
 *     __u32 rta_lastuse;
 *     __s32 rta_expires;    // hundredths of a second; 0: never
 *     __u32 rta_error;
 *     __u32 rta_used;
 *     __u32 rta_id;
 *     __u32 rta_ts;
 *     __u32 rta_tsage;
 * };
 * }</pre>
 */
public final class RtaCacheinfo {
    public static final int SIZE = 32;
    public static final int RTA_EXPIRES = 8;

    private RtaCacheinfo() {}
}
