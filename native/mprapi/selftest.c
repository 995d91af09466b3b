// SPDX-License-Identifier: Apache-2.0
// Exercises the stand-in from C, as Java does it; native/mprapi/check builds it with sanitizers and runs it.
#include "standin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef _WIN32
#include <pthread.h>
#endif
int StandinReset(void);
int StandinScript(const char *text);
int StandinComplaint(char *buffer, int size);
int StandinCounters(int64_t *out, int count);
int StandinLog(char *buffer, int size);

static int checks, failures;
static void check(bool good, int line, const char *what) {
    checks++;
    if (!good) failures++, printf("line %d: %s\n", line, what);
}

static void equal(long long expected, long long actual, int line, const char *what) {
    check(expected == actual, line, what);
    if (expected != actual) printf("    expected %lld, but it is %lld\n", expected, actual);
}

#define CHECK(condition) check(condition, __LINE__, #condition)
#define EQUAL(expected, actual) equal((long long) (expected), (long long) (actual), __LINE__, #actual)

static HANDLE server;

static int64_t counter(enum counter which) {
    int64_t all[COUNTERS];
    EQUAL(COUNTERS, StandinCounters(all, COUNTERS));
    return all[which];
}

static void script(const char *text) {
    char complaint[200];
    int line = StandinScript(text);
    StandinComplaint(complaint, sizeof complaint);
    checks++;
    if (line) failures++, printf("%s\n", complaint);
}

static void begin(const char *text) {
    EQUAL(0, StandinReset());
    script(text);
    EQUAL(0, MprAdminServerConnect(NULL, &server));
}

// Nothing may be left.
static void end(void) {
    MprAdminServerDisconnect(server);
    EQUAL(0, counter(BUFFERS_LIVE));
    EQUAL(0, counter(STRINGS_LIVE));
    EQUAL(0, counter(HANDLES_LIVE));
    EQUAL(0, counter(NOTIFICATIONS_LIVE));
    EQUAL(0, counter(INSIDE));
}

// The first port's condition; -1 - code if it can't be had.
static int64_t condition(HANDLE port) {
    LPBYTE data = NULL;
    DWORD code = MprAdminPortGetInfo(server, 0, port, &data);
    if (code) return -1 - (int64_t) code;
    int64_t result = ((RAS_PORT_0 *) data)->dwPortCondition;
    MprAdminBufferFree(data);
    return result;
}

static RAS_PORT_0 first_port(void) {
    LPBYTE data = NULL;
    DWORD read = 0, total = 0, resume = 0;
    RAS_PORT_0 port = {0};
    CHECK(MprAdminPortEnum(server, 0, INVALID_HANDLE_VALUE, &data, 0xffffffffu, &read, &total, &resume) == 0 && read > 0);
    if (data) port = *(RAS_PORT_0 *) data;
    MprAdminBufferFree(data);
    return port;
}

static void pages(void) {
    begin("ports 1000 VPN2- device=\"WAN Miniport (IKEv2)\"");
    DWORD resume = 0, count = 0, pages = 0, code;
    do {
        LPBYTE data = NULL;
        DWORD read = 0, total = 0;
        code = MprAdminPortEnum(server, 0, INVALID_HANDLE_VALUE, &data, 6 * sizeof(RAS_PORT_0), &read, &total, &resume);
        CHECK(code == 0 || code == 234);
        EQUAL(1000 - count, total);
        EQUAL(pages < 142 ? 7 : 6, read);
        for (DWORD i = 0; i < read; i++) {
            char name[20] = {0}, expected[20];
            for (int c = 0; c < 17; c++) name[c] = (char) ((RAS_PORT_0 *) data)[i].wszPortName[c];
            snprintf(expected, sizeof expected, "VPN2-%u", (unsigned) count++);
            CHECK(!strcmp(name, expected));
        }
        EQUAL(0, MprAdminBufferFree(data));
        pages++;
    } while (code == 234 && pages < 2000);
    EQUAL(1000, count);
    EQUAL(143, pages);
    EQUAL(143, counter(BUFFERS_ALLOCATED));
    EQUAL(143, counter(BUFFERS_FREED));
    DWORD read, total, none = 0;
    LPBYTE data;
    EQUAL(234, MprAdminPortEnum(server, 0, INVALID_HANDLE_VALUE, &data, 391, &read, &total, &none)); // no entry, for ever
    EQUAL(0, read);
    CHECK(!data);
    end();
}

