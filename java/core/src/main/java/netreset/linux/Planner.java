// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import netreset.Method;
import netreset.Printable;
import netreset.Reason;
import netreset.Refusal;
import netreset.ResetException;
import netreset.ResetPlan;
import netreset.ResetRequest;
import netreset.Resettability.Answer;
import netreset.Scope;
import netreset.Stage;
import netreset.Verification;
import netreset.linux.ladder.Ladder;
import netreset.linux.ladder.Means;
import netreset.linux.ladder.Refusals;
import netreset.linux.ladder.Target;
import netreset.linux.proof.Destination;

/** From a request and a NIC to what would be done: which means, in which order, what each does, what speaks against it. */
final class Planner {
    private final LinuxSite site;
    private final Refusals refusals;
    private final Guard guard;

    Planner(LinuxSite site, Refusals refusals, Guard guard) {
        this.site = site;
        this.refusals = refusals;
        this.guard = guard;
    }

    /**
     * What would be done with a NIC, if nothing forbids it.
     *
     * @param means in order; at least one
     */
    record Chosen(ResetRequest request, Nics.Found found, List<Means> means) {
        Target target() {
            return found.target();
        }
    }

    /**
     * Checks what can be checked without a NIC. Who mistypes a refusal shall not believe it overridden.
     *
     * @throws ResetException INVALID_REQUEST if the request makes no sense
     */
    RequestedScope check(ResetRequest request) throws ResetException {
        Set<String> codes = new TreeSet<>(refusals.codes());
        codes.addAll(Ladder.CODES);
        codes.addAll(guard.codes());
        codes.add(EthtoolMeans.DISABLES_DEVICE);
        for (String code : request.overrides()) {
            if (!codes.contains(code)) {
                throw new ResetException(
                        Reason.INVALID_REQUEST,
                        "'" + Printable.brief(code) + "' is no refusal that can be overridden: there is "
                                + String.join(", ", codes));
            }
        }
        checkProbe(request);
        return RequestedScope.of(request.scope());
    }

    private static void checkProbe(ResetRequest request) throws ResetException {
        if (request.probe() != null) {
            Destination unused = Destination.parse(request.probe());
        }
        if (request.probe() == null && request.verification() == Verification.DATAPATH) {
            throw new ResetException(
                    Reason.INVALID_REQUEST, "that traffic passes is seen by a probe, and none is named");
        } else if (request.probe() != null && request.verification() == Verification.NONE) {
            throw new ResetException(
                    Reason.INVALID_REQUEST, "a probe needs the return to be watched, and it isn't to be");
        }
    }

    /**
     * The means for a NIC that was found. What forbids them isn't looked for.
     *
     * @throws ResetException if it can't be reset so, whoever asks
     */
    Chosen choose(ResetRequest request, RequestedScope scope, Nics.Found found) throws ResetException {
        EthtoolMeans ethtool = new EthtoolMeans(site, scope, found.answer());
        Ladder ladder = new Ladder(site, ethtool, Ladder.mayUnbind(request), request.overrides());
        List<Means> chosen = ladder.chosen(request, found.target());
        checkScope(request, chosen);
        Means first = chosen.get(0);
        if (first.method() == Method.ETHTOOL) {
            checkEthtool(ethtool, ladder, found.target());
        } else if (first.has(found.target()).answer() == Answer.NO) {
            throw new ResetException(
                    Reason.UNSUPPORTED,
                    Printable.brief(found.link().name()) + " can't be reset by "
                            + first.method().word() + ": "
                            + first.has(found.target()).why());
        }
        return new Chosen(request, found, chosen);
    }

    /** The plan, with everything that forbids it. */
    ResetPlan plan(Chosen chosen) throws ResetException {
        List<Stage> stages = new ArrayList<>();
        stages.add(first(chosen, guard.against(chosen.target())));
        for (Means means : chosen.means().subList(1, chosen.means().size())) {
            stages.add(stage(chosen.request(), means, chosen.target()));
        }
        return plan(chosen.request(), chosen.found(), stages);
    }

