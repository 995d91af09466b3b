// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/**
 * {@code <mprapi.h>}; 64-bit layout. What PPP negotiated, in RAS_CONNECTION_1.
 *
 * <pre>{@code
 * struct PPP_INFO {
 *     PPP_NBFCP_INFO nbf;
 *     PPP_IPCP_INFO ip;
 *     PPP_IPXCP_INFO ipx;
 *     PPP_ATCP_INFO at;
 * };
 * }</pre>
 */
public final class PppInfo {
    public static final int SIZE = 232;
    public static final int NBF = 0;
    public static final int IP = 40;

    private PppInfo() {}
}
