// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/**
 * {@code <mprapi.h>}; 64-bit layout. IPv4 in PPP_INFO_2 and PPP_INFO_3: the addresses of the server and of the client, as text.
 *
 * <pre>{@code
 * struct PPP_IPCP_INFO2 {
 *     DWORD dwError;
 *     WCHAR wszAddress[IPADDRESSLEN + 1];
 *     WCHAR wszRemoteAddress[IPADDRESSLEN + 1];
 *     DWORD dwOptions;
 *     DWORD dwRemoteOptions;
 * };
 * }</pre>
 */
public final class PppIpcpInfo2 {
    public static final int SIZE = 76;
    public static final int DW_ERROR = 0;
    public static final int WSZ_ADDRESS = 4;
    public static final int WSZ_ADDRESS_LENGTH = 32;
    public static final int WSZ_REMOTE_ADDRESS = 36;
    public static final int WSZ_REMOTE_ADDRESS_LENGTH = 32;

    private PppIpcpInfo2() {}
}
