// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/if.h>}; 64-bit layout.
 *
 * <pre>{@code
 * struct ifreq {
 *     union { char ifrn_name[IFNAMSIZ]; } ifr_ifrn;
 *     union { ...; void *ifru_data; } ifr_ifru;
 * };
 * }</pre>
 */
public final class Ifreq {
    public static final int SIZE = 40;

    /** {@link If#IFNAMSIZ} bytes, NUL-terminated. */
    public static final int IFR_NAME = 0;

    /** Pointer, 8 bytes. */
    public static final int IFR_DATA = 16;

    private Ifreq() {}
}
