// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import netreset.Evidence;
import netreset.NativeCode;
import netreset.ResetMask;
import netreset.rras.PortResult;
import netreset.rras.RasPort;
import netreset.rras.operations.Effect;
import netreset.rras.operations.PortAttempt;
import netreset.rras.operations.PortOperation;
import netreset.rras.operations.PortOutcome;
import netreset.rras.operations.PortReport;
import org.jspecify.annotations.Nullable;

/** An object of kind {@code report} about a port. */
final class PortReportJson {
    /** What tells a port's state before from that after. */
    private static final List<Field<RasPort>> PORT = List.of(
            new Field<>("name", RasPort::name),
            new Field<>("state", PortTable::condition),
            new Field<>("device", RasPort::device),
            new Field<>("condition", RasPort::conditionText),
            new Field<>("conditionValue", RasPort::conditionValue),
            new Field<>("connected", RasPort::isConnected),
            new Field<>("connectSeconds", RasPort::connectSeconds),
            new Field<>("totalCalls", RasPort::totalCalls));

    private final PortReport report;
    private final PortOperation operation;
    private final @Nullable PortAttempt last;

    PortReportJson(PortReport report, PortOperation operation) {
        List<PortAttempt> attempts = report.attempts();
        this.report = report;
        this.operation = operation;
        this.last = attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
    }

    void write(PrintWriter out, String id, String bridge) throws IOException {
        Set<PortOperation> performed = EnumSet.noneOf(PortOperation.class);
        for (PortAttempt attempt : report.attempts()) {
            if (attempt.effect() == Effect.CONFIRMED) {
                performed.add(attempt.operation());
            }
        }
        Set<PortOperation> remaining = EnumSet.of(operation);
        remaining.removeAll(performed);
        JsonLine line = JsonLine.begin(out, "report")
                .put("id", id)
                .put("method", "mprapi")
                .put("bridge", bridge)
                .put("operation", operation.name())
                .put("outcome", Words.outcome(report))
                .put("message", report.message())
                .mask("requested", mask(EnumSet.of(operation)))
                .mask("performed", mask(performed))
                .mask("remaining", mask(remaining))
                .put("evidence", evidence().code())
                .put("dispatchNanos", last == null ? 0 : last.durationNanos())
                .put("outageNanos", (Long) null)
                .code(code(last))
                .openArray("refusals");
        if (report.outcome() == PortOutcome.IN_USE) {
            line.open().put("code", "in-use").put("reason", report.message()).close();
        }
        line.closeArray().put("notes", List.of()).put("simulated", false);
        port(line, "before", last == null ? report.port() : last.before());
        port(line, "after", last == null ? null : last.after());
        attempts(line);
        line.end();
    }

    private static ResetMask mask(Set<PortOperation> operations) {
        int bits = 0;
        for (PortOperation operation : operations) {
            bits |= switch (operation) {
                case RESET -> 1;
                case DISCONNECT -> 2;
                case CLEAR_STATISTICS -> 4;
            };
        }
        return new ResetMask(bits, operations.stream().map(PortOperation::what).toList());
    }

    private Evidence evidence() {
        if (last == null || !last.result().isAccepted()) {
            return Evidence.NONE;
        }
        return report.outcome() == PortOutcome.CONFIRMED ? Evidence.PRESENT : Evidence.DISPATCHED;
    }

    private static @Nullable NativeCode code(@Nullable PortAttempt attempt) {
        PortResult result = attempt == null ? null : attempt.result();
        return result == null || result.isAccepted() ? null : result.code();
    }

    static void port(JsonLine line, String key, @Nullable RasPort port) throws IOException {
        if (port == null) {
            line.put(key, (String) null);
        } else {
            line.open(key).put(PORT, port).close();
        }
    }

    private void attempts(JsonLine line) throws IOException {
        line.openArray("attempts");
        for (PortAttempt attempt : report.attempts()) {
            line.open()
                    .put("number", attempt.number())
                    .put("operation", attempt.operation().name())
                    .put("atRfc3339", attempt.at().toString())
                    .put("status", attempt.result().status().name())
                    .code(attempt.result().code())
                    .put("effect", attempt.effect().name())
                    .put("dispatchNanos", attempt.durationNanos())
                    .close();
        }
        line.closeArray();
    }
}
