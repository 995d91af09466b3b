// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.time.Duration;
import java.util.List;

/**
 * Sees what happens to NICs, from its opening on; changes nothing. Holds threads and sockets until it is closed.
 *
 * <p>Used by one thread at a time.
 */
public interface NicWatch extends AutoCloseable {
    /**
     * How to watch.
     *
     * @param every how often to read what the kernel doesn't tell by itself: counters of transmit timeouts, health
     *     reporters, and all links; 10 ms to 1 h
     * @param flapChanges how many changes of the carrier are flapping, 2 or more
     * @param flapWindow if they come within so long
     */
    record Options(Duration every, int flapChanges, Duration flapWindow) {
        private static final Duration LEAST = Duration.ofMillis(10);
        private static final Duration MOST = Duration.ofHours(1);

        /** Reads each second; six changes within ten seconds are flapping. */
        public static final Options DEFAULT = new Options(Duration.ofSeconds(1), 6, Duration.ofSeconds(10));

        /**
         * Checks them.
         *
         * @throws IllegalArgumentException if one is out of range
         */
        public Options {
            if (every.compareTo(LEAST) < 0 || every.compareTo(MOST) > 0) {
                throw new IllegalArgumentException("a watch looks every 10 ms to 1 h");
            }
            if (flapChanges < 2 || flapWindow.isNegative() || flapWindow.isZero() || flapWindow.compareTo(MOST) > 0) {
                throw new IllegalArgumentException("flapping is 2 or more changes within at most 1 h");
            }
        }

        /** With this interval. */
        public Options withEvery(Duration interval) {
            return new Options(interval, flapChanges, flapWindow);
        }
    }

    /** The NICs that are watched now, by their names at the beginning or their appearance. */
    List<DeviceId> watched();

    /** Nanoseconds since it began, as in {@link NicEvent#atNanos()}. */
    long nanos();

    /** What this watch can't see, for a person; empty if nothing. */
    List<String> notes();

    /**
     * Waits for what is seen next.
     *
     * @param limit how long at most
     * @return in order; empty if there was nothing in time
     * @throws ResetException SYSTEM_CALL_FAILED if the kernel won't tell any more
     * @throws InterruptedException if the calling thread is interrupted
     */
    List<NicEvent> await(Duration limit) throws ResetException, InterruptedException;

    /** Ends it; again does nothing. */
    @Override
    void close();
}
