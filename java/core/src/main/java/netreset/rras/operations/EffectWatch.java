// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.time.Duration;
import java.util.List;
import netreset.Printable;
import netreset.ResetException;
import netreset.rras.Activity;
import netreset.rras.PortCondition;
import netreset.rras.PortDetail;
import netreset.rras.RasPort;
import netreset.rras.RasServer;
import org.jspecify.annotations.Nullable;

/** Looks at a port from time to time until a call's effect shows. */
final class EffectWatch {
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final RasServer server;
    private final Time time;
    private final PortOperation operation;
    private final RasPort before;
    private final @Nullable PortDetail detailBefore;

    /**
     * For one call.
     *
     * @param before the port right before it
     * @param detailBefore its counters; {@code null} if they couldn't be read
     */
    EffectWatch(
            RasServer server, Time time, PortOperation operation, RasPort before, @Nullable PortDetail detailBefore) {
        this.server = server;
        this.time = time;
        this.operation = operation;
        this.before = before;
        this.detailBefore = detailBefore;
    }

    /**
     * What was seen.
     *
     * @param text for a person
     */
    record Seen(
            Effect effect,
            @Nullable RasPort after,
            @Nullable PortDetail detail,
            String text) {}

    /** A port's counters, if they say anything of the operation's effect and can be read. */
    static @Nullable PortDetail detail(RasServer server, PortOperation operation, RasPort port) {
        try {
            return operation == PortOperation.DISCONNECT ? null : server.detail(port);
        } catch (ResetException e) {
            // Then what they would have said isn't known.
            return null;
        }
    }

    /** Looks until there is an effect, or it can't be told any more, or the time is over. */
    Seen watch(Duration limit) {
        long began = time.nanos();
        Seen seen = look();
        while (seen.effect() == Effect.NOT_OBSERVED) {
            long left = limit.toNanos() - (time.nanos() - began);
            if (left <= 0) {
                break;
            }
            try {
                time.sleep(Duration.ofNanos(Math.min(left, INTERVAL.toNanos())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Seen(Effect.UNKNOWN, seen.after(), seen.detail(), "interrupted before an effect was seen");
            }
            seen = look();
        }
        return seen;
    }

    /** The port's state afterwards, whatever it says of an effect. */
    Seen once() {
        Seen seen = look();
        return new Seen(Effect.NOT_CHECKED, seen.after(), seen.detail(), "");
    }

    private Seen look() {
        RasPort after;
        try {
            after = server.reread(before);
        } catch (ResetException e) {
            return new Seen(Effect.UNKNOWN, null, null, "the port can't be read: " + e.getMessage());
        }
        PortDetail detail = detail(server, operation, before);
        if (!after.name().equals(before.name()) || !after.device().equals(before.device())) {
            return new Seen(
                    Effect.UNKNOWN, after, detail, "its handle is now that of " + Printable.brief(after.name()));
        }
        return judge(after, detail);
    }

    private Seen judge(RasPort after, @Nullable PortDetail detail) {
        if (!before.isConnected() && (after.isConnected() || isCalled(after))) {
            return new Seen(Effect.UNKNOWN, after, detail, "a new call came in meanwhile");
        }
        boolean confirmed = switch (operation) {
            case RESET ->
                isFreed(after)
                        || after.conditionValue() != before.conditionValue()
                        || after.connectSeconds() < before.connectSeconds()
                        || after.totalCalls() < before.totalCalls()
                        || wentBack(detail);
            case DISCONNECT ->
                isFreed(after)
                        || (before.condition() == PortCondition.AUTHENTICATED
                                && after.condition() != PortCondition.AUTHENTICATED);
            case CLEAR_STATISTICS -> wentBack(detail);
        };
        String change = before.conditionText() + " -> " + after.conditionText();
        if (confirmed) {
            return new Seen(Effect.CONFIRMED, after, detail, change);
        }
        if (operation == PortOperation.CLEAR_STATISTICS) {
            return uncleared(after, detail);
        }
        return new Seen(Effect.NOT_OBSERVED, after, detail, "still " + after.conditionText());
    }

    private Seen uncleared(RasPort after, @Nullable PortDetail detail) {
        if (detailBefore == null || detail == null) {
            return new Seen(Effect.UNKNOWN, after, detail, "its counters can't be read");
        }
        boolean nothing = IdleWatch.traffic(detailBefore.counters()).stream().allMatch(counter -> counter == 0);
        return nothing
                ? new Seen(Effect.UNKNOWN, after, detail, "its counters were 0 before")
                : new Seen(Effect.NOT_OBSERVED, after, detail, "its counters didn't go back");
    }

    private boolean isFreed(RasPort after) {
        return before.isConnected() && after.connectionHandle() != before.connectionHandle();
    }

    /** Whether somebody came to a free port since. */
    private boolean isCalled(RasPort after) {
        return before.activity() == Activity.IDLE
                && (after.condition() == PortCondition.CALLING_BACK
                        || after.condition() == PortCondition.AUTHENTICATING
                        || after.totalCalls() > before.totalCalls());
    }

    /** Whether counters are less than before and none is more. One that wraps while traffic flows is no such case. */
    private boolean wentBack(@Nullable PortDetail detail) {
        if (detailBefore == null || detail == null) {
            return false;
        }
        List<Long> then = IdleWatch.traffic(detailBefore.counters());
        List<Long> now = IdleWatch.traffic(detail.counters());
        boolean less = false;
        for (int i = 0; i < then.size(); i++) {
            if (now.get(i) > then.get(i)) {
                return false;
            }
            less |= now.get(i) < then.get(i);
        }
        return less;
    }
}
