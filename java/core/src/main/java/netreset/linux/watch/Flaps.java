// SPDX-License-Identifier: Apache-2.0
package netreset.linux.watch;

import java.util.ArrayDeque;
import java.util.Deque;

/** Changes of one carrier within a sliding window. */
final class Flaps {
    private final int threshold;
    private final long window;
    private final Deque<long[]> changes = new ArrayDeque<>();
    private long sum;
    private boolean flapping;

    /** @param window nanoseconds */
    Flaps(int threshold, long window) {
        this.threshold = threshold;
        this.window = window;
    }

    /** Adds changes seen at a time; true if with them it begins to flap. */
    boolean add(long at, int count) {
        forget(at);
        changes.addLast(new long[] {at, count});
        sum += count;
        boolean begins = !flapping && sum >= threshold;
        flapping |= begins;
        return begins;
    }

    private void forget(long now) {
        while (!changes.isEmpty() && now - changes.getFirst()[0] > window) {
            sum -= changes.removeFirst()[1];
        }
        flapping &= !changes.isEmpty();
    }

    /** How many there were in the window that ended with the last one. */
    long count() {
        return sum;
    }
}
