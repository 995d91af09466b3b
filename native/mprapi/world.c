// SPDX-License-Identifier: Apache-2.0
// The scripted server: ports, connections, and what happens to them by and by.
#include "standin.h"

#include <stdlib.h>
#include <string.h>

int64_t counters[COUNTERS];
struct world world;

void world_reset(void) {
    free(world.ports);
    free(world.connections);
    world = (struct world) {.disconnect_delay = 20, .disconnect_idle_code = 619, .random = 1};
}

int64_t world_now(void) { return world.manual_clock ? world.clock : os_micros() / 1000; }

uint64_t world_random(void) { // xorshift64*, S. Vigna 2016
    world.random ^= world.random >> 12;
    world.random ^= world.random << 25;
    world.random ^= world.random >> 27;
    return world.random * 0x2545F4914F6CDD1Du;
}

struct port *world_port(HANDLE handle) {
    for (DWORD i = 0; i < world.port_count; i++)
        if (world.ports[i].info.hPort == handle) return &world.ports[i];
    return NULL;
}

struct connection *world_connection(HANDLE handle) {
    for (DWORD i = 0; i < world.connection_count; i++)
        if (world.connections[i].info.hConnection == handle) return &world.connections[i];
    return NULL;
}

// Handles that don't fit in 32 bits: what is cut or sign-extended on its way isn't found again.
static HANDLE port_handle(DWORD index) { return (HANDLE) (uintptr_t) (0x180000001u + (uint64_t) index); }

struct port *world_add_port(void) {
    struct port *ports = realloc(world.ports, (world.port_count + 1) * sizeof *ports);
    if (!ports) return NULL;
    world.ports = ports;
    struct port *port = &ports[world.port_count];
    memset(port, 0, sizeof *port);
    port->info.hPort = port_handle(world.port_count++);
    port->info.hConnection = world.no_connection;
    port->info.dwPortCondition = RAS_PORT_LISTENING;
    port->connected = port->counted = world_now();
    port->due = NEVER;
    return port;
}

struct connection *world_add_connection(HANDLE handle) {
    struct connection *connections = realloc(world.connections, (world.connection_count + 1) * sizeof *connections);
    if (!connections) return NULL;
    world.connections = connections;
    struct connection *connection = &connections[world.connection_count++];
    memset(connection, 0, sizeof *connection);
    connection->info.hConnection = handle;
    connection->connected = connection->counted = world_now();
    return connection;
}

void world_remove_port(struct port *port) {
    struct port *end = world.ports + world.port_count--;
    memmove(port, port + 1, (size_t) (end - port - 1) * sizeof *port);
}

static void remove_connection(struct connection *connection) {
    struct connection *end = world.connections + world.connection_count--;
    memmove(connection, connection + 1, (size_t) (end - connection - 1) * sizeof *connection);
}

bool world_active(const struct port *port) {
    DWORD condition = port->info.dwPortCondition;
    return condition == RAS_PORT_AUTHENTICATED || condition == RAS_PORT_AUTHENTICATING || condition == RAS_PORT_CALLING_BACK;
}

static DWORD grown(DWORD value, DWORD rate, int64_t millis) {
    return value + (DWORD) ((uint64_t) rate * (uint64_t) millis / 1000);
}

// Values as they are now; counters are 32 bits and wrap.
RAS_PORT_0 world_port_0(const struct port *port) {
    RAS_PORT_0 info = port->info;
    int64_t millis = world_now() - port->connected;
    if (port->info.dwPortCondition == RAS_PORT_AUTHENTICATED) info.dwConnectDuration += (DWORD) (millis / 1000);
    return info;
}

RAS_PORT_1 world_port_1(const struct port *port) {
    RAS_PORT_1 traffic = port->traffic;
    int64_t millis = world_now() - port->counted;
    traffic.hPort = port->info.hPort, traffic.hConnection = port->info.hConnection;
    traffic.dwBytesRcved = grown(traffic.dwBytesRcved, port->rate_in, millis);
    traffic.dwBytesXmited = grown(traffic.dwBytesXmited, port->rate_out, millis);
    return traffic;
}

