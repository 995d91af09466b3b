// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import netreset.ResetException;
import netreset.linux.abi.Errno;
import netreset.linux.ladder.Site;
import org.jspecify.annotations.Nullable;

/**
 * Sends probes through a NIC at intervals, from its making until it is closed, on a thread of its own: whoever waits for
 * the kernel's link configuration lock doesn't hold it up.
 */
final class Prober implements AutoCloseable {
    private final Site site;
    private final ProbeWay way;
    private final String text;
    private final long intervalNanos;
    private final CountDownLatch firstAnswer = new CountDownLatch(1);
    private final ProbeRecord record = new ProbeRecord(); // guarded by itself
    private volatile int index;
    private volatile boolean closed;
    private volatile @Nullable String fault;

    private Prober(Site site, ProbeWay way, Probe first, int index) {
        this.site = site;
        this.way = way;
        this.text = first.text();
        this.intervalNanos = first.intervalNanos();
        this.index = index;
        Thread thread = new Thread(() -> run(first, index), "netreset-probe-" + index);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Begins to send.
     *
     * @throws ProbeException if it can't
     */
    static Prober start(Site site, ProbeWay way, int index) throws ProbeException, ResetException {
        return new Prober(site, way, way.open(site, index), index);
    }

    /** Waits for an answer, so that it is known whether traffic passes before anything is done; and notes that it begins. */
    void begin(long limitNanos) {
        try {
            boolean unused = firstAnswer.await(limitNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (record) {
            record.begin();
        }
    }

    /** From now on through the interface of this index. */
    void follow(int now) {
        index = now;
    }

    /** What is known of the time since. */
    Traffic traffic(long since) {
        synchronized (record) {
            return record.traffic(text, since, fault);
        }
    }

    private void run(Probe first, int firstIndex) {
        Probe probe = first;
        int through = firstIndex;
        try {
            long next = System.nanoTime();
            for (int number = 0; !closed; number++) {
                if (probe == null || through != index) {
                    close(probe);
                    through = index;
                    probe = open(through);
                }
                send(probe, number);
                next = Math.max(next + intervalNanos, System.nanoTime());
                receive(probe, next);
            }
        } finally {
            close(probe);
        }
    }

    private @Nullable Probe open(int through) {
        try {
            return way.open(site, through);
        } catch (ProbeException | ResetException e) {
            fault = e.getMessage();
            return null;
        }
    }

    /** One that can't be sent is a probe without an answer. */
    private void send(@Nullable Probe probe, int number) {
        synchronized (record) {
            record.sent(number, System.nanoTime());
        }
        if (probe != null) {
            int errno = probe.send(number);
            fault = errno == 0 ? null : Errno.symbol(errno);
        }
    }

    private void receive(@Nullable Probe probe, long until) {
        long left = until - System.nanoTime();
        while (left > 0) {
            int answered = probe == null ? Probe.NONE : probe.receive(until);
            if (answered != Probe.NONE) {
                synchronized (record) {
                    record.answered(answered, System.nanoTime());
                    if (record.isAnswered()) {
                        firstAnswer.countDown();
                    }
                }
            } else {
                LockSupport.parkNanos(until - System.nanoTime());
            }
            left = until - System.nanoTime();
        }
    }

    private static void close(@Nullable Probe probe) {
        if (probe != null) {
            probe.close();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