static void parameters(void) {
    begin("port A\nport B state=authenticated connection=0x9001\nconnection 0x9001 user=ann");
    LPBYTE data;
    DWORD read, total, resume = 0;
    MPRAPI_OBJECT_HEADER header = {1, 1, 17};
    PRAS_CONNECTION_EX ex;
    EQUAL(50, MprAdminPortEnum(server, 1, INVALID_HANDLE_VALUE, &data, 0, &read, &total, &resume));
    CHECK(data != NULL && read == 0xfffffff0u); // garbage on purpose
    resume = 0;
    EQUAL(6, MprAdminPortEnum(server, 0, NULL, &data, 0, &read, &total, &resume));
    EQUAL(87, MprAdminPortEnum(server, 0, INVALID_HANDLE_VALUE, NULL, 0, &read, &total, &resume));
    EQUAL(87, MprAdminPortEnum(server, 0, INVALID_HANDLE_VALUE, &data, 0, &read, &total, NULL));
    EQUAL(601, MprAdminPortGetInfo(server, 0, (HANDLE) 1, &data));
    EQUAL(50, MprAdminPortGetInfo(server, 2, first_port().hPort, &data));
    EQUAL(0, MprAdminPortReset(server, (HANDLE) 1)); // the no-op looks at nothing
    EQUAL(87, MprAdminPortDisconnect(server, (HANDLE) 1));
    EQUAL(1702, MprAdminPortClearStats(server, (HANDLE) 1));
    EQUAL(619, MprAdminPortDisconnect(server, first_port().hPort));
    EQUAL(906, MprAdminConnectionGetInfo(server, 0, (HANDLE) 1, &data));
    EQUAL(124, MprAdminConnectionGetInfo(server, 4, (HANDLE) 0x9001, &data));
    resume = 0;
    EQUAL(87, MprAdminConnectionEnumEx(server, &header, 0xffffffffu, &read, &total, &ex, &resume));
    header.size = sizeof(RAS_CONNECTION_EX), resume = 0;
    EQUAL(0, MprAdminConnectionEnumEx(server, &header, 0xffffffffu, &read, &total, &ex, &resume));
    EQUAL(1, read);
    CHECK(ex->wszUserName[0] == 'a' && ex->wszUserName[3] == 0 && ex->wszUserName[4] == 0xCCCC);
    MprAdminBufferFree(ex);
    resume = 0;
    EQUAL(0, MprAdminPortEnum(server, 0, (HANDLE) 0x9001, &data, 0xffffffffu, &read, &total, &resume));
    EQUAL(1, read);
    EQUAL('B', ((RAS_PORT_0 *) data)->wszPortName[0]);
    MprAdminBufferFree(data);
    for (DWORD level = 0; level < 4; level++) {
        EQUAL(0, MprAdminConnectionGetInfo(server, level, (HANDLE) 0x9001, &data));
        MprAdminBufferFree(data);
    }
    end();
}

static void memory(void) {
    begin("port A");
    LPBYTE data = NULL;
    LPWSTR text = NULL;
    EQUAL(0, MprAdminPortGetInfo(server, 0, first_port().hPort, &data));
    data[-1] = 1, data[sizeof(RAS_PORT_0)] = 1;
    EQUAL(1, counter(CANARIES_DAMAGED));
    EQUAL(1, counter(BUFFERS_LIVE));
    EQUAL(0, MprAdminBufferFree(data));
    EQUAL(0xDD, data[40]);
    data[40] = 0;
    EQUAL(1, counter(WRITES_AFTER_FREE));
    EQUAL(87, MprAdminBufferFree(data));
    EQUAL(1, counter(DOUBLE_FREES));
    EQUAL(87, MprAdminBufferFree(&data));
    EQUAL(1, counter(FOREIGN_FREES));
    EQUAL(87, MprAdminBufferFree(NULL));
    EQUAL(0, MprAdminGetErrorString(906, &text));
    EQUAL('T', text[0]);
#ifndef _WIN32
    EQUAL(1, counter(STRINGS_LIVE));
#endif
    CHECK(!LocalFree(text));
    EQUAL(317, MprAdminGetErrorString(4711, &text));
    script("memory guard");
    EQUAL(0, MprAdminPortGetInfo(server, 0, first_port().hPort, &data));
    EQUAL(0, MprAdminBufferFree(data));
    end();
}

