// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The clocks, and waiting for them. */
interface Time {
    /** The computer's own. */
    Time SYSTEM = new Time() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }
    };

    Instant now();

    /** As {@link System#nanoTime()}. */
    long nanos();

    void sleep(Duration duration) throws InterruptedException;
}
