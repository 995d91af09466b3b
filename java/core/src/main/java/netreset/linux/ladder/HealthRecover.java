// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import netreset.Method;
import netreset.Printable;
import netreset.ResetException;
import netreset.linux.devlink.DevlinkSocket;
import netreset.linux.devlink.Instance;
import netreset.linux.devlink.Reporter;
import netreset.linux.netlink.Link;
import netreset.linux.netlink.NetlinkException;

/**
 * devlink recovery of each health reporter that is in error. One that is well is left alone: the kernel would answer 0 and
 * do nothing (devlink_health_reporter_recover, net/devlink/health.c).
 */
final class HealthRecover implements Means {
    private final Site site;

    HealthRecover(Site site) {
        this.site = site;
    }

    @Override
    public Method method() {
        return Method.HEALTH;
    }

    @Override
    public Has has(Target target) {
        Target.DevlinkFacts devlink = target.devlink();
        if (devlink.instance() == null) {
            return Has.no(devlink.why());
        } else if (devlink.reporters().isEmpty()) {
            return Has.no("its driver has no health reporter");
        }
        String names = names(ill(devlink.reporters()));
        return Has.yes(names.isEmpty() ? "its health reporters are all well" : "health reporters in error: " + names);
    }

    /** Whether there is anything to recover. */
    static boolean isNeeded(Target target) {
        return !ill(target.devlink().reporters()).isEmpty();
    }

    private static List<Reporter> ill(List<Reporter> reporters) {
        return reporters.stream().filter(reporter -> !reporter.healthy()).toList();
    }

    private static String names(List<Reporter> reporters) {
        return reporters.stream().map(r -> Printable.brief(r.name())).collect(Collectors.joining(", "));
    }

    @Override
    public String needs() {
        return Privilege.DEVLINK;
    }

    @Override
    public List<String> steps(Target target) {
        List<String> steps = new ArrayList<>();
        steps.add("sendto(netlink, DEVLINK_CMD_HEALTH_REPORTER_GET)");
        for (Reporter reporter : ill(target.devlink().reporters())) {
            steps.add("sendto(netlink, DEVLINK_CMD_HEALTH_REPORTER_RECOVER " + reporter.handle() + " reporter "
                    + Printable.brief(reporter.name()) + ")");
        }
        steps.add("sendto(netlink, DEVLINK_CMD_HEALTH_REPORTER_GET)");
        return steps;
    }

    @Override
    public List<String> blastRadius(Target target) {
        return Devlinks.siblings(target);
    }

    @Override
    public List<String> losses() {
        return List.of();
    }

    @Override
    public String proof() {
        return "the reporter's count of recoveries grew";
    }

    @Override
    public List<String> notes(Target target) {
        return isNeeded(target) ? List.of() : List.of("no health reporter is in error: nothing would be done");
    }

    @Override
    public boolean makesAnew() {
        return false;
    }

    @Override
    public Acted act(Target target, Link now) throws ResetException {
        Instance instance = target.devlink().instance();
        if (instance == null) {
            throw Failure.unsupported(target.devlink().why());
        }
        try (DevlinkSocket devlink = Devlinks.open(site)) {
            List<Reporter> ill = ill(Devlinks.ask(site, () -> devlink.reporters(instance.handle())));
            return ill.isEmpty()
                    ? Acted.of(Acted.Effect.NOTHING_TO_DO, List.of("every health reporter is well: nothing was done"))
                    : recover(devlink, ill);
        }
    }

    private Acted recover(DevlinkSocket devlink, List<Reporter> ill) throws ResetException {
        List<String> notes = new ArrayList<>();
        boolean grown = true;
        boolean begun = false;
        for (Reporter reporter : ill) {
            try {
                String words = devlink.recover(reporter);
                begun = true;
                if (words != null) {
                    notes.add(Devlinks.words(words));
                }
                grown &= hasGrown(devlink, reporter);
            } catch (NetlinkException e) {
                ResetException failure = Devlinks.explained(site, e);
                if (!begun && ill.size() == 1 && Devlinks.isHarmless(e)) {
                    throw failure;
                }
                notes.add(failure.getMessage());
                return Acted.failed(e.errno(), notes);
            }
        }
        if (!grown) {
            notes.add("the kernel says 0, but the count of recoveries of " + names(ill) + " hasn't grown by it");
            return Acted.of(Acted.Effect.UNPROVEN, notes);
        }
        notes.add("recovered: " + names(ill));
        return Acted.proven(notes);
    }

    private static boolean hasGrown(DevlinkSocket devlink, Reporter before) throws NetlinkException {
        Optional<Reporter> after = devlink.reporters(before.handle()).stream()
                .filter(reporter -> reporter.isSame(before))
                .findFirst();
        return after.isPresent() && after.get().recoveries() > before.recoveries();
    }
}
