// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.time.Instant;
import netreset.audit.JsonObject;
import netreset.rras.Counters;
import netreset.rras.PortDetail;
import netreset.rras.PortResult;
import netreset.rras.RasPort;
import org.jspecify.annotations.Nullable;

/** An audit trail's entries as JSON objects of one line each. */
final class AuditLines {
    private final long pid = ProcessHandle.current().pid();
    private final Instant startedAt = Instant.now();
    private final @Nullable String askedReason;

    /** @param askedReason why, in the caller's words; {@code null} if he doesn't say */
    AuditLines(@Nullable String askedReason) {
        this.askedReason = askedReason;
    }

    String of(AuditIntent intent) {
        return begin("intent", intent)
                .put("operator", System.getProperty("user.name"))
                .object("before", port(intent.port(), null))
                .end();
    }

    String of(AuditIntent intent, PortAttempt attempt) {
        PortResult result = attempt.result();
        JsonObject line = begin("attempt", intent)
                .object("before", port(attempt.before(), null))
                .put("status", result.status().name())
                .put(
                        "code",
                        result.code() == null
                                ? null
                                : Integer.toUnsignedLong(result.code().value()))
                .put("symbol", result.code() == null ? null : result.code().symbol())
                .put("reason", result.reason() == null ? null : result.reason().name())
                .put("message", result.message())
                .put("durationNanos", attempt.durationNanos())
                .put("effect", attempt.effect().name());
        return line.object("after", attempt.after() == null ? null : port(attempt.after(), attempt.afterDetail()))
                .end();
    }

    private JsonObject begin(String kind, AuditIntent intent) {
        return new JsonObject()
                .put("schema", "netreset-audit/1")
                .put("kind", kind)
                .put("pid", pid)
                .put("startedAt", startedAt.toString())
                .put("number", intent.number())
                .put("at", intent.at().toString())
                .put("server", intent.server())
                .put("library", intent.library())
                .put("operation", intent.operation().name())
                .put("what", intent.operation().what())
                .put("askedReason", askedReason);
    }

    private static JsonObject port(RasPort port, @Nullable PortDetail detail) {
        JsonObject json = new JsonObject()
                .put("name", port.name())
                .put("device", port.device())
                .put("condition", port.conditionText())
                .put("handle", Long.toHexString(port.handle()))
                .put("connectionHandle", Long.toHexString(port.connectionHandle()))
                .put("totalCalls", port.totalCalls())
                .put("connectSeconds", port.connectSeconds());
        if (port.connection() != null) {
            json.put("user", port.connection().user())
                    .put("domain", port.connection().domain());
        }
        if (detail != null) {
            Counters counters = detail.counters();
            json.put("bytesTransmitted", counters.bytesTransmitted()).put("bytesReceived", counters.bytesReceived());
        }
        return json;
    }
}
