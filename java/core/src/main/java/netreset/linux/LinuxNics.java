// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import netreset.DeviceId;
import netreset.Interrupted;
import netreset.Method;
import netreset.Nic;
import netreset.NicWatch;
import netreset.Outcome;
import netreset.Reason;
import netreset.Refusal;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetMask;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.Resumption;
import netreset.Rung;
import netreset.Stage;
import netreset.bridge.Bridge;
import netreset.linux.guard.Limits;
import netreset.linux.guard.StateFolder;
import netreset.linux.ladder.Refusals;
import netreset.linux.ladder.Restore;
import netreset.linux.ladder.Target;
import org.jspecify.annotations.Nullable;

/** The Linux half: NICs of one network namespace. Holds no open file; every operation asks the kernel anew. */
public final class LinuxNics {
    private final LinuxSite site;
    private final Nics nics;
    private final Planner planner;
    private final Restore restore;
    private final Guard guard;
    private final @Nullable Resume resume;

    /**
     * Opens nothing yet.
     *
     * @param namespaceName as {@code ip netns} has it; {@code null} for this process's own
     * @param limits how often a NIC may be reset
     * @param auditFile where each reset is written down; {@code null} for the state folder's own file
     * @param confirmation whether what a reset took away is remembered until {@link #confirm}
     * @throws ResetException INVALID_REQUEST if no namespace can be called so
     */
    public LinuxNics(
            Bridge bridge,
            @Nullable String namespaceName,
            Limits limits,
            @Nullable Path auditFile,
            boolean confirmation)
            throws ResetException {
        this(
                LinuxSite.of(bridge, new NetworkNamespace(bridge.libc(), namespaceName), Path.of("/")),
                limits,
                auditFile,
                confirmation);
    }

    private LinuxNics(LinuxSite site, Limits limits, @Nullable Path auditFile, boolean confirmation) {
        this(
                site,
                new MachineGuard(
                        StateFolder.here(),
                        limits,
                        auditFile,
                        site.files(),
                        site.namespace().key(),
                        confirmation));
    }

    private LinuxNics(LinuxSite site, MachineGuard guard) {
        this(site, new SafetyRefusals(site), new StateRestore(site), guard, new Resume(site, guard));
    }

    LinuxNics(LinuxSite site, Refusals refusals, Restore restore) {
        this(site, refusals, restore, Guard.NONE, null);
    }

    LinuxNics(LinuxSite site, Refusals refusals, Restore restore, Guard guard, @Nullable Resume resume) {
        this.site = site;
        this.nics = new Nics(site);
        this.planner = new Planner(site, refusals, guard);
        this.restore = restore;
        this.guard = guard;
        this.resume = resume;
    }

    /** What operations left that died, or couldn't put back what they took away; of NICs in whatever namespace. */
    public List<Interrupted> interrupted() throws ResetException {
        return resume == null ? List.of() : resume.interrupted();
    }

    /** Of one NIC alone. */
    public List<Interrupted> interrupted(DeviceId target) throws ResetException {
        return resume == null ? List.of() : KernelWork.run("netreset-find", () -> resume.interrupted(target));
    }

    /** Whether an operation on a NIC, of whatever process, hasn't ended. */
    public boolean isUnderWay(DeviceId target) throws ResetException {
        return resume != null && KernelWork.run("netreset-find", () -> resume.isUnderWay(target));
    }

    /** All is well after the operations on a NIC that wait for this; how many did. */
    public int confirm(DeviceId target) throws ResetException {
        return resume == null ? 0 : KernelWork.run("netreset-confirm", () -> resume.confirm(target));
    }

    /**
     * Puts back what an interrupted operation left.
     *
     * @throws ResetException BUSY if that operation is under way; PERMISSION_DENIED
     */
    public Resumption resume(Interrupted interrupted) throws ResetException {
        if (resume == null) {
            throw new ResetException(Reason.NOT_FOUND, "nothing was interrupted");
        }
        return KernelWork.run("netreset-resume", () -> resume.run(interrupted));
    }

    /** Every NIC, in the kernel's order. Touches none. */
    public List<Nic> list() throws ResetException {
        return KernelWork.run("netreset-list", nics::list);
    }

    /**
     * Watches NICs from now on; touches none.
     *
     * @param targets which; empty for all but the loopback
     */
    public NicWatch watch(List<DeviceId> targets, NicWatch.Options options) throws ResetException {
        return KernelWork.run("netreset-watch", () -> new Watching(site, nics).begin(targets, options));
    }

    /** What a reset would do. Touches nothing. */
    public ResetPlan plan(ResetRequest request) throws ResetException {
        Planner.Chosen chosen = choose(request, () -> nics.find(request.target()));
        return KernelWork.run("netreset-plan", () -> planner.plan(chosen));
    }

