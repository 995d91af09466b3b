// SPDX-License-Identifier: Apache-2.0
// What happens around every call: handles, rules, counters, the log.
#include "standin.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct server {
    HANDLE handle;
    int64_t inside;
};
static struct server *servers;
static size_t server_count;
static uint64_t last_handle; // never given twice, not even after a reset

enum { THREADS_KNOWN = 256, LOG_MOST = 8 << 20 };
static uint64_t threads[THREADS_KNOWN];
static char *log_text;
static size_t log_length, log_size;

static struct server *find(HANDLE handle) {
    for (size_t i = 0; i < server_count; i++)
        if (servers[i].handle == handle) return &servers[i];
    return NULL;
}

// With bit 63 set: it has to come back bit for bit.
HANDLE call_connect(void) {
    struct server *more = realloc(servers, (server_count + 1) * sizeof *more);
    if (!more) return NULL;
    servers = more;
    servers[server_count] = (struct server) {.handle = (HANDLE) (uintptr_t) (0x8000000000000000u + 16 * ++last_handle)};
    counters[CONNECTS]++, counters[HANDLES_LIVE]++;
    return servers[server_count++].handle;
}

void call_disconnect(HANDLE handle) {
    struct server *server = find(handle);
    if (!server) {
        counters[BAD_SERVER_HANDLES]++;
        return;
    }
    if (server->inside) counters[DISCONNECTS_DURING_CALLS]++;
    *server = servers[--server_count];
    counters[DISCONNECTS]++, counters[HANDLES_LIVE]--;
    notify_forget(handle);
}

static int thread_number(void) {
    uint64_t id = os_thread();
    int i = 0;
    while (i < counters[THREADS] && threads[i] != id) i++;
    if (i == counters[THREADS] && i < THREADS_KNOWN - 1) threads[counters[THREADS]++] = id;
    return i + 1;
}

const char *call_name(LPWSTR name, char *out, size_t size) {
    if (!name) return "NULL";
    size_t length = 0;
    out[length++] = '"';
    for (size_t i = 0; name[i] && length + 8 < size; i++) {
        if (name[i] >= ' ' && name[i] < 0x7f && name[i] != '"' && name[i] != '\\') out[length++] = (char) name[i];
        else length += (size_t) snprintf(out + length, size - length, "\\u%04x", name[i]);
    }
    out[length++] = '"', out[length] = 0;
    return out;
}

static DWORD service_code(const struct call *call) {
    static const DWORD codes[] = {
        [RUNNING] = 0, [STARTING] = 903, [STOPPED] = 1753, [DENIED] = 5, [LAN_ONLY] = 903, [DEAD] = 1722, [ABSENT] = 1717};
    if (world.service == RUNNING || (world.service == LAN_ONLY && call->on_lan_only)) return 0;
    return world.service_code ? world.service_code : codes[world.service];
}

static void enter(struct call *call) {
    struct server *server = find(call->server);
    counters[CALLS]++, counters[INSIDE]++;
    if (!call->on_server) return;
    if (!server) counters[BAD_SERVER_HANDLES]++;
    else if (++server->inside > counters[MOST_CALLS_ON_A_HANDLE]) counters[MOST_CALLS_ON_A_HANDLE] = server->inside;
}

bool call_begin(struct call *call, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(call->arguments, sizeof call->arguments, format, arguments);
    va_end(arguments);

    os_lock();
    call->start = os_micros();
    enter(call);
    call->rule = rules_match(call->function, call->port, call->on_server);
    if (call->rule.before[0]) script_line(call->rule.before, strlen(call->rule.before));
    if (call->rule.delay || call->rule.gate != NO_GATE) rules_wait(&call->rule);
    world_tick();
    call->result = call->on_server && !find(call->server) ? 1702 : 0;
    if (!call->result && call->rule.code_count && !call->rule.perform) call->result = call->rule.codes[0];
    if (!call->result && call->on_server) call->result = service_code(call);
    return call->result == 0 && !(call->rule.code_count && !call->rule.perform);
}

static void append(const struct call *call) {
    char line[500];
    int length = snprintf(line, sizeof line, "#%lld t%d %s(%s) = %u [%lld us]\n", (long long) counters[CALLS], thread_number(),
        call->function, call->arguments, (unsigned) call->result, (long long) (os_micros() - call->start));
    size_t need = log_length + (size_t) length + 1;
    if (need > LOG_MOST) return;
    if (need > log_size) {
        char *more = realloc(log_text, 2 * need);
        if (!more) return;
        log_text = more, log_size = 2 * need;
    }
    memcpy(log_text + log_length, line, (size_t) length + 1);
    log_length += (size_t) length;
}

DWORD call_end(struct call *call) {
    struct server *server = find(call->server);
    DWORD result = call->result;
    if (call->rule.code_count && call->rule.perform) result = call->result = call->rule.codes[0];
    append(call);
    counters[INSIDE]--;
    if (call->on_server && server) server->inside--;
    os_wake_all();
    os_unlock();
    return result;
}

bool call_reset(void) {
    int64_t until = os_micros() + 5000000;
    rules_clear();
    while (counters[INSIDE] && os_micros() < until) os_wait(100);
    bool nobody = counters[INSIDE] == 0;
    int64_t inside = counters[INSIDE], events = counters[EVENTS_LIVE];
    memset(counters, 0, sizeof counters);
    counters[INSIDE] = inside, counters[EVENTS_LIVE] = events;
    server_count = log_length = 0;
    return nobody;
}

size_t call_log(char *buffer, size_t size) {
    size_t length = log_length < size ? log_length : size ? size - 1 : 0;
    if (size) {
        memcpy(buffer, log_text ? log_text : "", length);
        buffer[length] = 0;
    }
    return log_length;
}
