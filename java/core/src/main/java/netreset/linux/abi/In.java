// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <netinet/in.h>}: protocols of a socket. */
public final class In {
    /** Chosen by the type of the socket. */
    public static final int IPPROTO_IP = 0;

    /** ICMP. */
    public static final int IPPROTO_ICMP = 1;

    /** ICMP for IPv6. */
    public static final int IPPROTO_ICMPV6 = 58;

    private In() {}
}
