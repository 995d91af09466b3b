// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.nio.file.Path;
import java.util.List;
import netreset.Nic;
import netreset.Outcome;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.Stage;
import netreset.bridge.Bridge;
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

    /**
     * Opens nothing yet.
     *
     * @param namespaceName as {@code ip netns} has it; {@code null} for this process's own
     * @throws ResetException INVALID_REQUEST if no namespace can be called so
     */
    public LinuxNics(Bridge bridge, @Nullable String namespaceName) throws ResetException {
        this(LinuxSite.of(bridge, new NetworkNamespace(bridge.libc(), namespaceName), Path.of("/")));
    }

    private LinuxNics(LinuxSite site) {
        this(site, new SafetyRefusals(site), new StateRestore(site));
    }

    LinuxNics(LinuxSite site, Refusals refusals, Restore restore) {
        this.site = site;
        this.nics = new Nics(site);
        this.planner = new Planner(site, refusals);
        this.restore = restore;
    }

    /** Every NIC, in the kernel's order. Touches none. */
    public List<Nic> list() throws ResetException {
        return KernelWork.run("netreset-list", nics::list);
    }

    /** What a reset would do. Touches nothing. */
    public ResetPlan plan(ResetRequest request) throws ResetException {
        return prepare(request).plan();
    }

    /** Resets, and watches as asked. Blocks until the request's timeout at the latest, times the means that are tried. */
    public ResetReport reset(ResetRequest request, ResetListener listener) throws ResetException {
        return climb(prepare(request), listener);
    }

    /** Does what was planned with the NIC it was planned for, whatever that is called now. */
    public ResetReport execute(ResetPlan plan, ResetListener listener) throws ResetException {
        RequestedScope scope = planner.check(plan.request());
        Nics.Found found = KernelWork.run("netreset-find", () -> nics.find(plan.identity()));
        Planner.Planned now = KernelWork.run("netreset-plan", () -> planner.plan(plan.request(), scope, found));
        if (!means(now.plan()).equals(means(plan))) {
            throw new ResetException(
                    Reason.INVALID_REQUEST,
                    "what can be done has changed since it was planned, to " + means(now.plan()) + " from "
                            + means(plan) + ": plan again");
        }
        return climb(now, listener);
    }

    private static List<String> means(ResetPlan plan) {
        return plan.stages().stream()
                .map(stage -> stage.method().word() + " " + stage.rung() + " "
                        + stage.requested().hex())
                .toList();
    }

    private ResetReport climb(Planner.Planned planned, ResetListener listener) throws ResetException {
        Nics.Found found = planned.found();
        Stage first = planned.plan().stages().get(0);
        if (!first.refusals().isEmpty()) {
            return Untouched.report(
                    site.bridge(), planned.plan().request(), first, Snapshots.of(found.link()), Outcome.REFUSED);
        }
        try (InFlight inFlight =
                InFlight.take(device(found.target()), found.link().name())) {
            return new Climb(site, nics, planner, restore, planned, listener, inFlight).run(planned.means());
        }
    }

    /** Two interfaces of one device may not be reset at once. */
    private String device(Target target) {
        return target.bound() == null
                ? site.namespace().label() + "/" + target.link().index()
                : target.bound().bus() + "/" + target.bound().name();
    }

    private Planner.Planned prepare(ResetRequest request) throws ResetException {
        RequestedScope scope = planner.check(request);
        Nics.Found found = KernelWork.run("netreset-find", () -> nics.find(request.target()));
        return KernelWork.run("netreset-plan", () -> planner.plan(request, scope, found));
    }
}
