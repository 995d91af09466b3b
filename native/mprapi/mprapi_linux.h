// SPDX-License-Identifier: Apache-2.0
// For Linux: the types and structs of mprapi.h (64-bit Windows) that the stand-in fills. WCHAR has 2 bytes, BOOL and DWORD
// have 4, there is one calling convention. native/mprapi/check compares every size and offset with mingw's headers.
#ifndef MPRAPI_LINUX_H
#define MPRAPI_LINUX_H

#include <stdint.h>

typedef uint8_t BYTE, UCHAR;
typedef uint16_t WCHAR;
typedef uint32_t DWORD;
typedef int32_t BOOL;
typedef uint64_t ULONG64;
typedef void VOID, *HANDLE, *LPVOID;
typedef BYTE *LPBYTE;
typedef DWORD *LPDWORD;
typedef WCHAR *LPWSTR;
typedef HANDLE RAS_SERVER_HANDLE, MPR_SERVER_HANDLE;

#define WINAPI
#define INVALID_HANDLE_VALUE ((HANDLE) (intptr_t) -1)
#define INFINITE 0xffffffffu
#define WAIT_OBJECT_0 0u
#define WAIT_TIMEOUT 258u
#define WAIT_FAILED 0xffffffffu

enum {
    MAX_INTERFACE_NAME_LEN = 256, MAX_PORT_NAME = 16, MAX_MEDIA_NAME = 16, MAX_DEVICE_NAME = 128, MAX_DEVICETYPE_NAME = 16,
    UNLEN = 256, DNLEN = 15, NETBIOS_NAME_LEN = 16, IPADDRESSLEN = 15, IPXADDRESSLEN = 22, ATADDRESSLEN = 32,
    MAXIPADRESSLEN = 64
};

typedef enum {
    RAS_PORT_NON_OPERATIONAL, RAS_PORT_DISCONNECTED, RAS_PORT_CALLING_BACK, RAS_PORT_LISTENING, RAS_PORT_AUTHENTICATING,
    RAS_PORT_AUTHENTICATED, RAS_PORT_INITIALIZING
} RAS_PORT_CONDITION;

typedef enum { RAS_HARDWARE_OPERATIONAL, RAS_HARDWARE_FAILURE } RAS_HARDWARE_CONDITION;

typedef enum {
    ROUTER_IF_TYPE_CLIENT, ROUTER_IF_TYPE_HOME_ROUTER, ROUTER_IF_TYPE_FULL_ROUTER, ROUTER_IF_TYPE_DEDICATED,
    ROUTER_IF_TYPE_INTERNAL, ROUTER_IF_TYPE_LOOPBACK, ROUTER_IF_TYPE_TUNNEL1, ROUTER_IF_TYPE_DIALOUT
} ROUTER_INTERFACE_TYPE;

typedef enum {
    RAS_QUAR_STATE_NORMAL, RAS_QUAR_STATE_QUARANTINE, RAS_QUAR_STATE_PROBATION, RAS_QUAR_STATE_NOT_CAPABLE
} RAS_QUARANTINE_STATE;

typedef struct {
    DWORD Data1;
    uint16_t Data2, Data3;
    BYTE Data4[8];
} GUID;

typedef struct {
    DWORD dwLowDateTime, dwHighDateTime;
} FILETIME;

#define TRAFFIC                                                                              \
    DWORD dwBytesXmited, dwBytesRcved, dwFramesXmited, dwFramesRcved, dwCrcErr, dwTimeoutErr; \
    DWORD dwAlignmentErr, dwHardwareOverrunErr, dwFramingErr, dwBufferOverrunErr;             \
    DWORD dwCompressionRatioIn, dwCompressionRatioOut

typedef struct {
    HANDLE hPort, hConnection;
    RAS_PORT_CONDITION dwPortCondition;
    DWORD dwTotalNumberOfCalls, dwConnectDuration;
    WCHAR wszPortName[MAX_PORT_NAME + 1], wszMediaName[MAX_MEDIA_NAME + 1];
    WCHAR wszDeviceName[MAX_DEVICE_NAME + 1], wszDeviceType[MAX_DEVICETYPE_NAME + 1];
} RAS_PORT_0;

typedef struct {
    HANDLE hPort, hConnection;
    RAS_HARDWARE_CONDITION dwHardwareCondition;
    DWORD dwLineSpeed;
    TRAFFIC;
} RAS_PORT_1;

typedef struct {
    DWORD dwError;
    WCHAR wszWksta[NETBIOS_NAME_LEN + 1];
} PPP_NBFCP_INFO;

typedef struct {
    DWORD dwError;
    WCHAR wszAddress[IPADDRESSLEN + 1], wszRemoteAddress[IPADDRESSLEN + 1];
} PPP_IPCP_INFO;

typedef struct {
    DWORD dwError;
    WCHAR wszAddress[IPADDRESSLEN + 1], wszRemoteAddress[IPADDRESSLEN + 1];
    DWORD dwOptions, dwRemoteOptions;
} PPP_IPCP_INFO2;