// More guarded buffers, one after the other, than Linux lets a process have mappings (vm.max_map_count, 65530): a long run
// must not end for that. The last ones given back are still known.
static void guards_without_end(void) {
    begin("port A\nmemory guard");
    HANDLE port = first_port().hPort;
    LPBYTE data = NULL;
    for (int i = 0; i < 40000; i++) {
        DWORD code = MprAdminPortGetInfo(server, 0, port, &data);
        if (code || !data || MprAdminBufferFree(data)) {
            EQUAL(40000, i);
            break;
        }
    }
    EQUAL(0, counter(DOUBLE_FREES));
    EQUAL(87, MprAdminBufferFree(data));
    EQUAL(1, counter(DOUBLE_FREES));
    EQUAL(0, counter(FOREIGN_FREES));
    end();
}

static void resets(void) {
    begin("clock manual\nport A state=authenticated connection=0x9001 calls=3\nconnection 0x9001 user=ann");
    HANDLE port = first_port().hPort;
    EQUAL(0, MprAdminPortReset(server, port));
    EQUAL(RAS_PORT_AUTHENTICATED, condition(port));
    script("reset effective 500");
    EQUAL(0, MprAdminPortReset(server, port));
    EQUAL(RAS_PORT_AUTHENTICATED, condition(port));
    script("advance 499");
    EQUAL(RAS_PORT_AUTHENTICATED, condition(port));
    script("advance 1");
    EQUAL(RAS_PORT_LISTENING, condition(port));
    script("reset effective\nport A state=2");
    EQUAL(0, MprAdminPortReset(server, port));
    EQUAL(RAS_PORT_LISTENING, condition(port));
    EQUAL(87, MprAdminPortReset(server, (HANDLE) 1));
    end();
}

static void disconnects(void) {
    begin("clock manual\nport A state=authenticated connection=0x9001\nport B state=authenticated connection=0x9001\n"
          "connection 0x9001 user=ann\ndisconnect 100");
    HANDLE a = first_port().hPort, event = CreateEventW(NULL, 0, 0, NULL);
    EQUAL(87, MprAdminRegisterConnectionNotification(server, NULL));
    EQUAL(0, MprAdminRegisterConnectionNotification(server, event));
    EQUAL(0, MprAdminPortDisconnect(server, a));
    EQUAL(619, MprAdminPortDisconnect(server, a)); // it is on its way
    EQUAL(RAS_PORT_AUTHENTICATED, condition(a));
    script("advance 100");
    EQUAL(RAS_PORT_DISCONNECTED, condition(a));
    script("advance 100");
    EQUAL(RAS_PORT_LISTENING, condition(a));
    EQUAL(WAIT_TIMEOUT, WaitForSingleObject(event, 10)); // B holds the connection
    EQUAL(0, MprAdminPortDisconnect(server, (HANDLE) ((uintptr_t) a + 1)));
    script("advance 200");
    EQUAL(WAIT_OBJECT_0, WaitForSingleObject(event, 1000));
    EQUAL(WAIT_TIMEOUT, WaitForSingleObject(event, 0));
    EQUAL(0, MprAdminDeregisterConnectionNotification(server, event));
    EQUAL(87, MprAdminDeregisterConnectionNotification(server, event));
    CHECK(CloseHandle(event));
    EQUAL(0, counter(EVENTS_LIVE));
    end();
}

