// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <netinet/in.h>}; port and address in network byte order.
 *
 * <pre>{@code
 * struct sockaddr_in {
 *     sa_family_t    sin_family; // u16, AF_INET
 *     in_port_t      sin_port;
 *     struct in_addr sin_addr;
 *     unsigned char  sin_zero[8];
 * };
 * }</pre>
 */
public final class SockaddrIn {
    public static final int SIZE = 16;
    public static final int SIN_FAMILY = 0;
    public static final int SIN_PORT = 2;
    public static final int SIN_ADDR = 4;

    private SockaddrIn() {}
}
