// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <linux/if_arp.h>}: link types. */
public final class IfArp {
    /** Ethernet. */
    public static final int ARPHRD_ETHER = 1;

    /** The loopback interface. */
    public static final int ARPHRD_LOOPBACK = 772;

    private IfArp() {}
}
