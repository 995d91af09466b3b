// SPDX-License-Identifier: Apache-2.0
// What the parts of the stand-in share. One lock (os.c) guards everything: every function here but those of os.c is
// called with it held, unless it says otherwise.
#ifndef STANDIN_H
#define STANDIN_H

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0A00
#include <windows.h>

#include <mprapi.h>
#define EXPORT __declspec(dllexport)
#else
#include "mprapi_linux.h"
#define EXPORT __attribute__((visibility("default")))
#endif

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// ---- os.c: what differs between Windows and Linux
void os_lock(void);
void os_unlock(void);
void os_wait(int64_t millis); // until os_wake_all or the time is over; may return earlier
void os_wake_all(void);
int64_t os_micros(void);
uint64_t os_thread(void);
bool os_set_event(HANDLE event);
void *os_before_guard(size_t size); // memory that ends where a page nobody may touch begins; NULL without memory
void os_free_before_guard(void *data, size_t size);

// ---- counters, in the order of StandinCounters (README.md)
enum counter {
    CALLS, INSIDE, BUFFERS_ALLOCATED, BUFFERS_FREED, BUFFERS_LIVE, DOUBLE_FREES, FOREIGN_FREES, CANARIES_DAMAGED,
    WRITES_AFTER_FREE, STRINGS_ALLOCATED, STRINGS_LIVE, CONNECTS, DISCONNECTS, HANDLES_LIVE, BAD_SERVER_HANDLES,
    DISCONNECTS_DURING_CALLS, MOST_CALLS_ON_A_HANDLE, NOTIFICATIONS_LIVE, EVENTS_SENT, EVENTS_NOT_TAKEN, EVENTS_LIVE,
    THREADS, COUNTERS
};
extern int64_t counters[COUNTERS];

// ---- memory.c: buffers with canaries, poisoned when freed
void *memory_buffer(size_t size);
DWORD memory_free_buffer(void *data);
WCHAR *memory_string(const WCHAR *text, size_t length);
#ifndef _WIN32
bool memory_free_string(void *text);
#endif
void memory_check(void);
void memory_forget(void); // buffers that are still out no longer count

// ---- world.c: the scripted server
enum service { RUNNING, STARTING, STOPPED, DENIED, LAN_ONLY, DEAD, ABSENT };
enum reset { NO_OP, EFFECTIVE };
enum total { REMAINING, GRAND, LESS };

struct port {
    RAS_PORT_0 info;
    RAS_PORT_1 traffic;
    int64_t connected, counted; // clock in ms when duration and byte counters had the values above
    DWORD rate_in, rate_out;    // bytes per second
    DWORD next;                 // condition to come at `due`, if that is not NEVER
    int64_t due;
};

struct connection {
    RAS_CONNECTION_EX info;
    WCHAR address[IPADDRESSLEN + 1];
    int64_t connected, counted;
    DWORD rate_in, rate_out;
};

#define NEVER INT64_MAX

struct world {
    struct port *ports;
    struct connection *connections;
    DWORD port_count, connection_count;
    enum service service;
    DWORD service_code;
    enum reset reset;
    int64_t reset_delay, disconnect_delay; // ms; disconnect NEVER: accepted without effect
    DWORD disconnect_idle_code;
    DWORD page;      // the server's own limit of entries in a page, 0 for none
    bool exact_page; // prefMaxLen holds exactly, instead of MS-RRASM's one entry more or none
    enum total total;
    HANDLE no_connection; // a free port's hConnection
    bool guard;
    bool manual_clock;
    int64_t clock; // ms, when manual
    uint64_t random;
};
extern struct world world;

