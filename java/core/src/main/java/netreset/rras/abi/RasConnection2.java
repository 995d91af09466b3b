// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/**
 * {@code <mprapi.h>}; 64-bit layout. Level 2 of MprAdminConnectionEnum: the user and the negotiated protocols.
 *
 * <pre>{@code
 * struct RAS_CONNECTION_2 {
 *     HANDLE hConnection;
 *     WCHAR wszUserName[UNLEN + 1];
 *     ROUTER_INTERFACE_TYPE dwInterfaceType;
 *     GUID guid;
 *     PPP_INFO_2 PppInfo2;
 * };
 * }</pre>
 */
public final class RasConnection2 {
    public static final int SIZE = 848;
    public static final int H_CONNECTION = 0;
    public static final int WSZ_USER_NAME = 8;
    public static final int WSZ_USER_NAME_LENGTH = 514;
    public static final int DW_INTERFACE_TYPE = 524;
    public static final int GUID = 528;
    public static final int PPP_INFO2 = 544;

    private RasConnection2() {}
}
