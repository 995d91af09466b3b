// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/if_addr.h>}.
 *
 * <pre>{@code
 * struct ifa_cacheinfo {
 *     __u32 ifa_prefered;    // seconds left; all ones: for ever
 *     __u32 ifa_valid;
 *     __u32 cstamp;
 *     __u32 tstamp;
 * };
 * }</pre>
 */
public final class IfaCacheinfo {
    public static final int SIZE = 16;
    public static final int IFA_PREFERED = 0;
    public static final int IFA_VALID = 4;

    private IfaCacheinfo() {}
}
