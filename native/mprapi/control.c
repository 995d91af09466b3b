// SPDX-License-Identifier: Apache-2.0
// How a test talks to the stand-in: plain C, int and bytes only. README.md is the manual.
#include "standin.h"

#include <stdio.h>
#include <string.h>

static char complaint[200];

// Releases what hangs, forgets everything. 0; 1 if a call is still inside after 5 s.
EXPORT int StandinReset(void) {
    os_lock();
    bool nobody = call_reset();
    notify_forget(NULL);
    memory_forget();
    world_reset();
    texts_reset();
    complaint[0] = 0;
    os_unlock();
    return nobody ? 0 : 1;
}

// Runs the lines of a NUL-terminated script. 0, or the number of the line that is wrong; those before it were run.
EXPORT int StandinScript(const char *text) {
    int number = 0;
    os_lock();
    complaint[0] = 0;
    while (*text && !complaint[0]) {
        size_t length = strcspn(text, "\n");
        const char *wrong = script_line(text, length);
        number++;
        int shown = length > 120 ? 120 : (int) length;
        if (wrong) snprintf(complaint, sizeof complaint, "line %d: %s: %.*s", number, wrong, shown, text);
        text += length + (text[length] != 0);
    }
    os_wake_all();
    bool wrong = complaint[0] != 0;
    os_unlock();
    return wrong ? number : 0;
}

static int copy(const char *text, char *buffer, int size) {
    size_t length = strlen(text);
    if (size > 0) snprintf(buffer, (size_t) size, "%s", text);
    return (int) length;
}

// What was wrong with the last script, NUL-terminated. Its length.
EXPORT int StandinComplaint(char *buffer, int size) {
    os_lock();
    int length = copy(complaint, buffer, size);
    os_unlock();
    return length;
}

// The first `count` counters, 8 bytes each; memory is checked before. How many there are.
EXPORT int StandinCounters(int64_t *out, int count) {
    os_lock();
    memory_check();
    for (int i = 0; i < count && i < COUNTERS; i++) out[i] = counters[i];
    os_unlock();
    return COUNTERS;
}

// The calls that have returned, a line each, NUL-terminated and cut to `size`. The whole log's length.
EXPORT int StandinLog(char *buffer, int size) {
    os_lock();
    int length = (int) call_log(buffer, size > 0 ? (size_t) size : 0);
    os_unlock();
    return length;
}

// A library that was just loaded is as after StandinReset.
__attribute__((constructor)) static void start(void) {
    world_reset();
    texts_reset();
}
