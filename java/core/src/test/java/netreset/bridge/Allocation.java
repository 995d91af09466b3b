// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What a call allocates once the JVM has compiled its caller, however long that takes on a busy machine. */
final class Allocation {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private Allocation() {}

    /** The least of many rounds, of which the last is below {@code enough} or a minute after the first. */
    static long least(long enough, LongSupplier round) {
        long begun = System.nanoTime();
        long least = Long.MAX_VALUE;
        while (least >= enough && System.nanoTime() - begun < PATIENCE_NANOS) {
            least = Math.min(least, round.getAsLong());
            leaveTheCompilerAlone();
        }
        return least;
    }

    private static void leaveTheCompilerAlone() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
