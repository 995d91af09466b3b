// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/**
 * {@code <mprapi.h>}; 64-bit layout. IPv6 in PPP_INFO_3: interface identifiers and the prefix, in network order.
 *
 * <pre>{@code
 * struct PPP_IPV6_CP_INFO {
 *     DWORD dwVersion;
 *     DWORD dwSize;
 *     DWORD dwError;
 *     BYTE bInterfaceIdentifier[8];
 *     BYTE bRemoteInterfaceIdentifier[8];
 *     DWORD dwOptions;
 *     DWORD dwRemoteOptions;
 *     BYTE bPrefix[8];
 *     DWORD dwPrefixLength;
 * };
 * }</pre>
 */
public final class PppIpv6CpInfo {
    public static final int SIZE = 48;
    public static final int DW_VERSION = 0;
    public static final int DW_SIZE = 4;
    public static final int DW_ERROR = 8;
    public static final int B_INTERFACE_IDENTIFIER = 12;
    public static final int B_INTERFACE_IDENTIFIER_LENGTH = 8;
    public static final int B_REMOTE_INTERFACE_IDENTIFIER = 20;
    public static final int B_REMOTE_INTERFACE_IDENTIFIER_LENGTH = 8;
    public static final int B_PREFIX = 36;
    public static final int B_PREFIX_LENGTH = 8;
    public static final int DW_PREFIX_LENGTH = 44;

    private PppIpv6CpInfo() {}
}