static void traffic(void) {
    begin("clock manual\nport A state=authenticated duration=4294967290 in=4294967000 rate-in=100 out=5 crc=1");
    HANDLE port = first_port().hPort;
    LPBYTE data;
    script("advance 5000");
    EQUAL(0, MprAdminPortGetInfo(server, 1, port, &data));
    EQUAL((DWORD) (4294967000u + 500), ((RAS_PORT_1 *) data)->dwBytesRcved);
    EQUAL(1, ((RAS_PORT_1 *) data)->dwCrcErr);
    MprAdminBufferFree(data);
    EQUAL(4294967295u, first_port().dwConnectDuration);
    EQUAL(0, MprAdminPortClearStats(server, port));
    EQUAL(0, MprAdminPortGetInfo(server, 1, port, &data));
    EQUAL(0, ((RAS_PORT_1 *) data)->dwBytesXmited);
    MprAdminBufferFree(data);
    end();
}

static void rules(void) {
    begin("ports 3 P\non MprAdminPortReset call=2 return=5\non MprAdminPortReset port=P2 return=1726 do\n"
          "on MprAdminPortEnum call=1 null entries=7\non MprAdminPortEnum call=2 more\non MprAdminPortEnum call=3 resume=same more\n"
          "on MprAdminServerGetInfo call=1 -- service dead");
    HANDLE port = (HANDLE) (uintptr_t) 0x180000001u;
    LPBYTE data;
    DWORD read, total, resume = 0;
    EQUAL(0, MprAdminPortReset(server, port));
    EQUAL(5, MprAdminPortReset(server, port));
    EQUAL(0, MprAdminPortReset(server, port));
    EQUAL(1726, MprAdminPortReset(server, (HANDLE) ((uintptr_t) port + 2)));
    EQUAL(0, MprAdminPortEnum(server, 0, INVALID_HANDLE_VALUE, &data, 0xffffffffu, &read, &total, &resume));
    CHECK(!data && read == 7);
    EQUAL(234, MprAdminPortEnum(server, 0, INVALID_HANDLE_VALUE, &data, 0xffffffffu, &read, &total, &resume));
    CHECK(read == 3 && resume != 0);
    MprAdminBufferFree(data);
    resume = 0;
    EQUAL(234, MprAdminPortEnum(server, 0, INVALID_HANDLE_VALUE, &data, 392, &read, &total, &resume));
    CHECK(read == 2 && resume == 0);
    MprAdminBufferFree(data);
    EQUAL(1722, MprAdminServerGetInfo(server, 0, &data));
    CHECK(!MprAdminIsServiceRunning(NULL));
    script("service running");
    CHECK(MprAdminIsServiceRunning(NULL) > 1);
    script("restart shuffle");
    EQUAL((uintptr_t) port + 1, (uintptr_t) first_port().hPort);
    script("restart new");
    EQUAL(-602, condition(port));
    end();
}

static void services(void) {
    static const struct { const char *script; DWORD connect, initialized, ports, info; BOOL running; } states[] = {
        {"service running", 0, 0, 0, 0, 1}, {"service starting", 0, 0, 903, 903, 1}, {"service stopped", 0, 1062, 1753, 1753, 0},
        {"service stopped 1722", 0, 1062, 1722, 1722, 0}, {"service denied", 5, 5, 0, 0, 0}, {"service lan-only", 0, 0, 903, 0, 1},
        {"service dead", 0, 1722, 1722, 1722, 0}, {"service absent", 1717, 1062, 0, 0, 0}};
    for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
        LPBYTE data;
        DWORD read, total, resume = 0;
        BOOL initialized;
        EQUAL(0, StandinReset());
        script(states[i].script);
        EQUAL(states[i].running, MprAdminIsServiceRunning(NULL) != 0);
        EQUAL(states[i].initialized, MprAdminIsServiceInitialized(NULL, &initialized));
        EQUAL(states[i].connect, MprAdminServerConnect(NULL, &server));
        if (states[i].connect) continue;
        EQUAL(states[i].ports, MprAdminPortEnum(server, 0, INVALID_HANDLE_VALUE, &data, 0xffffffffu, &read, &total, &resume));
        EQUAL(states[i].info, MprAdminServerGetInfo(server, 0, &data));
        if (!states[i].info) MprAdminBufferFree(data);
        end();
    }
}

