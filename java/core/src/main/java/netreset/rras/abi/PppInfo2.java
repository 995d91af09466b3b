// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/**
 * {@code <mprapi.h>}; 64-bit layout. What PPP negotiated, in RAS_CONNECTION_2.
 *
 * <pre>{@code
 * struct PPP_INFO_2 {
 *     PPP_NBFCP_INFO nbf;
 *     PPP_IPCP_INFO2 ip;
 *     PPP_IPXCP_INFO ipx;
 *     PPP_ATCP_INFO at;
 *     PPP_CCP_INFO ccp;
 *     PPP_LCP_INFO lcp;
 * };
 * }</pre>
 */
public final class PppInfo2 {
    public static final int SIZE = 304;
    public static final int NBF = 0;
    public static final int IP = 40;
    public static final int CCP = 240;
    public static final int LCP = 260;

    private PppInfo2() {}
}
