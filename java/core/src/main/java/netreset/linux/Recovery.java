// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.concurrent.TimeUnit;
import netreset.DeviceIdentity;
import netreset.LinkState;
import netreset.ResetReport.NicSnapshot;
import netreset.ResetReport.Timing;
import org.jspecify.annotations.Nullable;

/**
 * Judges from looks at a NIC, each with its time, whether it went and came back. A function of what it is shown: no clock,
 * no system call. Times are nanoseconds on one monotonic clock.
 *
 * <p>Carrier counters, not notifications, tell of short outages: the kernel merges link events, and a carrier that was
 * away for 50 ms may show in none of them (net/core/link_watch.c).
 */
final class Recovery {
    /** How long a link has to stay as it was before it counts as back. */
    static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final NicSnapshot before;
    private DeviceIdentity expected;
    private final long dispatchedAt;
    private final long mayStartAfterNanos;

    private long returnedAt;
    private boolean returned;
    private @Nullable NicSnapshot last;
    private @Nullable LinkState lastLink;
    private long lookedAt;
    private boolean there = true;
    private boolean good;
    private long lastGoodAt;
    private long lastBadAt;
    private long goodSince;
    private boolean lost;
    private long lostAt;
    private long lostSlack;
    private long backAt;
    private long backSlack;

    /**
     * Starts with what was seen right before the dispatch.
     *
     * @param mayStartAfterNanos how long after the call's return the reset may begin
     */
    Recovery(NicSnapshot before, long dispatchedAt, long mayStartAfterNanos) {
        this.before = before;
        this.expected = before.identity();
        this.lastLink = before.link();
        this.dispatchedAt = dispatchedAt;
        this.mayStartAfterNanos = mayStartAfterNanos;
        this.good = isAsBefore(before);
        this.lookedAt = dispatchedAt;
        this.lastGoodAt = dispatchedAt;
        this.lastBadAt = dispatchedAt;
        this.goodSince = dispatchedAt;
    }

    /** The call came back. */
    void returned(long at) {
        returned = true;
        returnedAt = at;
        goodSince = Math.max(goodSince, at);
    }

    /**
     * The interface was looked at.
     *
     * @param at when the answer came
     * @param seen what it was; {@code null} if it wasn't there
     */
    void look(long at, @Nullable NicSnapshot seen) {
        lookedAt = at;
        boolean wasGood = good;
        boolean flapped = seen != null && carrierMoved(seen.link());
        good = seen != null && isAsBefore(seen);
        there = seen != null;
        last = seen;
        if (!good) {
            bad(at, wasGood);
        } else if (!wasGood) {
            back(at, lastBadAt);
        } else if (flapped) {
            lose(lastGoodAt, 0);
            back(at, lastGoodAt);
        }
        if (good) {
            lastGoodAt = at;
        }
        if (seen != null) {
            lastLink = seen.link();
        }
    }

    /**
     * The hardware has another interface now, which is what the act leads to; looks are at that one from here on. When the
     * old one went nobody saw: at the dispatch or later, at the return at the latest.
     */
    void moved(DeviceIdentity now) {
        expected = now;
        lastLink = null;
        good = false;
        lost = true;
        lostAt = dispatchedAt;
        lostSlack = Math.max(0, returnedAt - dispatchedAt);
    }

    /** The interface that is looked at. */
    DeviceIdentity expected() {
        return expected;
    }

    private void bad(long at, boolean wasGood) {
        if (wasGood) {
            lose(at, at - lastGoodAt);
        }
        lastBadAt = at;
    }

    private void lose(long at, long slack) {
        if (!lost) {
            lost = true;
            lostAt = at;
            lostSlack = slack;
        }
    }

    private void back(long at, long lastSeenAway) {
        backAt = at;
        backSlack = at - lastSeenAway;
        goodSince = at;
    }

    /**
     * Whether the link is lastingly back, or has stayed as it was for long enough that nothing more is to be expected; by
     * the last look, for nobody knows what has happened since.
     */
    boolean isSettled() {
        boolean waited = isSignSeen() || lookedAt - returnedAt >= mayStartAfterNanos;
        return returned && good && waited && lookedAt - goodSince >= SETTLE_NANOS;
    }

    /** What shows that it works has to be newer than this: its return, or how long the reset may have waited to begin. */
    long worksSince() {
        return isSignSeen() ? goodSince : Math.max(goodSince, returnedAt + mayStartAfterNanos);
    }

    /** Whether the link is as it was before, at the last look. */
    boolean isGood() {
        return good;
    }

    /** Whether the interface was there, at the last look. */
    boolean isThere() {
        return there;
    }

    /** Whether there was any sign of a reset: the link was away, or its carrier counters moved. */
    boolean isSignSeen() {
        return lost || (lastLink != null && carrierMoved(before.link(), lastLink));
    }

    /** The last look; {@code null} if the interface wasn't there, or nobody has looked. */
    @Nullable
    NicSnapshot last() {
        return last;
    }

    /** The outage, if there was one that ended. */
    Timing timing(long dispatchNanos, boolean approximate) {
        if (!lost || !good) {
            return new Timing(dispatchNanos, null, null, approximate);
        }
        return new Timing(dispatchNanos, Math.max(0, backAt - lostAt), lostSlack + backSlack, approximate);
    }

    /** Nanoseconds from the dispatch to a time. */
    long sinceDispatch(long at) {
        return at - dispatchedAt;
    }

    private boolean isAsBefore(NicSnapshot seen) {
        LinkState link = seen.link();
        return seen.identity().sameDevice(expected)
                && link.adminUp() == before.link().adminUp()
                && (!link.adminUp() || link.passesTraffic());
    }

    private boolean carrierMoved(LinkState now) {
        return lastLink != null && carrierMoved(lastLink, now);
    }

    private static boolean carrierMoved(LinkState then, LinkState now) {
        return then.carrierUps() != now.carrierUps() || then.carrierDowns() != now.carrierDowns();
    }
}