typedef struct {
    DWORD dwError;
    WCHAR wszAddress[IPXADDRESSLEN + 1];
} PPP_IPXCP_INFO;

typedef struct {
    DWORD dwError;
    WCHAR wszAddress[ATADDRESSLEN + 1];
} PPP_ATCP_INFO;

typedef struct {
    DWORD dwVersion, dwSize, dwError;
    BYTE bInterfaceIdentifier[8], bRemoteInterfaceIdentifier[8];
    DWORD dwOptions, dwRemoteOptions;
    BYTE bPrefix[8];
    DWORD dwPrefixLength;
} PPP_IPV6_CP_INFO;

typedef struct {
    DWORD dwError, dwCompressionAlgorithm, dwOptions, dwRemoteCompressionAlgorithm, dwRemoteOptions;
} PPP_CCP_INFO;

typedef struct {
    DWORD dwError, dwAuthenticationProtocol, dwAuthenticationData, dwRemoteAuthenticationProtocol;
    DWORD dwRemoteAuthenticationData, dwTerminateReason, dwRemoteTerminateReason, dwOptions, dwRemoteOptions;
    DWORD dwEapTypeId, dwRemoteEapTypeId;
} PPP_LCP_INFO;

typedef struct {
    PPP_NBFCP_INFO nbf;
    PPP_IPCP_INFO ip;
    PPP_IPXCP_INFO ipx;
    PPP_ATCP_INFO at;
} PPP_INFO;

typedef struct {
    PPP_NBFCP_INFO nbf;
    PPP_IPCP_INFO2 ip;
    PPP_IPXCP_INFO ipx;
    PPP_ATCP_INFO at;
    PPP_CCP_INFO ccp;
    PPP_LCP_INFO lcp;
} PPP_INFO_2;

typedef struct {
    PPP_NBFCP_INFO nbf;
    PPP_IPCP_INFO2 ip;
    PPP_IPV6_CP_INFO ipv6;
    PPP_CCP_INFO ccp;
    PPP_LCP_INFO lcp;
} PPP_INFO_3;

typedef struct {
    HANDLE hConnection, hInterface;
    DWORD dwConnectDuration;
    ROUTER_INTERFACE_TYPE dwInterfaceType;
    DWORD dwConnectionFlags;
    WCHAR wszInterfaceName[MAX_INTERFACE_NAME_LEN + 1], wszUserName[UNLEN + 1];
    WCHAR wszLogonDomain[DNLEN + 1], wszRemoteComputer[NETBIOS_NAME_LEN + 1];
} RAS_CONNECTION_0;

typedef struct {
    HANDLE hConnection, hInterface;
    PPP_INFO PppInfo;
    TRAFFIC;
} RAS_CONNECTION_1;

typedef struct {
    HANDLE hConnection;
    WCHAR wszUserName[UNLEN + 1];
    ROUTER_INTERFACE_TYPE dwInterfaceType;
    GUID guid;
    PPP_INFO_2 PppInfo2;
} RAS_CONNECTION_2;

typedef struct {
    DWORD dwVersion, dwSize;
    HANDLE hConnection;
    WCHAR wszUserName[UNLEN + 1];
    ROUTER_INTERFACE_TYPE dwInterfaceType;
    GUID guid;
    PPP_INFO_3 PppInfo3;
    RAS_QUARANTINE_STATE rasQuarState;
    FILETIME timer;
} RAS_CONNECTION_3;

typedef struct {
    UCHAR revision, type;
    uint16_t size;
} MPRAPI_OBJECT_HEADER, *PMPRAPI_OBJECT_HEADER;

typedef struct {
    DWORD dwIPv4NegotiationError;
    WCHAR wszAddress[IPADDRESSLEN + 1], wszRemoteAddress[IPADDRESSLEN + 1];
    DWORD dwIPv4Options, dwIPv4RemoteOptions;
    ULONG64 IPv4SubInterfaceIndex;
    DWORD dwIPv6NegotiationError;
    BYTE bInterfaceIdentifier[8], bRemoteInterfaceIdentifier[8], bPrefix[8];
    DWORD dwPrefixLength;
    ULONG64 IPv6SubInterfaceIndex;
    DWORD dwLcpError, dwAuthenticationProtocol, dwAuthenticationData, dwRemoteAuthenticationProtocol;
    DWORD dwRemoteAuthenticationData, dwLcpTerminateReason, dwLcpRemoteTerminateReason, dwLcpOptions, dwLcpRemoteOptions;
    DWORD dwEapTypeId, dwRemoteEapTypeId, dwCcpError, dwCompressionAlgorithm, dwCcpOptions;
    DWORD dwRemoteCompressionAlgorithm, dwCcpRemoteOptions;
} PPP_PROJECTION_INFO;

