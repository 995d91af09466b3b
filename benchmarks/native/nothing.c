// SPDX-License-Identifier: Apache-2.0
// The functions of mprapi.dll that netreset needs, doing nothing: what is left of a call is the call.
#include <stdint.h>

#define NOTHING(name) uint32_t name(void) { return 0; }

// DWORD MprAdminPortReset(RAS_SERVER_HANDLE hRasServer, HANDLE hPort), mprapi.h
uint32_t MprAdminPortReset(void *server, void *port) {
    (void)server;
    (void)port;
    return 0;
}

// DWORD MprAdminServerConnect(LPWSTR lpwsServerName, MPR_SERVER_HANDLE *phMprServer), mprapi.h
uint32_t MprAdminServerConnect(uint16_t *name, void **server) {
    (void)name;
    *server = (void *)1;
    return 0;
}

NOTHING(MprAdminServerDisconnect)
NOTHING(MprAdminIsServiceRunning)
NOTHING(MprAdminPortEnum)
NOTHING(MprAdminPortGetInfo)
NOTHING(MprAdminPortClearStats)
NOTHING(MprAdminPortDisconnect)
NOTHING(MprAdminConnectionEnum)
NOTHING(MprAdminConnectionGetInfo)
NOTHING(MprAdminConnectionClearStats)
NOTHING(MprAdminBufferFree)
