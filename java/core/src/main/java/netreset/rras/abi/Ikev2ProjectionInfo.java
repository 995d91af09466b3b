// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/**
 * {@code <mprapi.h>}; 64-bit layout. What IKEv2 negotiated, in RAS_CONNECTION_EX.
 *
 * <pre>{@code
 * struct IKEV2_PROJECTION_INFO {
 *     DWORD dwIPv4NegotiationError;
 *     WCHAR wszAddress[IPADDRESSLEN + 1];
 *     WCHAR wszRemoteAddress[IPADDRESSLEN + 1];
 *     ...
 * };
 * }</pre>
 */
public final class Ikev2ProjectionInfo {
    public static final int SIZE = 144;
    public static final int DW_IPV4_NEGOTIATION_ERROR = 0;
    public static final int WSZ_ADDRESS = 4;
    public static final int WSZ_ADDRESS_LENGTH = 32;
    public static final int WSZ_REMOTE_ADDRESS = 36;
    public static final int WSZ_REMOTE_ADDRESS_LENGTH = 32;

    private Ikev2ProjectionInfo() {}
}
