// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/**
 * {@code <mprapi.h>}; 64-bit layout. Level 0 of MprAdminConnectionEnum: who is connected, for how many seconds.
 *
 * <pre>{@code
 * struct RAS_CONNECTION_0 {
 *     HANDLE hConnection;
 *     HANDLE hInterface;
 *     DWORD dwConnectDuration;
 *     ROUTER_INTERFACE_TYPE dwInterfaceType;
 *     DWORD dwConnectionFlags;
 *     WCHAR wszInterfaceName[MAX_INTERFACE_NAME_LEN + 1];
 *     WCHAR wszUserName[UNLEN + 1];
 *     WCHAR wszLogonDomain[DNLEN + 1];
 *     WCHAR wszRemoteComputer[NETBIOS_NAME_LEN + 1];
 * };
 * }</pre>
 */
public final class RasConnection0 {
    public static final int SIZE = 1128;
    public static final int H_CONNECTION = 0;
    public static final int H_INTERFACE = 8;
    public static final int DW_CONNECT_DURATION = 16;
    public static final int DW_INTERFACE_TYPE = 20;
    public static final int DW_CONNECTION_FLAGS = 24;
    public static final int WSZ_INTERFACE_NAME = 28;
    public static final int WSZ_INTERFACE_NAME_LENGTH = 514;
    public static final int WSZ_USER_NAME = 542;
    public static final int WSZ_USER_NAME_LENGTH = 514;
    public static final int WSZ_LOGON_DOMAIN = 1056;
    public static final int WSZ_LOGON_DOMAIN_LENGTH = 32;
    public static final int WSZ_REMOTE_COMPUTER = 1088;
    public static final int WSZ_REMOTE_COMPUTER_LENGTH = 34;

    private RasConnection0() {}
}
