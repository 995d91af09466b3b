// SPDX-License-Identifier: Apache-2.0
#include "standin.h"

#ifdef _WIN32
static SRWLOCK lock = SRWLOCK_INIT;
static CONDITION_VARIABLE changed = CONDITION_VARIABLE_INIT;

void os_lock(void) { AcquireSRWLockExclusive(&lock); }

void os_unlock(void) { ReleaseSRWLockExclusive(&lock); }

void os_wait(int64_t millis) { SleepConditionVariableSRW(&changed, &lock, millis > 60000 ? 60000 : (DWORD) millis, 0); }

void os_wake_all(void) { WakeAllConditionVariable(&changed); }

int64_t os_micros(void) {
    LARGE_INTEGER now, second;
    QueryPerformanceCounter(&now);
    QueryPerformanceFrequency(&second);
    return (int64_t) ((double) now.QuadPart * 1e6 / (double) second.QuadPart);
}

uint64_t os_thread(void) { return GetCurrentThreadId(); }

bool os_set_event(HANDLE event) { return SetEvent(event); }

void *os_before_guard(size_t size) {
    size_t pages = (size + 4095) / 4096 * 4096;
    DWORD before;
    char *base = VirtualAlloc(NULL, pages + 4096, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    if (!base || !VirtualProtect(base + pages, 4096, PAGE_NOACCESS, &before)) return NULL;
    return base + pages - size;
}

void os_free_before_guard(void *data, size_t size) {
    size_t pages = (size + 4095) / 4096 * 4096;
    VirtualFree((char *) data + size - pages, 0, MEM_RELEASE);
}

#else
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed;

__attribute__((constructor)) static void monotonic(void) {
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&changed, &attributes);
}

void os_lock(void) { pthread_mutex_lock(&lock); }

void os_unlock(void) { pthread_mutex_unlock(&lock); }

void os_wait(int64_t millis) {
    int64_t nanos = os_micros() * 1000 + (millis > 60000 ? 60000 : millis) * 1000000;
    struct timespec until = {nanos / 1000000000, nanos % 1000000000};
    pthread_cond_timedwait(&changed, &lock, &until);
}

void os_wake_all(void) { pthread_cond_broadcast(&changed); }

int64_t os_micros(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000ll + now.tv_nsec / 1000;
}

uint64_t os_thread(void) { return (uint64_t) pthread_self(); }

void *os_before_guard(size_t size) {
    size_t pages = (size + 4095) / 4096 * 4096;
    char *base = mmap(NULL, pages + 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (base == MAP_FAILED || mprotect(base + pages, 4096, PROT_NONE)) return NULL;
    return base + pages - size;
}

void os_free_before_guard(void *data, size_t size) {
    size_t pages = (size + 4095) / 4096 * 4096;
    munmap((char *) data + size - pages, pages + 4096);
}
#endif
