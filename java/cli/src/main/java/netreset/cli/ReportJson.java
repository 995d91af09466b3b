// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import netreset.Attempt;
import netreset.DeviceIdentity;
import netreset.Evidence;
import netreset.Outcome;
import netreset.Port;
import netreset.Refusal;
import netreset.ResetMask;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetReport.NicSnapshot;
import netreset.ResetReport.PortSnapshot;
import netreset.ResetReport.Snapshot;
import netreset.ResetReport.Timing;
import netreset.Rung;
import netreset.Stage;
import org.jspecify.annotations.Nullable;

/** Objects of kind {@code report}: of what happened, or of what would. */
final class ReportJson {
    private ReportJson() {}

    static void write(PrintWriter out, ResetReport report) throws IOException {
        JsonLine line = JsonLine.begin(out, "report")
                .id(report.id())
                .put("method", report.method())
                .put("bridge", report.bridge())
                .put("outcome", report.outcome().name())
                .mask("requested", report.requested())
                .mask("performed", report.performed())
                .mask("remaining", report.remaining())
                .put("evidence", report.evidence().code());
        timing(line, report.timing());
        line.code(report.code());
        refusals(line, report.refusals());
        line.put("notes", report.notes()).put("kernelLog", report.kernelLog()).put("simulated", report.simulated());
        snapshot(line, "before", report.before());
        snapshot(line, "after", report.after());
        rung(line, report.rung());
        line.openArray("attempts");
        for (Attempt attempt : report.attempts()) {
            attempt(line.open(), attempt);
            line.close();
        }
        line.closeArray().end();
    }

    private static void rung(JsonLine line, @Nullable Rung rung) throws IOException {
        line.put("rung", rung == null ? null : rung.name());
    }

    private static void attempt(JsonLine line, Attempt attempt) throws IOException {
        line.put("method", attempt.method().word())
                .put("rung", attempt.rung().name())
                .put("outcome", attempt.outcome().name())
                .put("evidence", attempt.evidence().code());
        timing(line, attempt.timing());
        line.code(attempt.code()).put("notes", attempt.notes());
    }

    private static void stage(JsonLine line, Stage stage) throws IOException {
        line.put("method", stage.method().word())
                .put("rung", stage.rung().name())
                .put("needs", stage.needs())
                .mask("requested", stage.requested())
                .put("steps", stage.steps())
                .put("blastRadius", stage.blastRadius())
                .put("losses", stage.losses())
                .put("proof", stage.proof());
        refusals(line, stage.refusals());
        line.put("notes", stage.notes());
    }

    /** A plan is the report of a reset that wasn't begun, with the steps it would take. */
    static void write(PrintWriter out, ResetPlan plan, String bridge) throws IOException {
        JsonLine line = JsonLine.begin(out, "report")
                .id(plan.request().target())
                .put("method", plan.method())
                .put("bridge", bridge)
                .put("outcome", Outcome.PLANNED.name())
                .mask("requested", plan.requested())
                .mask("performed", new ResetMask(0, List.of()))
                .mask("remaining", plan.requested())
                .put("evidence", Evidence.NONE.code());
        timing(line, Timing.NONE);
        line.code(null);
        refusals(line, plan.refusals());
        line.put("notes", plan.notes()).put("kernelLog", List.of()).put("simulated", false);
        if (plan.device() instanceof Port port) {
            line.open("before")
                    .put("name", port.name())
                    .put("state", port.state())
                    .put("connected", port.connected())
                    .put("totalCalls", port.totalCalls());
        } else {
            identity(line.open("before"), plan.identity());
        }
        line.close();
        line.put("after", (String) null).put("steps", plan.steps());
        rung(line, plan.stages().isEmpty() ? null : plan.stages().get(0).rung());
        line.openArray("attempts").closeArray().openArray("stages");
        for (Stage stage : plan.stages()) {
            stage(line.open(), stage);
            line.close();
        }
        line.closeArray().end();
    }

    private static void timing(JsonLine line, Timing timing) throws IOException {
        line.put("dispatchNanos", timing.dispatchNanos())
                .put("outageNanos", timing.outageNanos())
                .put("outageResolutionNanos", timing.resolutionNanos())
                .put("approximate", timing.approximate())
                .put("datapathOutageNanos", timing.datapathOutageNanos())
                .put("datapathOutageResolutionNanos", timing.datapathResolutionNanos());
    }

    private static void refusals(JsonLine line, List<Refusal> refusals) throws IOException {
        line.openArray("refusals");
        for (Refusal refusal : refusals) {
            line.open()
                    .put("code", refusal.code())
                    .put("reason", refusal.reason())
                    .close();
        }
        line.closeArray();
    }

    private static void snapshot(JsonLine line, String key, @Nullable Snapshot snapshot) throws IOException {
        if (snapshot == null) {
            line.put(key, (String) null);
        } else {
            if (snapshot instanceof NicSnapshot nic) {
                identity(line.open(key), nic.identity()).link(nic.link());
            } else if (snapshot instanceof PortSnapshot port) {
                line.open(key)
                        .put("name", port.identity().name())
                        .put("state", port.state())
                        .put("connected", port.connected())
                        .put("totalCalls", port.totalCalls());
            }
            line.close();
        }
    }

    private static JsonLine identity(JsonLine line, DeviceIdentity identity) throws IOException {
        return line.put("name", identity.name())
                .put("index", identity.index())
                .put("busAddress", identity.busAddress())
                .put("permanentAddress", identity.permanentAddress());
    }
}
