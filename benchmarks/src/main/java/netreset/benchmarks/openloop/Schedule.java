// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks.openloop;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import netreset.ResetException;

/**
 * An open loop: when each reset is to begin is known beforehand, and its latency counts from there. One that must wait for
 * those before it is late by that wait. The same as native/lab/tools/reset-loop.c, by the same clock.
 *
 * @param intervalNanos from one intended start to the next
 * @param count how many resets
 */
record Schedule(long intervalNanos, int count) {
    private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    /** Sleeping ends late by as much as the kernel likes, so the last of the wait is looking at the clock. */
    private static final long SPIN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** Nanoseconds from each intended start to the end of that reset. */
    long[] follow(Reset reset) throws IOException, ResetException {
        long[] latencies = new long[count];
        long start = System.nanoTime() + LEAD_NANOS;
        for (int i = 0; i < count; i++) {
            long intended = start + i * intervalNanos;
            await(intended);
            reset.run();
            latencies[i] = System.nanoTime() - intended;
        }
        return latencies;
    }

    private static void await(long intended) {
        long left = intended - SPIN_NANOS - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = intended - SPIN_NANOS - System.nanoTime();
        }
        while (System.nanoTime() - intended < 0) {
            // Until it is time; no pause instruction, which an emulated CPU makes a detour of.
        }
    }
}
