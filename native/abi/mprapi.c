// SPDX-License-Identifier: Apache-2.0
// What mingw-w64's headers say about every struct and number of mprapi.dll and its company that netreset uses. Compiled,
// never run: each line "@ STRUCT FIELD number" is left in the assembler text (gcc -S), and check-mprapi gives it Java's
// name. With STANDIN the structs are those of the stand-in's own header for Linux, which has to print the same.
#ifdef STANDIN
#include "../mprapi/mprapi_linux.h"
#include <stddef.h>
#else
#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0A00
#include <stddef.h>
#include <windows.h>

#include <mprapi.h>
#include <mprerror.h>
#include <raserror.h>
#endif

#define PRINT(owner, name, value) __asm__ volatile("\n@ " #owner " " #name " %c0\n" ::"i"(value))
#define SIZE(type) PRINT(type, SIZE, sizeof(type))
#define FIELD(type, field) PRINT(type, field, offsetof(type, field))
#define ARRAY(type, field) \
    FIELD(type, field);    \
    PRINT(type, field##Length, sizeof(((type *) 0)->field)) // bytes
// The name is a macro itself: it must get here unexpanded, so its owner can't be passed along.
#define VALUE(name) __asm__ volatile("\n@ " OWNER " " #name " %c0\n" ::"i"((int) (name)))

static void traffic(void) {
#define STATISTICS(type)                   \
    FIELD(type, dwBytesXmited);         \
    FIELD(type, dwBytesRcved);          \
    FIELD(type, dwFramesXmited);        \
    FIELD(type, dwFramesRcved);         \
    FIELD(type, dwCrcErr);              \
    FIELD(type, dwTimeoutErr);          \
    FIELD(type, dwAlignmentErr);        \
    FIELD(type, dwHardwareOverrunErr);  \
    FIELD(type, dwFramingErr);          \
    FIELD(type, dwBufferOverrunErr);    \
    FIELD(type, dwCompressionRatioIn);  \
    FIELD(type, dwCompressionRatioOut)

    STATISTICS(RAS_PORT_1);
    STATISTICS(RAS_CONNECTION_1);
    STATISTICS(RAS_CONNECTION_EX);
}

static void ports(void) {
    SIZE(RAS_PORT_0);
    FIELD(RAS_PORT_0, hPort);
    FIELD(RAS_PORT_0, hConnection);
    FIELD(RAS_PORT_0, dwPortCondition);
    FIELD(RAS_PORT_0, dwTotalNumberOfCalls);
    FIELD(RAS_PORT_0, dwConnectDuration);
    ARRAY(RAS_PORT_0, wszPortName);
    ARRAY(RAS_PORT_0, wszMediaName);
    ARRAY(RAS_PORT_0, wszDeviceName);
    ARRAY(RAS_PORT_0, wszDeviceType);

    SIZE(RAS_PORT_1);
    FIELD(RAS_PORT_1, hPort);
    FIELD(RAS_PORT_1, hConnection);
    FIELD(RAS_PORT_1, dwHardwareCondition);
    FIELD(RAS_PORT_1, dwLineSpeed);
}

static void connections(void) {
    SIZE(RAS_CONNECTION_0);
    FIELD(RAS_CONNECTION_0, hConnection);
    FIELD(RAS_CONNECTION_0, hInterface);
    FIELD(RAS_CONNECTION_0, dwConnectDuration);
    FIELD(RAS_CONNECTION_0, dwInterfaceType);
    FIELD(RAS_CONNECTION_0, dwConnectionFlags);
    ARRAY(RAS_CONNECTION_0, wszInterfaceName);
    ARRAY(RAS_CONNECTION_0, wszUserName);
    ARRAY(RAS_CONNECTION_0, wszLogonDomain);
    ARRAY(RAS_CONNECTION_0, wszRemoteComputer);

    SIZE(RAS_CONNECTION_1);
    FIELD(RAS_CONNECTION_1, hConnection);
    FIELD(RAS_CONNECTION_1, hInterface);
    FIELD(RAS_CONNECTION_1, PppInfo);

    SIZE(RAS_CONNECTION_2);
    FIELD(RAS_CONNECTION_2, hConnection);
    ARRAY(RAS_CONNECTION_2, wszUserName);
    FIELD(RAS_CONNECTION_2, dwInterfaceType);
    FIELD(RAS_CONNECTION_2, guid);
    FIELD(RAS_CONNECTION_2, PppInfo2);

    SIZE(RAS_CONNECTION_3);
    FIELD(RAS_CONNECTION_3, dwVersion);
    FIELD(RAS_CONNECTION_3, dwSize);
    FIELD(RAS_CONNECTION_3, hConnection);
    ARRAY(RAS_CONNECTION_3, wszUserName);
    FIELD(RAS_CONNECTION_3, dwInterfaceType);
    FIELD(RAS_CONNECTION_3, guid);
    FIELD(RAS_CONNECTION_3, PppInfo3);
    FIELD(RAS_CONNECTION_3, rasQuarState);
    FIELD(RAS_CONNECTION_3, timer);
}

static void ppp(void) {
    SIZE(PPP_NBFCP_INFO);
    FIELD(PPP_NBFCP_INFO, dwError);
    ARRAY(PPP_NBFCP_INFO, wszWksta);
    SIZE(PPP_IPCP_INFO);
    FIELD(PPP_IPCP_INFO, dwError);
    ARRAY(PPP_IPCP_INFO, wszAddress);
    ARRAY(PPP_IPCP_INFO, wszRemoteAddress);
    SIZE(PPP_IPCP_INFO2);
    FIELD(PPP_IPCP_INFO2, dwError);
    ARRAY(PPP_IPCP_INFO2, wszAddress);
    ARRAY(PPP_IPCP_INFO2, wszRemoteAddress);
    SIZE(PPP_IPV6_CP_INFO);
    FIELD(PPP_IPV6_CP_INFO, dwVersion);
    FIELD(PPP_IPV6_CP_INFO, dwSize);
    FIELD(PPP_IPV6_CP_INFO, dwError);
    ARRAY(PPP_IPV6_CP_INFO, bInterfaceIdentifier);
    ARRAY(PPP_IPV6_CP_INFO, bRemoteInterfaceIdentifier);
    ARRAY(PPP_IPV6_CP_INFO, bPrefix);
    FIELD(PPP_IPV6_CP_INFO, dwPrefixLength);
    SIZE(PPP_IPXCP_INFO);
    SIZE(PPP_ATCP_INFO);
    SIZE(PPP_CCP_INFO);
    SIZE(PPP_LCP_INFO);

    SIZE(PPP_INFO);
    FIELD(PPP_INFO, nbf);
    FIELD(PPP_INFO, ip);
    SIZE(PPP_INFO_2);
    FIELD(PPP_INFO_2, nbf);
    FIELD(PPP_INFO_2, ip);
    FIELD(PPP_INFO_2, ccp);
    FIELD(PPP_INFO_2, lcp);
    SIZE(PPP_INFO_3);
    FIELD(PPP_INFO_3, nbf);
    FIELD(PPP_INFO_3, ip);
    FIELD(PPP_INFO_3, ipv6);
    FIELD(PPP_INFO_3, ccp);
    FIELD(PPP_INFO_3, lcp);
}

static void connection_ex(void) {
    SIZE(MPRAPI_OBJECT_HEADER);
    FIELD(MPRAPI_OBJECT_HEADER, revision);
    FIELD(MPRAPI_OBJECT_HEADER, type);
    PRINT(MPRAPI_OBJECT_HEADER, OBJECT_SIZE, offsetof(MPRAPI_OBJECT_HEADER, size)); // SIZE is the struct's own

    SIZE(RAS_CONNECTION_EX);
    FIELD(RAS_CONNECTION_EX, Header);
    FIELD(RAS_CONNECTION_EX, dwConnectDuration);
    FIELD(RAS_CONNECTION_EX, dwInterfaceType);
    FIELD(RAS_CONNECTION_EX, dwConnectionFlags);
    ARRAY(RAS_CONNECTION_EX, wszInterfaceName);
    ARRAY(RAS_CONNECTION_EX, wszUserName);
    ARRAY(RAS_CONNECTION_EX, wszLogonDomain);
    ARRAY(RAS_CONNECTION_EX, wszRemoteComputer);
    FIELD(RAS_CONNECTION_EX, guid);
    FIELD(RAS_CONNECTION_EX, rasQuarState);
    FIELD(RAS_CONNECTION_EX, probationTime);
    FIELD(RAS_CONNECTION_EX, dwNumSwitchOvers);
    ARRAY(RAS_CONNECTION_EX, wszRemoteEndpointAddress);
    ARRAY(RAS_CONNECTION_EX, wszLocalEndpointAddress);
    FIELD(RAS_CONNECTION_EX, ProjectionInfo);
    FIELD(RAS_CONNECTION_EX, hConnection);
    FIELD(RAS_CONNECTION_EX, hInterface);

    SIZE(PPP_PROJECTION_INFO);
    FIELD(PPP_PROJECTION_INFO, dwIPv4NegotiationError);
    ARRAY(PPP_PROJECTION_INFO, wszAddress);
    ARRAY(PPP_PROJECTION_INFO, wszRemoteAddress);
    SIZE(IKEV2_PROJECTION_INFO);
    FIELD(IKEV2_PROJECTION_INFO, dwIPv4NegotiationError);
    ARRAY(IKEV2_PROJECTION_INFO, wszAddress);
    ARRAY(IKEV2_PROJECTION_INFO, wszRemoteAddress);
    SIZE(PROJECTION_INFO);
    FIELD(PROJECTION_INFO, projectionInfoType);
    FIELD(PROJECTION_INFO, Ikev2ProjectionInfo);
    FIELD(PROJECTION_INFO, PppProjectionInfo);
}

static void server(void) {
    SIZE(MPR_SERVER_0);
    FIELD(MPR_SERVER_0, fLanOnlyMode);
    FIELD(MPR_SERVER_0, dwUpTime);
    FIELD(MPR_SERVER_0, dwTotalPorts);
    FIELD(MPR_SERVER_0, dwPortsInUse);
    SIZE(MPR_SERVER_1);
    FIELD(MPR_SERVER_1, dwNumPptpPorts);
    FIELD(MPR_SERVER_1, dwPptpPortFlags);
    FIELD(MPR_SERVER_1, dwNumL2tpPorts);
    FIELD(MPR_SERVER_1, dwL2tpPortFlags);
    SIZE(MPR_SERVER_2);
    FIELD(MPR_SERVER_2, dwNumPptpPorts);
    FIELD(MPR_SERVER_2, dwPptpPortFlags);
    FIELD(MPR_SERVER_2, dwNumL2tpPorts);
    FIELD(MPR_SERVER_2, dwL2tpPortFlags);
    FIELD(MPR_SERVER_2, dwNumSstpPorts);
    FIELD(MPR_SERVER_2, dwSstpPortFlags);
}

static void enums(void) {
#define OWNER "RAS_PORT_CONDITION"
    VALUE(RAS_PORT_NON_OPERATIONAL);
    VALUE(RAS_PORT_DISCONNECTED);
    VALUE(RAS_PORT_CALLING_BACK);
    VALUE(RAS_PORT_LISTENING);
    VALUE(RAS_PORT_AUTHENTICATING);
    VALUE(RAS_PORT_AUTHENTICATED);
    VALUE(RAS_PORT_INITIALIZING);
#undef OWNER
#define OWNER "RAS_HARDWARE_CONDITION"
    VALUE(RAS_HARDWARE_OPERATIONAL);
    VALUE(RAS_HARDWARE_FAILURE);
#undef OWNER
#define OWNER "ROUTER_INTERFACE_TYPE"
    VALUE(ROUTER_IF_TYPE_CLIENT);
    VALUE(ROUTER_IF_TYPE_HOME_ROUTER);
    VALUE(ROUTER_IF_TYPE_FULL_ROUTER);
    VALUE(ROUTER_IF_TYPE_DEDICATED);
    VALUE(ROUTER_IF_TYPE_INTERNAL);
    VALUE(ROUTER_IF_TYPE_LOOPBACK);
    VALUE(ROUTER_IF_TYPE_TUNNEL1);
    VALUE(ROUTER_IF_TYPE_DIALOUT);
#undef OWNER
#define OWNER "RAS_QUARANTINE_STATE"
    VALUE(RAS_QUAR_STATE_NORMAL);
    VALUE(RAS_QUAR_STATE_QUARANTINE);
    VALUE(RAS_QUAR_STATE_PROBATION);
    VALUE(RAS_QUAR_STATE_NOT_CAPABLE);
#undef OWNER
}

#ifndef STANDIN
#include "mprapi_numbers.h"
#endif

void print(void) {
    ports();
    connections();
    ppp();
    connection_ex();
    traffic();
    server();
    enums();
#ifndef STANDIN
    numbers();
#endif
}
