// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/**
 * {@code <mprapi.h>}; 64-bit layout. What PPP negotiated, in RAS_CONNECTION_3.
 *
 * <pre>{@code
 * struct PPP_INFO_3 {
 *     PPP_NBFCP_INFO nbf;
 *     PPP_IPCP_INFO2 ip;
 *     PPP_IPV6_CP_INFO ipv6;
 *     PPP_CCP_INFO ccp;
 *     PPP_LCP_INFO lcp;
 * };
 * }</pre>
 */
public final class PppInfo3 {
    public static final int SIZE = 228;
    public static final int NBF = 0;
    public static final int IP = 40;
    public static final int IPV6 = 116;
    public static final int CCP = 164;
    public static final int LCP = 184;

    private PppInfo3() {}
}
