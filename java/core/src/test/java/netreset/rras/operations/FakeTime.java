// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Passes only while somebody sleeps, and lets things happen meanwhile. */
final class FakeTime implements Time {
    /** How long somebody slept, each time. */
    final List<Duration> slept = new ArrayList<>();

    private final TreeMap<Long, Runnable> due = new TreeMap<>();
    private long nanos;
    private boolean interrupting;

    /** Lets something happen so long from now. */
    void after(Duration duration, Runnable what) {
        due.put(nanos + duration.toNanos(), what);
    }

    /** The next sleeper is interrupted. */
    void interruptSleep() {
        interrupting = true;
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (interrupting) {
            throw new InterruptedException();
        }
        slept.add(duration);
        long until = nanos + duration.toNanos();
        while (!due.isEmpty() && due.firstKey() <= until) {
            nanos = due.firstKey();
            due.pollFirstEntry().getValue().run();
        }
        nanos = until;
    }

    Duration total() {
        return slept.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
