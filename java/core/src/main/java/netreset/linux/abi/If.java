// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <linux/if.h>}: names, flags and operational states of interfaces. */
public final class If {
    /** Bytes of an interface name with its NUL. */
    public static final int IFNAMSIZ = 16;

    /** Bytes of an alternative name with its NUL. */
    public static final int ALTIFNAMSIZ = 128;

    /** Administratively up. */
    public static final int IFF_UP = 1;

    /** The loopback interface. */
    public static final int IFF_LOOPBACK = 1 << 3;

    /** Operationally up, or unknown. */
    public static final int IFF_RUNNING = 1 << 6;

    /** The driver signals carrier. */
    public static final int IFF_LOWER_UP = 1 << 16;

    /** Waits for something above it, such as 802.1X. */
    public static final int IFF_DORMANT = 1 << 17;

    // RFC 2863 operational status, in this order.

    /** The driver doesn't say. */
    public static final int IF_OPER_UNKNOWN = 0;

    /** The hardware is not there. */
    public static final int IF_OPER_NOTPRESENT = 1;

    /** Can't transfer data. */
    public static final int IF_OPER_DOWN = 2;

    /** The link below is down. */
    public static final int IF_OPER_LOWERLAYERDOWN = 3;

    /** In a test mode. */
    public static final int IF_OPER_TESTING = 4;

    /** Waits for something above it. */
    public static final int IF_OPER_DORMANT = 5;

    /** Can transfer data. */
    public static final int IF_OPER_UP = 6;

    /** No ARP on it. */
    public static final int IFF_NOARP = 0x80;

    /** Somebody asked for every packet. */
    public static final int IFF_PROMISC = 0x100;

    /** Somebody asked for every multicast packet. */
    public static final int IFF_ALLMULTI = 0x200;

    /** Can do multicast. */
    public static final int IFF_MULTICAST = 0x1000;

    private If() {}
}