typedef struct {
    DWORD dwIPv4NegotiationError;
    WCHAR wszAddress[IPADDRESSLEN + 1], wszRemoteAddress[IPADDRESSLEN + 1];
    ULONG64 IPv4SubInterfaceIndex;
    DWORD dwIPv6NegotiationError;
    BYTE bInterfaceIdentifier[8], bRemoteInterfaceIdentifier[8], bPrefix[8];
    DWORD dwPrefixLength;
    ULONG64 IPv6SubInterfaceIndex;
    DWORD dwOptions, dwAuthenticationProtocol, dwEapTypeId, dwCompressionAlgorithm, dwEncryptionMethod;
} IKEV2_PROJECTION_INFO;

typedef struct {
    UCHAR projectionInfoType;
    union {
        IKEV2_PROJECTION_INFO Ikev2ProjectionInfo;
        PPP_PROJECTION_INFO PppProjectionInfo;
    };
} PROJECTION_INFO;

typedef struct {
    MPRAPI_OBJECT_HEADER Header;
    DWORD dwConnectDuration;
    ROUTER_INTERFACE_TYPE dwInterfaceType;
    DWORD dwConnectionFlags;
    WCHAR wszInterfaceName[MAX_INTERFACE_NAME_LEN + 1], wszUserName[UNLEN + 1];
    WCHAR wszLogonDomain[DNLEN + 1], wszRemoteComputer[NETBIOS_NAME_LEN + 1];
    GUID guid;
    RAS_QUARANTINE_STATE rasQuarState;
    FILETIME probationTime;
    TRAFFIC;
    DWORD dwNumSwitchOvers;
    WCHAR wszRemoteEndpointAddress[MAXIPADRESSLEN + 1], wszLocalEndpointAddress[MAXIPADRESSLEN + 1];
    PROJECTION_INFO ProjectionInfo;
    HANDLE hConnection, hInterface;
} RAS_CONNECTION_EX, *PRAS_CONNECTION_EX;

typedef struct {
    BOOL fLanOnlyMode;
    DWORD dwUpTime, dwTotalPorts, dwPortsInUse;
} MPR_SERVER_0;

typedef struct {
    DWORD dwNumPptpPorts, dwPptpPortFlags, dwNumL2tpPorts, dwL2tpPortFlags;
} MPR_SERVER_1;

typedef struct {
    DWORD dwNumPptpPorts, dwPptpPortFlags, dwNumL2tpPorts, dwL2tpPortFlags, dwNumSstpPorts, dwSstpPortFlags;
} MPR_SERVER_2;

DWORD MprAdminServerConnect(LPWSTR name, MPR_SERVER_HANDLE *out);
VOID MprAdminServerDisconnect(MPR_SERVER_HANDLE server);
BOOL MprAdminIsServiceRunning(LPWSTR name);
DWORD MprAdminIsServiceInitialized(LPWSTR name, BOOL *out);
DWORD MprAdminServerGetInfo(MPR_SERVER_HANDLE server, DWORD level, LPBYTE *out);
DWORD MprAdminPortEnum(RAS_SERVER_HANDLE server, DWORD level, HANDLE connection, LPBYTE *buffer, DWORD pref, LPDWORD read,
    LPDWORD total, LPDWORD resume);
DWORD MprAdminPortGetInfo(RAS_SERVER_HANDLE server, DWORD level, HANDLE port, LPBYTE *out);
DWORD MprAdminPortReset(RAS_SERVER_HANDLE server, HANDLE port);
DWORD MprAdminPortDisconnect(RAS_SERVER_HANDLE server, HANDLE port);
DWORD MprAdminPortClearStats(RAS_SERVER_HANDLE server, HANDLE port);
DWORD MprAdminConnectionEnum(RAS_SERVER_HANDLE server, DWORD level, LPBYTE *buffer, DWORD pref, LPDWORD read, LPDWORD total,
    LPDWORD resume);
DWORD MprAdminConnectionGetInfo(RAS_SERVER_HANDLE server, DWORD level, HANDLE connection, LPBYTE *out);
DWORD MprAdminConnectionEnumEx(RAS_SERVER_HANDLE server, PMPRAPI_OBJECT_HEADER header, DWORD pref, LPDWORD read, LPDWORD total,
    PRAS_CONNECTION_EX *out, LPDWORD resume);
DWORD MprAdminBufferFree(LPVOID data);
DWORD MprAdminGetErrorString(DWORD code, LPWSTR *out);
DWORD MprAdminRegisterConnectionNotification(MPR_SERVER_HANDLE server, HANDLE event);
DWORD MprAdminDeregisterConnectionNotification(MPR_SERVER_HANDLE server, HANDLE event);
// Of kernel32.
HANDLE CreateEventW(LPVOID attributes, BOOL manual, BOOL initial, LPWSTR name);
BOOL SetEvent(HANDLE handle);
BOOL CloseHandle(HANDLE handle);
DWORD WaitForSingleObject(HANDLE handle, DWORD millis);
LPVOID LocalFree(LPVOID text);

#endif
