// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.List;
import java.util.Objects;
import netreset.DeviceIdentity;
import netreset.Refusal;
import netreset.ResetException;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.audit.JsonObject;
import netreset.linux.guard.AuditLog;
import org.jspecify.annotations.Nullable;

/** Lines of the audit log about resets of NICs. */
final class AuditEntries {
    private AuditEntries() {}

    /** Before the first act. */
    static JsonObject intent(ResetRequest request, DeviceIdentity before) {
        return asked("intent", request).object("before", identity(before));
    }

    /** What came of it; exactly one of report and failure is there. */
    static JsonObject attempt(ResetRequest request, @Nullable ResetReport report, @Nullable ResetException failure) {
        JsonObject line = asked("attempt", request);
        if (report == null) {
            return line.put("outcome", (String) null)
                    .put("reason", failure == null ? null : failure.reason().name())
                    .put("message", failure == null ? null : failure.getMessage());
        }
        return line.put("outcome", report.outcome().name())
                .put("method", report.method())
                .put("rung", Objects.toString(report.rung(), null))
                .put("evidence", report.evidence().code())
                .put("dispatchNanos", report.timing().dispatchNanos())
                .put("outageNanos", report.timing().outageNanos())
                .put("refusals", report.refusals().stream().map(Refusal::code).toList())
                .put(
                        "attempts",
                        report.attempts().stream()
                                .map(attempt -> attempt.method().word() + " " + attempt.outcome())
                                .toList())
                .object("before", identity(report.before().identity()))
                .object(
                        "after",
                        report.after() == null ? null : identity(report.after().identity()))
                .put("notes", report.notes());
    }

    /** What an interrupted operation left was put back, or not. */
    static JsonObject resumption(String target, List<String> restored, List<String> missing) {
        return AuditLog.begin("resumption", target).put("restored", restored).put("missing", missing);
    }

    private static JsonObject asked(String kind, ResetRequest request) {
        return AuditLog.begin(kind, request.target().toString())
                .put("requester", request.requester())
                .put("askedReason", request.reason())
                .put(
                        "askedMethod",
                        request.method() == null ? null : request.method().word())
                .put("askedUpTo", Objects.toString(request.upTo(), null))
                .put("overrides", request.overrides().stream().sorted().toList());
    }

    private static JsonObject identity(DeviceIdentity identity) {
        return new JsonObject()
                .put("name", identity.name())
                .put("index", (long) identity.index())
                .put("busAddress", identity.busAddress())
                .put("permanentAddress", identity.permanentAddress());
    }
}
