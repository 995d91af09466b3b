// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/rtnetlink.h>}.
 *
 * <pre>{@code
 * struct ifinfomsg {
 *     unsigned char  ifi_family;
 *     unsigned char  __ifi_pad;
 *     unsigned short ifi_type;      // ARPHRD_*
 *     int            ifi_index;
 *     unsigned       ifi_flags;     // IFF_*
 *     unsigned       ifi_change;
 * };
 * }</pre>
 */
public final class Ifinfomsg {
    public static final int SIZE = 16;
    public static final int IFI_FAMILY = 0;
    public static final int IFI_TYPE = 2;
    public static final int IFI_INDEX = 4;
    public static final int IFI_FLAGS = 8;
    public static final int IFI_CHANGE = 12;

    private Ifinfomsg() {}
}
