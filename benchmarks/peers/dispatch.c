// SPDX-License-Identifier: Apache-2.0
// Nanoseconds of one call of MprAdminPortReset through a function pointer: dispatch LIBRARY MILLIS
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef uint32_t (*port_reset)(void *, void *);

// Volatile: read for each call, and never inlined.
static volatile port_reset reset;

// CLOCK_MONOTONIC is the clock of System.nanoTime (os_posix.cpp).
static int64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

int main(int argc, char **argv) {
    if (argc != 3)
        return 2;
    void *library = dlopen(argv[1], RTLD_NOW);
    if (!library || !(reset = (port_reset)dlsym(library, "MprAdminPortReset")))
        return fprintf(stderr, "%s\n", dlerror()), 1;
    int64_t enough = atoll(argv[2]) * 1000000LL, took = 0;
    uint32_t sum = 0;
    for (long calls = 1000;; calls *= 2) {
        int64_t start = now();
        for (long i = 0; i < calls; i++)
            sum += reset((void *)0x8000000000000010, (void *)0x180000001);
        took = now() - start;
        if (took >= enough) {
            printf("%.4f\n", (double)took / calls);
            return sum != 0;
        }
    }
}
