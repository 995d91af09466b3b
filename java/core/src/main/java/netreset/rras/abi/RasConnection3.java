// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/**
 * {@code <mprapi.h>}; 64-bit layout. Level 3 of MprAdminConnectionEnum, since Windows Server 2008: as level 2, and the quarantine.
 *
 * <pre>{@code
 * struct RAS_CONNECTION_3 {
 *     DWORD dwVersion;
 *     DWORD dwSize;
 *     HANDLE hConnection;
 *     WCHAR wszUserName[UNLEN + 1];
 *     ROUTER_INTERFACE_TYPE dwInterfaceType;
 *     GUID guid;
 *     PPP_INFO_3 PppInfo3;
 *     RAS_QUARANTINE_STATE rasQuarState;
 *     FILETIME timer;
 * };
 * }</pre>
 */
public final class RasConnection3 {
    public static final int SIZE = 792;
    public static final int DW_VERSION = 0;
    public static final int DW_SIZE = 4;
    public static final int H_CONNECTION = 8;
    public static final int WSZ_USER_NAME = 16;
    public static final int WSZ_USER_NAME_LENGTH = 514;
    public static final int DW_INTERFACE_TYPE = 532;
    public static final int GUID = 536;
    public static final int PPP_INFO3 = 552;
    public static final int RAS_QUAR_STATE = 780;
    public static final int TIMER = 784;

    private RasConnection3() {}
}
