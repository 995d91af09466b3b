// SPDX-License-Identifier: Apache-2.0
// The functions of mprapi.dll, as Microsoft documents them. Compiled once with the MprAdmin names, and once (FAMILY=RasAdmin)
// with the older ones, which are fewer. OLD leaves out what came after Windows 2000.
#include "standin.h"

#include <string.h>

#ifndef FAMILY
#define FAMILY MprAdmin
#endif
#define PASTE(a, b) a##b
#define JOIN(a, b) PASTE(a, b)
#define FN(name) JOIN(FAMILY, name)
#define QUOTE(name) #name
#define EXPAND(name) QUOTE(name)
#define CALL(name, ...) \
    struct call call = { .function = EXPAND(FAMILY) #name, __VA_ARGS__ }
#define HEX(handle) ((unsigned long long) (uintptr_t) (handle))

static bool reachable(void) { return world.service == RUNNING || world.service == STARTING || world.service == LAN_ONLY; }

// Any non-zero BOOL is true.
EXPORT BOOL WINAPI FN(IsServiceRunning)(LPWSTR name) {
    char text[128];
    CALL(IsServiceRunning);
    if (call_begin(&call, "%s", call_name(name, text, sizeof text))) call.result = reachable() ? 2 : 0;
    return (BOOL) call_end(&call);
}

EXPORT DWORD WINAPI FN(ServerConnect)(LPWSTR name, MPR_SERVER_HANDLE *out) {
    char text[128];
    CALL(ServerConnect);
    if (call_begin(&call, "%s", call_name(name, text, sizeof text))) {
        if (!out) call.result = 1702;
        else if (world.service == DENIED) call.result = 5;
        else if (world.service == ABSENT) call.result = 1717;
        else if (!(*out = call_connect())) call.result = 8;
    }
    if (call.result && out) *out = (HANDLE) (uintptr_t) 0xDEADBEEFDEADBEE8u;
    return call_end(&call);
}

EXPORT VOID WINAPI FN(ServerDisconnect)(MPR_SERVER_HANDLE server) {
    CALL(ServerDisconnect);
    if (call_begin(&call, "server=0x%llx", HEX(server))) call_disconnect(server);
    call_end(&call);
}

static void fill_port(DWORD index, void *entry, const void *connection) {
    HANDLE of = *(const HANDLE *) connection;
    DWORD i = of == INVALID_HANDLE_VALUE ? index : 0;
    if (of != INVALID_HANDLE_VALUE)
        while (world.ports[i].info.hConnection != of || index-- > 0) i++;
    RAS_PORT_0 info = world_port_0(&world.ports[i]);
    memcpy(entry, &info, sizeof info);
}

static DWORD ports_of(HANDLE connection) {
    DWORD count = 0;
    for (DWORD i = 0; i < world.port_count; i++)
        if (connection == INVALID_HANDLE_VALUE || world.ports[i].info.hConnection == connection) count++;
    return count;
}

EXPORT DWORD WINAPI FN(PortEnum)(RAS_SERVER_HANDLE server, DWORD level, HANDLE connection, LPBYTE *buffer, DWORD pref,
    LPDWORD read, LPDWORD total, LPDWORD resume) {
    CALL(PortEnum, .server = server, .on_server = true);
    struct page page = {buffer, pref, read, total, resume, 0, sizeof(RAS_PORT_0), fill_port, &connection};
    if (call_begin(&call, "server=0x%llx, level=%u, connection=0x%llx, pref=%u, resume=0x%x", HEX(server), (unsigned) level,
            HEX(connection), (unsigned) pref, resume ? (unsigned) *resume : 0)) {
        page.count = ports_of(connection);
        if (level != 0) call.result = 50;
        else if (!connection) call.result = 6;
        else if (!resume) call.result = 87;
        else enumerate(&call, &page);
    }
    enumerate_scribble(&call, &page);
    return call_end(&call);
}

// One entry, unless a rule says NULL. `out` may be NULL.
static void one(struct call *call, LPBYTE *out, size_t size, const void *data) {
    if (!out) {
        call->result = 87;
        return;
    }
    *out = call->rule.null ? NULL : memory_buffer(size);
    if (!*out) return;
    memcpy(*out, data, size);
    for (int64_t i = 0; i < call->rule.fuzz; i++) (*out)[world_random() % size] = (BYTE) world_random();
}

static void scribble_one(const struct call *call, LPBYTE *out) {
    struct page page = {.buffer = out};
    enumerate_scribble(call, &page);
}

EXPORT DWORD WINAPI FN(PortGetInfo)(RAS_SERVER_HANDLE server, DWORD level, HANDLE handle, LPBYTE *out) {
    CALL(PortGetInfo, .server = server, .on_server = true, .port = handle);
    if (call_begin(&call, "server=0x%llx, level=%u, port=0x%llx", HEX(server), (unsigned) level, HEX(handle))) {
        const struct port *port = world_port(handle);
        RAS_PORT_0 info = port ? world_port_0(port) : (RAS_PORT_0) {0};
        RAS_PORT_1 traffic = port ? world_port_1(port) : (RAS_PORT_1) {0};
        if (level > 1) call.result = 50;
        else if (!port) call.result = 601;
        else if (level == 0) one(&call, out, sizeof info, &info);
        else one(&call, out, sizeof traffic, &traffic);
    }
    scribble_one(&call, out);
    return call_end(&call);
}

// MS-RRASM 3.1.4.8: the server does nothing and looks at nothing, so any handle is as good as another.
EXPORT DWORD WINAPI FN(PortReset)(RAS_SERVER_HANDLE server, HANDLE handle) {
    CALL(PortReset, .server = server, .on_server = true, .port = handle);
    if (call_begin(&call, "server=0x%llx, port=0x%llx", HEX(server), HEX(handle)) && world.reset == EFFECTIVE) {
        struct port *port = world_port(handle);
        if (port) world_reset_port(port);
        else call.result = 87;
    }
    return call_end(&call);
}

EXPORT DWORD WINAPI FN(PortDisconnect)(RAS_SERVER_HANDLE server, HANDLE handle) {
    CALL(PortDisconnect, .server = server, .on_server = true, .port = handle);
    if (call_begin(&call, "server=0x%llx, port=0x%llx", HEX(server), HEX(handle))) {
        struct port *port = world_port(handle);
        call.result = port ? world_disconnect(port) : 87;
    }
    return call_end(&call);
}

EXPORT DWORD WINAPI FN(PortClearStats)(RAS_SERVER_HANDLE server, HANDLE handle) {
    CALL(PortClearStats, .server = server, .on_server = true, .port = handle);
    if (call_begin(&call, "server=0x%llx, port=0x%llx", HEX(server), HEX(handle))) {
        struct port *port = world_port(handle);
        if (port) world_clear_port(port);
        else call.result = 1702;
    }
    return call_end(&call);
}

static void fill_connection(DWORD index, void *entry, const void *level) {
    enumerate_connection(&world.connections[index], *(const DWORD *) level, entry);
}

EXPORT DWORD WINAPI FN(ConnectionEnum)(RAS_SERVER_HANDLE server, DWORD level, LPBYTE *buffer, DWORD pref, LPDWORD read,
    LPDWORD total, LPDWORD resume) {
    CALL(ConnectionEnum, .server = server, .on_server = true);
    struct page page = {buffer, pref, read, total, resume, 0, enumerate_connection_size(level), fill_connection, &level};
    if (call_begin(&call, "server=0x%llx, level=%u, pref=%u, resume=0x%x", HEX(server), (unsigned) level, (unsigned) pref,
            resume ? (unsigned) *resume : 0)) {
        page.count = world.connection_count;
        if (!page.stride) call.result = 124;
        else enumerate(&call, &page);
    }
    enumerate_scribble(&call, &page);
    return call_end(&call);
}

EXPORT DWORD WINAPI FN(ConnectionGetInfo)(RAS_SERVER_HANDLE server, DWORD level, HANDLE handle, LPBYTE *out) {
    CALL(ConnectionGetInfo, .server = server, .on_server = true);
    if (call_begin(&call, "server=0x%llx, level=%u, connection=0x%llx", HEX(server), (unsigned) level, HEX(handle))) {
        const struct connection *connection = world_connection(handle);
        BYTE data[sizeof(RAS_CONNECTION_EX)] __attribute__((aligned(8)));
        if (!enumerate_connection_size(level)) call.result = 124;
        else if (!connection) call.result = 906;
        else {
            enumerate_connection(connection, level, data);
            one(&call, out, enumerate_connection_size(level), data);
        }
    }
    scribble_one(&call, out);
    return call_end(&call);
}

EXPORT DWORD WINAPI FN(ConnectionClearStats)(RAS_SERVER_HANDLE server, HANDLE handle) {
    CALL(ConnectionClearStats, .server = server, .on_server = true);
    if (call_begin(&call, "server=0x%llx, connection=0x%llx", HEX(server), HEX(handle))) {
        struct connection *connection = world_connection(handle);
        if (connection) world_clear_connection(connection);
        else call.result = 87;
    }
    return call_end(&call);
}

EXPORT DWORD WINAPI FN(BufferFree)(LPVOID data) {
    CALL(BufferFree);
    if (call_begin(&call, "0x%llx", HEX(data))) call.result = memory_free_buffer(data);
    return call_end(&call);
}

#ifdef RASADMIN
// Three parameters, unlike its namesake: whoever takes one for the other finds this in the log.
EXPORT DWORD WINAPI FN(GetErrorString)(DWORD code, LPWSTR buffer, DWORD size) {
    CALL(GetErrorString);
    (void) buffer, (void) size;
    if (call_begin(&call, "%u, never to be called", (unsigned) code)) call.result = 120;
    return call_end(&call);
}

#else
EXPORT DWORD WINAPI FN(GetErrorString)(DWORD code, LPWSTR *out) {
    CALL(GetErrorString);
    if (call_begin(&call, "%u", (unsigned) code)) call.result = out ? texts_get(code, out) : 87;
    if (call.result && out) *out = (LPWSTR) (uintptr_t) 0xDEADBEEFDEADBEE8u;
    return call_end(&call);
}

EXPORT DWORD WINAPI FN(ServerGetInfo)(MPR_SERVER_HANDLE server, DWORD level, LPBYTE *out) {
    CALL(ServerGetInfo, .server = server, .on_server = true, .on_lan_only = true);
    if (call_begin(&call, "server=0x%llx, level=%u", HEX(server), (unsigned) level)) {
        DWORD used = 0;
        for (DWORD i = 0; i < world.port_count; i++) used += world_active(&world.ports[i]);
        MPR_SERVER_0 info = {world.service == LAN_ONLY, 86400, world.port_count, used};
        MPR_SERVER_2 ports = {world.port_count, 0, 0, 0, 0, 0}; // level 1 is its beginning
        if (level == 0) one(&call, out, sizeof info, &info);
        else if (level <= 2) one(&call, out, level == 1 ? sizeof(MPR_SERVER_1) : sizeof ports, &ports);
        else call.result = 87;
    }
    scribble_one(&call, out);
    return call_end(&call);
}

EXPORT DWORD WINAPI FN(RegisterConnectionNotification)(MPR_SERVER_HANDLE server, HANDLE event) {
    CALL(RegisterConnectionNotification, .server = server, .on_server = true);
    if (call_begin(&call, "server=0x%llx", HEX(server))) call.result = notify_register(server, event);
    return call_end(&call);
}

EXPORT DWORD WINAPI FN(DeregisterConnectionNotification)(MPR_SERVER_HANDLE server, HANDLE event) {
    CALL(DeregisterConnectionNotification, .server = server, .on_server = true);
    if (call_begin(&call, "server=0x%llx", HEX(server))) call.result = notify_deregister(server, event);
    return call_end(&call);
}

#ifndef OLD
EXPORT DWORD WINAPI FN(IsServiceInitialized)(LPWSTR name, BOOL *out) {
    static const DWORD codes[] = {[STOPPED] = 1062, [DENIED] = 5, [DEAD] = 1722, [ABSENT] = 1062};
    char text[128];
    CALL(IsServiceInitialized);
    if (call_begin(&call, "%s", call_name(name, text, sizeof text))) {
        if (!out) call.result = 87;
        else if (!reachable()) call.result = codes[world.service];
        else *out = world.service == STARTING ? 0 : -1;
    }
    return call_end(&call);
}

static void fill_connection_ex(DWORD index, void *entry, const void *context) {
    RAS_CONNECTION_EX info = world_connection_ex(&world.connections[index]);
    (void) context;
    info.Header.revision = 1, info.Header.type = 1, info.Header.size = sizeof info;
    memcpy(entry, &info, sizeof info);
}

EXPORT DWORD WINAPI FN(ConnectionEnumEx)(RAS_SERVER_HANDLE server, PMPRAPI_OBJECT_HEADER header, DWORD pref, LPDWORD read,
    LPDWORD total, PRAS_CONNECTION_EX *out, LPDWORD resume) {
    CALL(ConnectionEnumEx, .server = server, .on_server = true);
    struct page page = {(LPBYTE *) out, pref, read, total, resume, 0, sizeof(RAS_CONNECTION_EX), fill_connection_ex, NULL};
    if (call_begin(&call, "server=0x%llx, pref=%u, resume=0x%x", HEX(server), (unsigned) pref, resume ? (unsigned) *resume : 0)) {
        page.count = world.connection_count;
        if (!header || header->revision != 1 || header->type != 1 || header->size != sizeof(RAS_CONNECTION_EX)) call.result = 87;
        else enumerate(&call, &page);
    }
    enumerate_scribble(&call, &page);
    return call_end(&call);
}
#endif
#endif
