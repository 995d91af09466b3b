// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Judges from probes and answers, each with its time, whether traffic passes and for how long it didn't. A function of what
 * it is shown: no clock, no system call. Times are nanoseconds on one monotonic clock.
 *
 * <p>An outage is a time without any answer in which several probes were sent: one lost packet is none, and neither is a
 * pause in which this process didn't get to send.
 */
final class ProbeRecord {
    /** So many probes have to be sent between two answers for an outage; it takes at least as many intervals, less one. */
    static final int OUTAGE_PROBES = 3;

    /** An answer that took longer counts as lost. */
    private static final long LATEST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Map<Integer, Long> outstanding = new HashMap<>();
    private @Nullable Long answeredAt;
    private @Nullable Long answeredSentAt;
    private int unanswered;
    private long firstUnansweredAt;
    private boolean begun;
    private boolean answeredBefore;
    private boolean lost;
    private long lostAt;
    private long lostSlack;
    private long backAt;
    private long backSlack;

    /** From here on something is done to the NIC. */
    void begin() {
        begun = true;
        answeredBefore = answeredAt != null;
    }

    boolean isAnswered() {
        return answeredAt != null;
    }

    void sent(int number, long at) {
        outstanding.values().removeIf(then -> at - then > LATEST_NANOS);
        outstanding.put(number, at);
        if (unanswered == 0) {
            firstUnansweredAt = at;
        }
        unanswered++;
    }

    void answered(int number, long at) {
        Long then = outstanding.remove(number);
        if (then == null) {
            return;
        }
        if (begun && answeredAt != null && isOutage()) {
            outage(number, answeredAt, at);
        }
        answeredAt = at;
        if (answeredSentAt == null || then - answeredSentAt > 0) {
            answeredSentAt = then;
        }
        unanswered = 0;
    }

    private boolean isOutage() {
        return unanswered >= OUTAGE_PROBES;
    }

    /** It began after the answer before and no later than the first lost probe; it ended after the last lost one. */
    private void outage(int number, long from, long to) {
        if (!lost) {
            lost = true;
            lostAt = from;
            lostSlack = Math.max(0, firstUnansweredAt - from);
        }
        backAt = to;
        Long lastLost = outstanding.get(number - 1);
        backSlack = lastLost == null ? to - firstUnansweredAt : Math.max(0, to - lastLost);
    }

    /** What is known of the time since. */
    Traffic traffic(String text, long since, @Nullable String fault) {
        boolean answered = answeredSentAt != null && answeredSentAt - since >= 0 && !isOutage();
        boolean ended = lost && !isOutage();
        Long outage = ended ? Long.valueOf(Math.max(0, backAt - lostAt)) : null;
        Long resolution = outage == null ? null : Long.valueOf(Math.min(outage, lostSlack + backSlack));
        return new Traffic(text, answeredBefore, answered, unanswered, outage, resolution, fault);
    }
}
