// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import netreset.Attempt;
import netreset.DeviceIdentity;
import netreset.Evidence;
import netreset.LinkState;
import netreset.Outcome;
import netreset.Refusal;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetReport.NicSnapshot;
import netreset.ResetReport.Snapshot;
import netreset.ResetReport.Timing;
import netreset.Rung;
import netreset.Stage;
import org.jspecify.annotations.Nullable;

/** A report, or a plan, as a block of lines for people. */
final class ReportText {
    private ReportText() {}

    static void print(PrintWriter out, ResetReport report) {
        TextBlock block = new TextBlock(
                        out, report.id() + "  " + report.outcome() + (report.simulated() ? " (simulated)" : ""))
                .line("evidence", Words.evidence(report))
                .line("device", identity(report.before().identity()))
                .line("method", method(report.method(), report.rung()) + " through " + report.bridge())
                .lines(
                        "before",
                        report.attempts().stream().map(ReportText::attempt).toList())
                .line("requested", Words.of(report.requested()))
                .line("performed", performed(report))
                .line("remaining", Words.of(report.remaining()));
        if (report.outcome() != Outcome.REFUSED) {
            happened(block, report);
        }
        block.lines("refused", refusals(report.refusals()))
                .lines("note", report.notes())
                .lines("kernel", report.kernelLog());
    }

    /** What would happen. */
    static void print(PrintWriter out, ResetPlan plan, String bridge) {
        TextBlock block = new TextBlock(out, plan.request().target() + "  " + Outcome.PLANNED + ": nothing was touched")
                .line("device", identity(plan.identity()));
        if (plan.stages().isEmpty()) {
            block.line("method", plan.method() + " through " + bridge)
                    .line("requested", Words.of(plan.requested()))
                    .lines("step", plan.steps())
                    .lines("refused", refusals(plan.refusals()))
                    .lines("note", plan.notes());
        }
        String when = "method";
        for (Stage stage : plan.stages()) {
            String method = method(stage.method().word(), stage.rung()) + " through " + bridge;
            stage(block.line(when, method + ": " + stage.rung().text()), stage);
            when = "then";
        }
    }

    private static void stage(TextBlock block, Stage stage) {
        if (!stage.requested().isEmpty()) {
            block.line("requested", Words.of(stage.requested()));
        }
        block.line("needs", stage.needs())
                .lines("step", stage.steps())
                .lines("takes down", stage.blastRadius())
                .lines("loses", stage.losses())
                .line("proof", stage.proof())
                .lines("refused", refusals(stage.refusals()))
                .lines("note", stage.notes());
    }

    private static String method(String word, @Nullable Rung rung) {
        return rung == null ? word : word + " (" + rung + ")";
    }

    private static String attempt(Attempt attempt) {
        return method(attempt.method().word(), attempt.rung()) + ": " + attempt.outcome()
                + (attempt.notes().isEmpty() ? "" : "; " + String.join("; ", attempt.notes()));
    }

    private static String performed(ResetReport report) {
        String claim = report.before() instanceof NicSnapshot ? "  (says its driver)" : "  (was seen to change)";
        return Words.of(report.performed()) + (report.performed().isEmpty() ? "" : claim);
    }

    private static void happened(TextBlock block, ResetReport report) {
        Timing timing = report.timing();
        boolean inFlight = report.outcome() == Outcome.IN_FLIGHT;
        block.line("call", Words.duration(timing.dispatchNanos()) + (inFlight ? " so far" : ""));
        if (report.code() != null) {
            block.line(
                    "error",
                    report.code().symbol() + " (" + report.code().space() + " "
                            + report.code().value() + ")");
        }
        if (report.before() instanceof NicSnapshot before) {
            block.line("outage", outage(report));
            if (timing.datapathOutageNanos() != null) {
                block.line("no traffic", noTraffic(timing.datapathOutageNanos(), timing.datapathResolutionNanos()));
            }
            block.line("carrier", carrier(before.link(), report.after()));
        } else {
            block.line("state", state(report));
        }
        Snapshot after = report.after();
        if (after == null) {
            block.line("now", "gone, or not looked at");
        } else if (!after.identity().equals(report.before().identity())) {
            block.line("now", identity(after.identity()));
        }
    }

    private static String outage(ResetReport report) {
        Timing timing = report.timing();
        if (timing.outageNanos() == null) {
            return report.evidence().compareTo(Evidence.LINK) >= 0 ? "none seen" : "not known";
        }
        String resolution =
                timing.resolutionNanos() == null ? "" : ", to within " + Words.duration(timing.resolutionNanos());
        return Words.duration(timing.outageNanos()) + resolution + (timing.approximate() ? ", approximate" : "");
    }

    private static String noTraffic(long outage, @Nullable Long resolution) {
        return "for " + Words.duration(outage)
                + (resolution == null ? "" : ", or up to " + Words.duration(resolution) + " less");
    }

    private static String carrier(LinkState before, @Nullable Snapshot last) {
        if (!(last instanceof NicSnapshot nic)) {
            return "up " + Words.counter(before.carrierUps()) + ", down " + Words.counter(before.carrierDowns())
                    + " before";
        }
        LinkState after = nic.link();
        return "up " + change(before.carrierUps(), after.carrierUps())
                + ", down " + change(before.carrierDowns(), after.carrierDowns())
                + "; " + before.word() + " -> " + after.word();
    }

    private static String state(ResetReport report) {
        return report.before().state()
                + (report.after() == null ? " before" : " -> " + report.after().state());
    }

    private static String change(long before, long after) {
        return Words.counter(before) + " -> " + Words.counter(after);
    }

    private static String identity(DeviceIdentity identity) {
        OptionalInt index = identity.interfaceIndex();
        return identity.name()
                + (index.isPresent() ? ", index " + index.getAsInt() : "")
                + (identity.busAddress() == null ? "" : ", " + identity.busAddress())
                + (identity.permanentAddress() == null ? "" : ", " + identity.permanentAddress());
    }

    private static List<String> refusals(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> refusal.reason() + " (override: --force " + refusal.code() + ")")
                .toList();
    }
}