    /**
     * The first stage.
     *
     * @param lately what speaks against another operation on the NIC now, whatever it does
     */
    Stage first(Chosen chosen, List<Refusal> lately) throws ResetException {
        Set<String> overrides = chosen.request().overrides();
        return stage(chosen.request(), chosen.means().get(0), chosen.target())
                .and(lately.stream()
                        .filter(refusal -> !overrides.contains(refusal.code()))
                        .toList());
    }

    /** Most drivers have no ETHTOOL_RESET: whoever asked for it is told what there is instead. */
    private static void checkEthtool(EthtoolMeans ethtool, Ladder ladder, Target target) throws ResetException {
        try {
            ethtool.check(target);
        } catch (ResetException e) {
            String others = ladder.words(target);
            if (e.reason() != Reason.UNSUPPORTED || others.isEmpty()) {
                throw e;
            }
            throw new ResetException(e.reason(), e.getMessage() + "; it has " + others, e.code(), e);
        }
    }

    private static ResetPlan plan(ResetRequest request, Nics.Found found, List<Stage> stages) {
        Stage first = stages.get(0);
        return new ResetPlan(
                request,
                found.nic(),
                Snapshots.identity(found.link()),
                first.method().word(),
                first.requested(),
                first.steps(),
                first.refusals(),
                first.notes(),
                stages);
    }

    /** Components are ETHTOOL_RESET's: to name some and not ask for it is a contradiction. */
    private static void checkScope(ResetRequest request, List<Means> chosen) throws ResetException {
        boolean ethtool = chosen.stream().anyMatch(means -> means.method() == Method.ETHTOOL);
        if (!ethtool && !request.scope().equals(Scope.FUNCTION)) {
            throw new ResetException(
                    Reason.INVALID_REQUEST,
                    "a scope and flags are for the method ethtool, and this is "
                            + chosen.get(0).method().word());
        }
    }

    /** One of its stages, with every refusal there is now. */
    Stage stage(ResetRequest request, Means means, Target target) throws ResetException {
        List<Refusal> against = new ArrayList<>(means.refusals(target));
        Refusals.Against here = refusals.against(target, means);
        against.addAll(here.refusals());
        against.removeIf(refusal -> request.overrides().contains(refusal.code()));
        return new Stage(
                means.method(),
                means.rung(target),
                means.requested(target),
                means.needs(),
                steps(request, means, target),
                means.blastRadius(target),
                means.losses(),
                means.proof(),
                against,
                Stream.concat(means.notes(target).stream(), here.notes().stream())
                        .toList());
    }

    private static List<String> steps(ResetRequest request, Means means, Target target) {
        int index = target.link().index();
        List<String> steps = new ArrayList<>();
        steps.add("subscribe to link events (netlink RTNLGRP_LINK)");
        steps.add("look at interface " + index + " (netlink RTM_GETLINK)");
        if (request.probe() != null) {
            steps.add("probe " + request.probe() + " through it from before to the end, and read the kernel's log");
        }
        steps.addAll(means.steps(target));
        if (means.makesAnew()) {
            steps.add("look for the same hardware under whatever index (netlink RTM_GETLINK, sysfs)");
        }
        if (!means.losses().isEmpty()) {
            steps.add(
                    "put back what was configured on it (netlink RTM_NEWLINK, RTM_NEWADDR, RTM_NEWROUTE and the like)");
        }
        if (request.verification() != Verification.NONE) {
            steps.add("look at " + (means.makesAnew() ? "its interface" : "interface " + index) + " every "
                    + LinkWatch.LOOK_INTERVAL_MILLIS + " ms until its link is back, for at most "
                    + request.timeout().toMillis() + " ms");
        }
        return steps;
    }
}