RAS_CONNECTION_EX world_connection_ex(const struct connection *connection) {
    RAS_CONNECTION_EX info = connection->info;
    int64_t millis = world_now() - connection->counted;
    info.dwConnectDuration += (DWORD) ((world_now() - connection->connected) / 1000);
    info.dwBytesRcved = grown(info.dwBytesRcved, connection->rate_in, millis);
    info.dwBytesXmited = grown(info.dwBytesXmited, connection->rate_out, millis);
    return info;
}

void world_clear_port(struct port *port) {
    RAS_PORT_1 *traffic = &port->traffic;
    traffic->dwBytesXmited = traffic->dwBytesRcved = traffic->dwFramesXmited = traffic->dwFramesRcved = 0;
    traffic->dwCrcErr = traffic->dwTimeoutErr = traffic->dwAlignmentErr = traffic->dwHardwareOverrunErr = 0;
    traffic->dwFramingErr = traffic->dwBufferOverrunErr = 0;
    port->counted = world_now();
}

void world_clear_connection(struct connection *connection) {
    RAS_CONNECTION_EX *info = &connection->info;
    info->dwBytesXmited = info->dwBytesRcved = info->dwFramesXmited = info->dwFramesRcved = 0;
    info->dwCrcErr = info->dwTimeoutErr = info->dwAlignmentErr = info->dwHardwareOverrunErr = 0;
    info->dwFramingErr = info->dwBufferOverrunErr = 0;
    connection->counted = world_now();
}

// Its connection ends with the last of its ports (multilink has several).
void world_free_port(struct port *port, DWORD condition) {
    HANDLE handle = port->info.hConnection;
    struct connection *connection = world_connection(handle);
    port->info.hConnection = world.no_connection;
    port->info.dwPortCondition = condition;
    port->info.dwConnectDuration = 0;
    port->rate_in = port->rate_out = 0;
    if (!connection) return;
    for (DWORD i = 0; i < world.port_count; i++)
        if (world.ports[i].info.hConnection == handle) return;
    remove_connection(connection);
    notify_all();
}

// Hanging up only begins: the port is disconnected after the delay, and listens again after another.
DWORD world_disconnect(struct port *port) {
    if (!world_active(port) || port->due != NEVER) return world.disconnect_idle_code;
    if (world.disconnect_delay == 0) world_free_port(port, RAS_PORT_LISTENING);
    else if (world.disconnect_delay != NEVER) {
        port->next = RAS_PORT_DISCONNECTED;
        port->due = world_now() + world.disconnect_delay;
    }
    return 0;
}

void world_reset_port(struct port *port) {
    if (world.reset_delay == 0) {
        port->due = NEVER;
        world_free_port(port, RAS_PORT_LISTENING);
    } else port->next = RAS_PORT_LISTENING, port->due = world_now() + world.reset_delay;
}

void world_tick(void) {
    for (DWORD i = 0; i < world.port_count; i++) {
        struct port *port = &world.ports[i];
        while (port->due <= world_now()) {
            int64_t due = port->due;
            bool hung_up = port->next == RAS_PORT_DISCONNECTED;
            port->due = NEVER;
            world_free_port(port, port->next);
            if (hung_up) port->next = RAS_PORT_LISTENING, port->due = due + world.disconnect_delay;
        }
    }
}

// A new instance of the service: nobody is connected, handles are given out anew.
void world_restart(bool keep_handles, bool shuffle) {
    DWORD count = world.port_count;
    for (DWORD i = 0; i < count; i++) {
        world.ports[i].due = NEVER;
        world.ports[i].info.dwTotalNumberOfCalls = 0;
        world_free_port(&world.ports[i], RAS_PORT_LISTENING);
        world_clear_port(&world.ports[i]);
    }
    world.connection_count = 0;
    world.service = RUNNING;
    if (shuffle && count > 0) {
        HANDLE first = world.ports[0].info.hPort;
        for (DWORD i = 0; i + 1 < count; i++) world.ports[i].info.hPort = world.ports[i + 1].info.hPort;
        world.ports[count - 1].info.hPort = first;
    } else if (!keep_handles) {
        for (DWORD i = 0; i < count; i++) world.ports[i].info.hPort = (HANDLE) ((uintptr_t) world.ports[i].info.hPort + 0x100000);
    }
    notify_all();
}
