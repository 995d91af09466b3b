// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/**
 * {@code <mprapi.h>}; 64-bit layout. IPv4 in PPP_INFO: the addresses of the server and of the client, as text.
 *
 * <pre>{@code
 * struct PPP_IPCP_INFO {
 *     DWORD dwError;
 *     WCHAR wszAddress[IPADDRESSLEN + 1];
 *     WCHAR wszRemoteAddress[IPADDRESSLEN + 1];
 * };
 * }</pre>
 */
public final class PppIpcpInfo {
    public static final int SIZE = 68;
    public static final int DW_ERROR = 0;
    public static final int WSZ_ADDRESS = 4;
    public static final int WSZ_ADDRESS_LENGTH = 32;
    public static final int WSZ_REMOTE_ADDRESS = 36;
    public static final int WSZ_REMOTE_ADDRESS_LENGTH = 32;

    private PppIpcpInfo() {}
}
