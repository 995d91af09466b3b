// SPDX-License-Identifier: Apache-2.0
// For Linux: the kernel32 functions that belong to mprapi's contract: events for notifications, LocalFree for error texts.
#include "standin.h"

#include <stdlib.h>

struct event {
    struct event *next;
    bool manual, set;
};
static struct event *events;

static struct event *find(HANDLE handle) {
    struct event *event = events;
    while (event && event != handle) event = event->next;
    return event;
}

bool os_set_event(HANDLE handle) {
    struct event *event = find(handle);
    if (!event) return false;
    event->set = true;
    os_wake_all();
    return true;
}

EXPORT HANDLE CreateEventW(LPVOID attributes, BOOL manual, BOOL initial, LPWSTR name) {
    struct event *event = calloc(1, sizeof *event);
    (void) attributes, (void) name;
    if (!event) return NULL;
    event->manual = manual, event->set = initial;
    os_lock();
    event->next = events, events = event;
    counters[EVENTS_LIVE]++;
    os_unlock();
    return event;
}

EXPORT BOOL SetEvent(HANDLE handle) {
    os_lock();
    bool done = os_set_event(handle);
    os_unlock();
    return done;
}

EXPORT BOOL CloseHandle(HANDLE handle) {
    os_lock();
    struct event **link = &events, *event = find(handle);
    if (event) {
        while (*link != event) link = &(*link)->next;
        *link = event->next;
        counters[EVENTS_LIVE]--;
        os_wake_all();
    }
    os_unlock();
    free(event);
    return event != NULL;
}

EXPORT DWORD WaitForSingleObject(HANDLE handle, DWORD millis) {
    int64_t until = millis == INFINITE ? NEVER : os_micros() / 1000 + millis;
    DWORD result = WAIT_TIMEOUT;
    os_lock();
    for (;;) {
        struct event *event = find(handle);
        int64_t left = until == NEVER ? 60000 : until - os_micros() / 1000;
        if (!event) result = WAIT_FAILED; // Windows leaves it undefined; we stop
        else if (event->set) {
            event->set = event->manual;
            result = WAIT_OBJECT_0;
        } else if (left > 0) {
            os_wait(left);
            continue;
        }
        break;
    }
    os_unlock();
    return result;
}

EXPORT LPVOID LocalFree(LPVOID text) {
    os_lock();
    bool ours = text && memory_free_string(text);
    os_unlock();
    return ours ? NULL : text;
}