void world_reset(void);
int64_t world_now(void);
void world_tick(void); // does what is due
uint64_t world_random(void);
struct port *world_port(HANDLE handle);
struct connection *world_connection(HANDLE handle);
struct port *world_add_port(void);
struct connection *world_add_connection(HANDLE handle);
void world_remove_port(struct port *port);
void world_restart(bool keep_handles, bool shuffle);
bool world_active(const struct port *port);
void world_free_port(struct port *port, DWORD condition);
DWORD world_disconnect(struct port *port);
void world_reset_port(struct port *port);
void world_clear_port(struct port *port);
void world_clear_connection(struct connection *connection);
RAS_PORT_0 world_port_0(const struct port *port);
RAS_PORT_1 world_port_1(const struct port *port);
RAS_CONNECTION_EX world_connection_ex(const struct connection *connection);

// ---- words.c: a line of a script, taken apart
enum { WORDS = 24, UNITS = 300, NAME = 40 };
struct word {
    char key[NAME]; // empty without '='
    WCHAR units[UNITS];
    size_t length;
};
struct line {
    struct word words[WORDS];
    size_t count;
    const char *complaint; // NULL: fine
};
void words_split(struct line *line, const char *text, size_t length);
bool words_is(const struct word *word, const char *ascii);
void words_ascii(const struct word *word, char *out, size_t size);
int64_t words_number(struct line *line, const struct word *word);
int words_choice(struct line *line, const struct word *word, const char *const choices[]);
void words_text(const struct word *word, WCHAR *array, size_t size); // no NUL if the array is full

// ---- script.c, rules.c
const char *script_line(const char *text, size_t length); // what is wrong with it, or NULL

#define NO_GATE (-1)
struct rule {
    char function[NAME], port[NAME];
    char before[400]; // script lines to run first
    int64_t first, times, seen, chance, delay, gate, entries, total, resume;
    DWORD codes[8];
    size_t code_count;
    bool perform, null, more, same_resume;
    int64_t fuzz;
};
void rules_add(struct line *line, const char *before);
void rules_release(int64_t gate); // NO_GATE: all
void rules_clear(void);
// .function is empty if there is none. "*" stands for any function that takes a server handle, but the one that closes it.
struct rule rules_match(const char *function, HANDLE port, bool wildcard);
void rules_wait(const struct rule *rule); // for its delay, or until its gate is released or the rules are cleared

// ---- call.c: what every call has to go through
struct call {
    const char *function;
    HANDLE server;
    bool on_server;   // takes a server handle
    bool on_lan_only; // works on a router without ports
    HANDLE port;
    char arguments[300];
    struct rule rule;
    int64_t start;
    DWORD result;
};
// True if the call is to be carried out; takes the lock. Then the result is put in .result.
bool call_begin(struct call *call, const char *arguments, ...) __attribute__((format(gnu_printf, 2, 3)));
DWORD call_end(struct call *call); // logs, releases the lock
HANDLE call_connect(void);
void call_disconnect(HANDLE server);
bool call_reset(void); // releases what hangs, and waits; false: some call is still inside
size_t call_log(char *buffer, size_t size);
const char *call_name(LPWSTR name, char *out, size_t size); // as ASCII in quotes, or NULL

// ---- enumerate.c
struct page {
    LPBYTE *buffer;
    DWORD pref;
    LPDWORD read, total, resume;
    DWORD count;   // all entries there are
    size_t stride; // bytes of one
    void (*fill)(DWORD index, void *entry, const void *context);
    const void *context;
};
void enumerate(struct call *call, const struct page *page);
void enumerate_scribble(const struct call *call, const struct page *page); // what a failed call may leave behind
void enumerate_connection(const struct connection *connection, DWORD level, void *entry);
size_t enumerate_connection_size(DWORD level); // 0: no such level

// ---- notify.c
DWORD notify_register(HANDLE server, HANDLE event);
DWORD notify_deregister(HANDLE server, HANDLE event);
void notify_all(void);
void notify_forget(HANDLE server); // NULL: all

// ---- texts.c
DWORD texts_get(DWORD code, LPWSTR *out);
void texts_set(DWORD code, const struct word *text);
void texts_reset(void);

#endif
