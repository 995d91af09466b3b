// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import netreset.Attempt;
import netreset.Evidence;
import netreset.Outcome;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetReport;
import netreset.ResetReport.NicSnapshot;
import netreset.ResetReport.Timing;
import netreset.ResetRequest;
import netreset.Resettability.Answer;
import netreset.Rung;
import netreset.Stage;
import netreset.linux.ladder.Hardware;
import netreset.linux.ladder.Means;
import netreset.linux.ladder.Restore;
import netreset.linux.proof.Observation;
import org.jspecify.annotations.Nullable;

/**
 * One means after the other, each reaching further, until the NIC is seen to be back: look, check, keep its state, act,
 * watch, and only if that shows that it isn't back, go on. State is kept once, before the first means that loses any.
 */
final class Climb {
    /** How old a look may be. */
    private static final long LOOK_HOLDS_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final LinuxSite site;
    private final Nics nics;
    private final Planner planner;
    private final Restore restore;
    private final List<Means> means;
    private final Stage first;
    private final long lookedAt = System.nanoTime();
    private final ResetRequest request;
    private final ResetListener listener;
    private final InFlight inFlight;
    private final Guard.Watch watch;
    private final NicSnapshot before;
    private final @Nullable Hardware hardware;
    private final List<Attempt> tried = new ArrayList<>();

    private @Nullable Observation observation;
    private Nics.Found found;
    private Restore.@Nullable Saved saved;
    private @Nullable ResetReport last;
    private int lastAt;

    Climb(
            LinuxSite site,
            Nics nics,
            Planner planner,
            Restore restore,
            Planner.Chosen chosen,
            Stage first,
            ResetListener listener,
            InFlight inFlight,
            Guard.Watch watch) {
        this.site = site;
        this.nics = nics;
        this.planner = planner;
        this.restore = restore;
        this.means = chosen.means();
        this.first = first;
        this.request = chosen.request();
        this.listener = listener;
        this.inFlight = inFlight;
        this.watch = watch;
        this.found = chosen.found();
        this.before = Snapshots.of(found.link());
        this.hardware = Hardware.of(found.target());
    }

    /**
     * Climbs.
     *
     * @throws ResetException if nothing was done by any of them, and nothing can have been
     */
    ResetReport run() throws ResetException {
        try (Observation opened = Observation.begin(site, site.kernelLog(), request.probe(), found.target())) {
            observation = opened;
            ResetReport report = climb();
            List<String> log = opened.kernelLog();
            return report.withKernelLog(log, opened.gaps());
        }
    }

    private ResetReport climb() throws ResetException {
        ResetException failure = null;
        for (Means next : means) {
            try {
                if (!tried.isEmpty()) {
                    lookAgain();
                    if (next.has(found.target()).answer() == Answer.NO) {
                        continue;
                    }
                }
                Stage stage = isToBeLookedAt()
                        ? KernelWork.run("netreset-plan", () -> planner.stage(request, next, found.target()))
                        : first;
                if (!stage.refusals().isEmpty()) {
                    return refused(stage);
                }
                ResetReport report = one(next, stage);
                keep(report, stage);
                if (!isToGoOn(report)) {
                    break;
                }
            } catch (ResetException e) {
                failure = failure == null ? e : failure;
                tried.add(failed(next, e));
            }
        }
        return ended(failure);
    }

    /**
     * Whether what forbids the next means has to be looked for. For the first one that was done under the lock just now; but
     * the other ports of a bond may fail at any time, and a probe that isn't answered, or a slow disk, takes its own.
     */
    private boolean isToBeLookedAt() {
        return !tried.isEmpty() || found.link().masterIndex() != 0 || System.nanoTime() - lookedAt > LOOK_HOLDS_NANOS;
    }

    private void keep(ResetReport report, Stage stage) {
        last = report;
        lastAt = tried.size();
        tried.add(new Attempt(
                stage.method(),
                stage.rung(),
                report.outcome(),
                report.evidence(),
                report.timing(),
                report.code(),
                report.notes()));
    }

    /** The last that was done is what the report is about; what came after it could do nothing, and is among the others. */
    private ResetReport ended(@Nullable ResetException failure) throws ResetException {
        if (last != null) {
            return last.after(others());
        }
        throw failure == null ? new ResetException(Reason.UNSUPPORTED, "there was nothing to try") : failure;
    }

    private List<Attempt> others() {
        List<Attempt> others = new ArrayList<>(tried);
        others.remove(lastAt);
        return others;
    }

    private ResetReport one(Means means, Stage stage) throws ResetException {
        if (saved == null && means.rung(found.target()).compareTo(Rung.R1) >= 0) {
            saved = KernelWork.run("netreset-save", () -> restore.save(found.target()));
        }
        watch.acts(means, found.target(), saved);
        Try attempt = new Try(
                request,
                stage,
                means,
                found,
                found.target(),
                Snapshots.identity(found.link()),
                means.losses().isEmpty() ? null : saved,
                tried.isEmpty() ? null : before,
                Objects.requireNonNull(observation));
        ResetReport report = new RungReset(site, attempt, listener).run(inFlight.begin());
        return report.outcome() == Outcome.IN_FLIGHT ? report : report.and(watch.acted());
    }

    /** After a means that made the interface anew it is found by its hardware; if it is gone, what is known is kept. */
    private void lookAgain() throws ResetException {
        found = hardware == null
                ? KernelWork.run("netreset-find", () -> nics.find(before.identity()))
                : KernelWork.run("netreset-find", () -> found(hardware));
        Objects.requireNonNull(observation)
                .follow(found.link().name(), found.link().index());
    }

    private Nics.Found found(Hardware sought) throws ResetException {
        Nics.Found now = nics.find(sought);
        return now == null ? found : now;
    }

    /** Only what was seen not to bring it back; a call that is still away, or another device, is for a person. */
    private static boolean isToGoOn(ResetReport report) {
        return switch (report.outcome()) {
            case NOT_RECOVERED, DATAPATH_DEAD, NO_EFFECT_OBSERVED, NOTHING_RESET, NOTHING_TO_DO, FAILED, STRANDED ->
                true;
            default -> false;
        };
    }

    private static Attempt failed(Means means, ResetException e) {
        return new Attempt(
                means.method(),
                means.method().rung(),
                Outcome.FAILED,
                Evidence.NONE,
                Timing.NONE,
                e.code(),
                List.of(String.valueOf(e.getMessage())));
    }

    /** The first one refused is a refusal; a later one leaves the outcome of what was done, and says why it ends there. */
    private ResetReport refused(Stage stage) {
        if (last == null) {
            return Untouched.report(site.bridge(), request, stage, before, Outcome.REFUSED)
                    .after(tried);
        }
        List<String> notes = new ArrayList<>(last.notes());
        notes.add(stage.method().word() + " (" + stage.rung() + ") would be next, and is refused: "
                + String.join(
                        "; ",
                        stage.refusals().stream()
                                .map(refusal -> refusal.code() + ": " + refusal.reason())
                                .toList()));
        return last.with(stage.refusals(), notes).after(others());
    }
}
