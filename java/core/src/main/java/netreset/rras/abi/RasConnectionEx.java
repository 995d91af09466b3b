// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/**
 * {@code <mprapi.h>}; 64-bit layout. What MprAdminConnectionEnumEx lists; its Header says which revision.
 *
 * <pre>{@code
 * struct RAS_CONNECTION_EX {
 *     MPRAPI_OBJECT_HEADER Header;
 *     DWORD dwConnectDuration;
 *     ROUTER_INTERFACE_TYPE dwInterfaceType;
 *     DWORD dwConnectionFlags;
 *     WCHAR wszInterfaceName[MAX_INTERFACE_NAME_LEN + 1];
 *     WCHAR wszUserName[UNLEN + 1];
 *     WCHAR wszLogonDomain[DNLEN + 1];
 *     WCHAR wszRemoteComputer[NETBIOS_NAME_LEN + 1];
 *     GUID guid;
 *     RAS_QUARANTINE_STATE rasQuarState;
 *     FILETIME probationTime;
 *     DWORD dwBytesXmited;
 *     DWORD dwBytesRcved;
 *     DWORD dwFramesXmited;
 *     DWORD dwFramesRcved;
 *     DWORD dwCrcErr;
 *     DWORD dwTimeoutErr;
 *     DWORD dwAlignmentErr;
 *     DWORD dwHardwareOverrunErr;
 *     DWORD dwFramingErr;
 *     DWORD dwBufferOverrunErr;
 *     DWORD dwCompressionRatioIn;
 *     DWORD dwCompressionRatioOut;
 *     DWORD dwNumSwitchOvers;
 *     WCHAR wszRemoteEndpointAddress[MAXIPADRESSLEN + 1];
 *     WCHAR wszLocalEndpointAddress[MAXIPADRESSLEN + 1];
 *     PROJECTION_INFO ProjectionInfo;
 *     HANDLE hConnection;
 *     HANDLE hInterface;
 * };
 * }</pre>
 */
public final class RasConnectionEx {
    public static final int SIZE = 1672;
    public static final int HEADER = 0;
    public static final int DW_CONNECT_DURATION = 4;
    public static final int DW_INTERFACE_TYPE = 8;
    public static final int DW_CONNECTION_FLAGS = 12;
    public static final int WSZ_INTERFACE_NAME = 16;
    public static final int WSZ_INTERFACE_NAME_LENGTH = 514;
    public static final int WSZ_USER_NAME = 530;
    public static final int WSZ_USER_NAME_LENGTH = 514;
    public static final int WSZ_LOGON_DOMAIN = 1044;
    public static final int WSZ_LOGON_DOMAIN_LENGTH = 32;
    public static final int WSZ_REMOTE_COMPUTER = 1076;
    public static final int WSZ_REMOTE_COMPUTER_LENGTH = 34;
    public static final int GUID = 1112;
    public static final int RAS_QUAR_STATE = 1128;
    public static final int PROBATION_TIME = 1132;
    public static final int DW_BYTES_XMITED = 1140;
    public static final int DW_BYTES_RCVED = 1144;
    public static final int DW_FRAMES_XMITED = 1148;
    public static final int DW_FRAMES_RCVED = 1152;
    public static final int DW_CRC_ERR = 1156;
    public static final int DW_TIMEOUT_ERR = 1160;
    public static final int DW_ALIGNMENT_ERR = 1164;
    public static final int DW_HARDWARE_OVERRUN_ERR = 1168;
    public static final int DW_FRAMING_ERR = 1172;
    public static final int DW_BUFFER_OVERRUN_ERR = 1176;
    public static final int DW_COMPRESSION_RATIO_IN = 1180;
    public static final int DW_COMPRESSION_RATIO_OUT = 1184;
    public static final int DW_NUM_SWITCH_OVERS = 1188;
    public static final int WSZ_REMOTE_ENDPOINT_ADDRESS = 1192;
    public static final int WSZ_REMOTE_ENDPOINT_ADDRESS_LENGTH = 130;
    public static final int WSZ_LOCAL_ENDPOINT_ADDRESS = 1322;
    public static final int WSZ_LOCAL_ENDPOINT_ADDRESS_LENGTH = 130;
    public static final int PROJECTION_INFO = 1456;
    public static final int H_CONNECTION = 1656;
    public static final int H_INTERFACE = 1664;

    private RasConnectionEx() {}
}
