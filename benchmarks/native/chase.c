/* SPDX-License-Identifier: Apache-2.0
 * Prints how many nanoseconds a load takes from 4 MiB, in an order that nothing can foresee. A last-level cache answers in
 * tens of cycles, memory in hundreds: more than some 50 ns tells of neighbours on the host, whom no counter of a guest shows. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { LINE = 64 / sizeof(size_t), LINES = (4 << 20) / 64, LOADS = 2000000 };

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

int main(void) {
    static size_t next[LINES * LINE], order[LINES];
    uint64_t random = 1;
    for (size_t i = 0; i < LINES; i++) {
        order[i] = i;
    }
    for (size_t i = LINES - 1; i > 0; i--) {
        random = random * 6364136223846793005u + 1442695040888963407u; /* Knuth's MMIX */
        size_t other = (size_t)(random >> 33) % (i + 1), kept = order[i];
        order[i] = order[other];
        order[other] = kept;
    }
    for (size_t i = 0; i < LINES; i++) {
        next[order[i] * LINE] = order[(i + 1) % LINES] * LINE;
    }
    size_t at = 0;
    double begin = seconds();
    for (int i = 0; i < LOADS; i++) {
        at = next[at];
    }
    double nanos = (seconds() - begin) * 1e9 / LOADS;
    printf("%.0f\n", at == SIZE_MAX ? 0 : nanos);
    return 0;
}
