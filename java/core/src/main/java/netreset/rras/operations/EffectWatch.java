// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.time.Duration;
import netreset.ResetException;
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
        return new Change(operation, before, detailBefore, after, detail(server, operation, before)).judge();
    }
}