static void handles(void) {
    begin("port A");
    HANDLE closed = server;
    MprAdminServerDisconnect(server);
    EQUAL(1702, MprAdminPortReset(closed, (HANDLE) 1));
    EQUAL(1702, MprAdminPortReset(NULL, (HANDLE) 1));
    MprAdminServerDisconnect(closed);
    EQUAL(3, counter(BAD_SERVER_HANDLES));
    EQUAL(1702, MprAdminServerConnect(NULL, NULL));
    EQUAL(0, MprAdminServerConnect(NULL, &server));
    CHECK(server != closed);
    end();
}

static void complaints(void) {
    EQUAL(2, StandinScript("# fine\nportt A\nport B"));
    EQUAL(1, StandinScript("port A state=lost"));
    EQUAL(1, StandinScript("port \"A"));
    EQUAL(1, StandinScript("port \\u12"));
    EQUAL(1, StandinScript("port caf\xe9"));
    EQUAL(1, StandinScript("on MprAdminPortReset retrun=5"));
    EQUAL(1, StandinScript("ports 0 A"));
    EQUAL(1, StandinScript("advance 5"));
    EQUAL(0, StandinScript("port \"A \\ud800\\u001b[31m\\\"\" state=99 device=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
}

#ifdef _WIN32
static DWORD WINAPI in_thread(LPVOID port) { return MprAdminPortReset(server, port); }
#else
static void *in_thread(void *port) { return (void *) (uintptr_t) MprAdminPortReset(server, port); }
#endif

static void hangs(void) {
    begin("port A\non MprAdminPortReset hang=3\nreset effective");
    HANDLE port = first_port().hPort;
    int64_t until = os_micros() + 5000000;
#ifdef _WIN32
    HANDLE thread = CreateThread(NULL, 0, in_thread, port, 0, NULL);
#else
    pthread_t thread;
    pthread_create(&thread, NULL, in_thread, port);
#endif
    int64_t all[COUNTERS] = {0};
    while (all[INSIDE] == 0 && os_micros() < until) StandinCounters(all, COUNTERS);
    EQUAL(1, counter(INSIDE));
    EQUAL(RAS_PORT_LISTENING, condition(port));
    EQUAL(2, counter(MOST_CALLS_ON_A_HANDLE));
    script("release 3");
#ifdef _WIN32
    WaitForSingleObject(thread, INFINITE);
    CloseHandle(thread);
#else
    pthread_join(thread, NULL);
#endif
    EQUAL(2, counter(THREADS));
    end();
}

// Seeded faults of all kinds: what holds whatever is answered.
static void random_sessions(int count) {
    for (int i = 0; i < count; i++) {
        char text[400];
        snprintf(text, sizeof text, "seed %d\nports 20 P state=authenticated\npage 3\nreset effective\ndisconnect 0\n"
            "on * chance=100 return=5,87,1722,4711\non MprAdminPortEnum chance=200 fuzz=9 entries=5\non * chance=50 -- restart shuffle", i);
        begin(text);
        for (int j = 0; j < 20; j++) {
            LPBYTE data = NULL;
            DWORD read = 0, total = 0, resume = 0, code;
            code = MprAdminPortEnum(server, 0, INVALID_HANDLE_VALUE, &data, (DWORD) (j * 392), &read, &total, &resume);
            if ((code == 0 || code == 234) && data) {
                MprAdminPortReset(server, ((RAS_PORT_0 *) data)[read - 1].hPort);
                MprAdminPortDisconnect(server, ((RAS_PORT_0 *) data)[0].hPort);
                EQUAL(0, MprAdminBufferFree(data));
            }
        }
        EQUAL(0, counter(FOREIGN_FREES) + counter(DOUBLE_FREES) + counter(CANARIES_DAMAGED));
        end();
    }
}

int main(int count, char **arguments) {
    world_reset(), texts_reset();
    pages();
    parameters();
    memory();
    guards_without_end();
    resets();
    disconnects();
    traffic();
    rules();
    services();
    handles();
    complaints();
    hangs();
    random_sessions(count > 1 ? atoi(arguments[1]) : 300);
    char log[10];
    EQUAL(sizeof log - 1, strlen((StandinLog(log, sizeof log), log)));
    StandinReset();
    printf("mprapi: %d checks, %d failed\n", checks, failures);
    return failures != 0;
}
