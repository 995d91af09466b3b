// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.rras.PortDetail;
import netreset.rras.PortResult;
import netreset.rras.RasPort;
import netreset.rras.RasServer;
import org.jspecify.annotations.Nullable;

/** Makes the calls that change something, each between its two entries in the audit trail. */
final class Caller {
    private final RasServer server;
    private final AuditTrail audit;
    private final Time time;
    private long attempts;

    Caller(RasServer server, AuditTrail audit, Time time) {
        this.server = server;
        this.audit = audit;
        this.time = time;
    }

    /**
     * An attempt.
     *
     * @param text of what was seen, for a person
     * @param unrecorded why the audit trail doesn't have it; {@code null} if it does
     */
    record Called(
            PortAttempt attempt, String text, @Nullable ResetException unrecorded) {}

    /**
     * Makes one call and looks at its effect.
     *
     * @param port right before
     * @throws ResetException if the audit trail can't take the intent: the call wasn't made
     */
    Called call(PortOperation operation, RasPort port, Duration verification) throws ResetException {
        PortDetail detail = verification.isZero() ? null : EffectWatch.detail(server, operation, port);
        Instant at = time.now();
        AuditIntent intent =
                new AuditIntent(++attempts, at, server.name(), server.module().path(), operation, port);
        try {
            audit.intend(intent);
        } catch (IOException e) {
            throw unwritten("no call was made", e);
        }
        long began = time.nanos();
        PortResult result = call(operation, port);
        long nanos = time.nanos() - began;
        EffectWatch.Seen seen = look(new EffectWatch(server, time, operation, port, detail), result, verification);
        PortAttempt attempt = new PortAttempt(
                intent.number(), operation, at, port, result, nanos, seen.effect(), seen.after(), seen.detail());
        try {
            audit.record(intent, attempt);
            return new Called(attempt, seen.text(), null);
        } catch (IOException e) {
            return new Called(attempt, seen.text(), unwritten("the last call isn't in it", e));
        }
    }

    private PortResult call(PortOperation operation, RasPort port) {
        try {
            return switch (operation) {
                case RESET -> server.reset(port);
                case DISCONNECT -> server.disconnect(port);
                case CLEAR_STATISTICS -> server.clearStatistics(port);
            };
        } catch (ResetException e) {
            return new PortResult(PortResult.Status.REFUSED, e.code(), e.reason(), String.valueOf(e.getMessage()));
        }
    }

    private static EffectWatch.Seen look(EffectWatch watch, PortResult result, Duration verification) {
        if (result.mayRetry() || Stop.isNeeded(result.reason())) {
            return new EffectWatch.Seen(Effect.NOT_CHECKED, null, null, "");
        }
        boolean refused = result.status() == PortResult.Status.REFUSED;
        return refused || verification.isZero() ? watch.once() : watch.watch(verification);
    }

    private static ResetException unwritten(String consequence, IOException e) {
        return new ResetException(
                Reason.SYSTEM_CALL_FAILED,
                "the audit trail can't be written, " + consequence + ": "
                        + Printable.brief(String.valueOf(e.getMessage())),
                null,
                e);
    }
}