    /** Resets, and watches as asked. Blocks until the request's timeout at the latest, times the means that are tried. */
    public ResetReport reset(ResetRequest request, ResetListener listener) throws ResetException {
        return climb(noted(request, () -> choose(request, () -> nics.find(request.target()))), listener);
    }

    /** Does what was planned with the NIC it was planned for, whatever that is called now. */
    public ResetReport execute(ResetPlan plan, ResetListener listener) throws ResetException {
        ResetRequest request = plan.request();
        Planner.Chosen now = noted(request, () -> choose(request, () -> nics.find(plan.identity())));
        if (!means(now).equals(means(plan))) {
            ResetException changed = new ResetException(
                    Reason.INVALID_REQUEST,
                    "what can be done has changed since it was planned, to " + means(now) + " from " + means(plan)
                            + ": plan again");
            guard.refused(request, null, changed);
            throw changed;
        }
        return climb(now, listener);
    }

    private Planner.Chosen choose(ResetRequest request, Callable<Nics.Found> finding) throws ResetException {
        RequestedScope scope = planner.check(request);
        return KernelWork.run("netreset-find", () -> planner.choose(request, scope, finding.call()));
    }

    /**
     * Writes down that a reset was asked for, and that the caller refused it by rules of his own.
     *
     * @return why it couldn't be written down; empty if it was
     */
    public List<String> refused(ResetRequest request, ResetException why) {
        return guard.refused(request, null, why);
    }

    private static List<String> means(ResetPlan plan) {
        return plan.stages().stream()
                .map(stage -> means(stage.method(), stage.rung(), stage.requested()))
                .toList();
    }

    private static List<String> means(Planner.Chosen chosen) {
        Target target = chosen.target();
        return chosen.means().stream()
                .map(means -> means(means.method(), means.rung(target), means.requested(target)))
                .toList();
    }

    private static String means(Method method, Rung rung, ResetMask requested) {
        return method.word() + " " + rung + " " + requested.hex();
    }

    /** What forbids it is looked for when nobody else can be at the NIC any more, so that once is enough. */
    private ResetReport climb(Planner.Chosen chosen, ResetListener listener) throws ResetException {
        Target target = chosen.target();
        InFlight inFlight;
        try {
            inFlight = InFlight.take(device(target), target.link().name());
        } catch (ResetException e) {
            return untaken(chosen, e);
        }
        try (inFlight) {
            Guard.Watch watch;
            try {
                watch = guard.take(target, chosen.request());
            } catch (ResetException e) {
                return untaken(chosen, e);
            }
            inFlight.whenIdle(watch::close);
            Stage first = look(chosen, watch::against);
            if (!first.refusals().isEmpty()) {
                return refused(chosen, first);
            }
            Climb climb = new Climb(site, nics, planner, restore, chosen, first, listener, inFlight, watch);
            noted(chosen.request(), () -> {
                watch.begin(target);
                return null;
            });
            return ended(watch, climb::run);
        }
    }

    /** Somebody is at it, or it can't be known: what forbids it besides is told all the same. */
    private ResetReport untaken(Planner.Chosen chosen, ResetException why) throws ResetException {
        Stage first = look(chosen, guard::against);
        if (first.refusals().isEmpty()) {
            return noted(chosen.request(), () -> {
                throw why;
            });
        }
        return refused(chosen, first);
    }

    private Stage look(Planner.Chosen chosen, Lately lately) throws ResetException {
        return noted(
                chosen.request(),
                () -> KernelWork.run("netreset-plan", () -> planner.first(chosen, lately.against(chosen.target()))));
    }

    private interface Lately {
        List<Refusal> against(Target target) throws ResetException;
    }

    private ResetReport refused(Planner.Chosen chosen, Stage stage) {
        ResetRequest request = chosen.request();
        ResetReport report = Untouched.report(
                site.bridge(), request, stage, Snapshots.of(chosen.found().link()), Outcome.REFUSED);
        return report.and(guard.refused(request, report, null));
    }

    /** That the end couldn't be written down must not hide what was done. */
    private static ResetReport ended(Guard.Watch watch, Operation<ResetReport> operation) throws ResetException {
        ResetReport report;
        try {
            report = operation.run();
        } catch (ResetException e) {
            watch.ended(null, e);
            throw e;
        }
        return report.and(watch.ended(report, null));
    }

    /** What couldn't be begun is written down as well. */
    private <T extends @Nullable Object> T noted(ResetRequest request, Operation<T> operation) throws ResetException {
        try {
            return operation.run();
        } catch (ResetException e) {
            if (e.reason() != Reason.INVALID_REQUEST) {
                guard.refused(request, null, e);
            }
            throw e;
        }
    }

    private interface Operation<T extends @Nullable Object> {
        T run() throws ResetException;
    }

    /** Two interfaces of one device may not be reset at once. */
    private String device(Target target) {
        return target.bound() == null
                ? site.namespace().label() + "/" + target.link().index()
                : target.bound().bus() + "/" + target.bound().name();
    }
}
