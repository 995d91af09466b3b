// SPDX-License-Identifier: Apache-2.0
// Events that want to be told of connections that come and go.
#include "standin.h"

enum { EVENTS = 64 };
static struct { HANDLE server, event; } registered[EVENTS];

DWORD notify_register(HANDLE server, HANDLE event) {
    if (!event || event == INVALID_HANDLE_VALUE) return 87;
    for (int i = 0; i < EVENTS; i++) {
        if (registered[i].event) continue;
        registered[i].server = server, registered[i].event = event;
        counters[NOTIFICATIONS_LIVE]++;
        return 0;
    }
    return 8;
}

static void forget(int i) {
    registered[i].event = NULL;
    counters[NOTIFICATIONS_LIVE]--;
}

DWORD notify_deregister(HANDLE server, HANDLE event) {
    for (int i = 0; event && i < EVENTS; i++) {
        if (registered[i].event != event || registered[i].server != server) continue;
        forget(i);
        return 0;
    }
    return 87;
}

void notify_all(void) {
    for (int i = 0; i < EVENTS; i++)
        if (registered[i].event) counters[os_set_event(registered[i].event) ? EVENTS_SENT : EVENTS_NOT_TAKEN]++;
}

void notify_forget(HANDLE server) {
    for (int i = 0; i < EVENTS; i++)
        if (registered[i].event && (!server || registered[i].server == server)) forget(i);
}
