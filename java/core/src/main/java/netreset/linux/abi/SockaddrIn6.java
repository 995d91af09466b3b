// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <netinet/in.h>}; port and address in network byte order, the scope in this machine's.
 *
 * <pre>{@code
 * struct sockaddr_in6 {
 *     sa_family_t     sin6_family; // u16, AF_INET6
 *     in_port_t       sin6_port;
 *     uint32_t        sin6_flowinfo;
 *     struct in6_addr sin6_addr;
 *     uint32_t        sin6_scope_id; // an ifindex, for addresses of one link
 * };
 * }</pre>
 */
public final class SockaddrIn6 {
    public static final int SIZE = 28;
    public static final int SIN6_FAMILY = 0;
    public static final int SIN6_PORT = 2;
    public static final int SIN6_ADDR = 8;
    public static final int SIN6_SCOPE_ID = 24;

    private SockaddrIn6() {}
}
