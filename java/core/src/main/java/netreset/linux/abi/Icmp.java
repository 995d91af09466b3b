// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/icmp.h>} and {@code <linux/icmpv6.h>}: echoes, which begin alike in both; in network byte order.
 *
 * <pre>{@code
 * struct icmphdr {
 *     __u8    type;
 *     __u8    code;
 *     __sum16 checksum;
 *     __be16  id;       // un.echo.id
 *     __be16  sequence; // un.echo.sequence
 * };
 * }</pre>
 */
public final class Icmp {
    public static final int SIZE = 8;
    public static final int TYPE = 0;
    public static final int CHECKSUM = 2;
    public static final int ECHO_ID = 4;

    /** Asks for an echo. */
    public static final int ICMP_ECHO = 8;

    /** Is one. */
    public static final int ICMP_ECHOREPLY = 0;

    /** Asks for an echo, of IPv6. */
    public static final int ICMPV6_ECHO_REQUEST = 128;

    /** Is one, of IPv6. */
    public static final int ICMPV6_ECHO_REPLY = 129;

    private Icmp() {}
}
