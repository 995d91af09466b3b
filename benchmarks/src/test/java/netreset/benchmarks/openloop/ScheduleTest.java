// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks.openloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    @Test
    void whatHadToWaitIsLateByItsWait() throws Exception {
        long[] latencies = new Schedule(MILLI, 20).follow(() -> atLeast(5 * MILLI));

        // The last is to begin after 19 ms, and 20 of 5 ms can't be over before 100 ms.
        assertThat(latencies[19]).isGreaterThanOrEqualTo(81 * MILLI);
        assertThat(latencies).isSorted();
    }

    @Test
    void noneBeginsBeforeItsTime() throws Exception {
        long begin = System.nanoTime();
        AtomicInteger done = new AtomicInteger();

        long[] latencies = new Schedule(10 * MILLI, 5).follow(done::incrementAndGet);

        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(40 * MILLI);
        assertThat(LongStream.of(latencies)).hasSize(5).allMatch(latency -> latency > 0);
        assertThat(done).hasValue(5);
    }

    private static void atLeast(long nanos) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < nanos) {
            Thread.onSpinWait();
        }
    }
}
