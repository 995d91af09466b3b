// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import netreset.ResetException;
import netreset.linux.ladder.Site;
import netreset.linux.ladder.Target;
import org.jspecify.annotations.Nullable;

/**
 * What is observed of a NIC besides its link, from before the first means is tried until after the last: the probes through
 * it, if anybody asked for them, and the kernel's log. May be asked by any thread.
 */
public final class Observation implements AutoCloseable {
    /** How long the first probe may take: whether traffic passed before decides what its absence says after. */
    private static final long BASELINE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int MOST_LINES = 200;

    private final @Nullable Prober prober;
    private final KernelLog log; // guarded by this
    private final LogFilter filter;
    private final List<String> lines = new ArrayList<>();
    private int others;

    private Observation(@Nullable Prober prober, KernelLog log, LogFilter filter) {
        this.prober = prober;
        this.log = log;
        this.filter = filter;
    }

    /**
     * Begins. With a probe it waits for an answer, for a second at most.
     *
     * @param kernelLog the log's file
     * @param probe where probes go, as {@link Destination#parse} has it; {@code null} for none
     * @throws ResetException if it can't be probed so: INVALID_REQUEST, PERMISSION_DENIED, SYSTEM_CALL_FAILED
     */
    public static Observation begin(Site site, Path kernelLog, @Nullable String probe, Target target)
            throws ResetException {
        Prober prober = probe == null ? null : prober(site, probe, target);
        Observation observation =
                new Observation(prober, KernelLog.open(site.libc(), kernelLog), new LogFilter(target));
        if (prober != null) {
            prober.begin(BASELINE_NANOS);
        }
        return observation;
    }

    private static Prober prober(Site site, String probe, Target target) throws ResetException {
        Destination destination = Destination.parse(probe);
        int index = target.link().index();
        try {
            return Prober.start(site, ProbeWay.to(site, destination, index), index);
        } catch (ProbeException e) {
            throw e.explained(probe);
        }
    }

    /** The NIC has this interface now. */
    public synchronized void follow(String name, int index) {
        filter.add(name, index);
        if (prober != null) {
            prober.follow(index);
        }
    }

    /** What probes sent since a time, by {@link System#nanoTime()}, have shown. */
    public Traffic traffic(long since) {
        return prober == null ? Traffic.UNPROBED : prober.traffic(since);
    }

    /** What the kernel wrote about the NIC so far, a line each. */
    public synchronized List<String> kernelLog() {
        for (String record : log.read(filter::isOurs)) {
            if (lines.size() < MOST_LINES) {
                lines.add(LogFilter.line(record));
            } else {
                others++;
            }
        }
        return List.copyOf(lines);
    }

    /** What {@link #kernelLog} can't show, for a person. */
    public synchronized List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (log.fault() != null) {
            gaps.add("the kernel log can't be read: " + log.fault());
        }
        if (log.isLost()) {
            gaps.add("the kernel wrote over part of its log before it was read");
        }
        if (others > 0) {
            gaps.add("the kernel wrote " + others + " more lines about it");
        }
        return gaps;
    }

    /** Stops probing, and closes the log. */
    @Override
    public synchronized void close() {
        if (prober != null) {
            prober.close();
        }
        log.close();
    }
}
