// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.ArrayList;
import java.util.List;
import netreset.Method;
import netreset.Printable;
import netreset.ResetException;
import netreset.linux.devlink.DevlinkSocket;
import netreset.linux.devlink.Instance;
import netreset.linux.devlink.ReloadAction;
import netreset.linux.devlink.Reloaded;
import netreset.linux.netlink.Link;
import netreset.linux.netlink.NetlinkException;

/**
 * devlink reload: the driver takes its instance down and up, with or without the firmware. When it doesn't come up, its
 * interfaces are gone and the instance is marked as failed; reloading once more is what the kernel offers then.
 */
final class DevlinkReload implements Means {
    private final Site site;
    private final Method method;
    private final ReloadAction action;
    private final boolean noReset;

    private DevlinkReload(Site site, Method method, ReloadAction action, boolean noReset) {
        this.site = site;
        this.method = method;
        this.action = action;
        this.noReset = noReset;
    }

    static DevlinkReload reinit(Site site) {
        return new DevlinkReload(site, Method.REINIT, ReloadAction.DRIVER_REINIT, false);
    }

    static DevlinkReload firmware(Site site) {
        return new DevlinkReload(site, Method.FIRMWARE, ReloadAction.FW_ACTIVATE, false);
    }

    /** Firmware is changed alive: nothing is reset, no link goes down. */
    static DevlinkReload firmwareLive(Site site) {
        return new DevlinkReload(site, Method.FIRMWARE_LIVE, ReloadAction.FW_ACTIVATE, true);
    }

    @Override
    public Method method() {
        return method;
    }

    @Override
    public Has has(Target target) {
        Instance instance = target.devlink().instance();
        if (instance == null) {
            return Has.no(target.devlink().why());
        } else if (!instance.has(action)) {
            return Has.no("its driver has no reload with " + action.word());
        }
        return noReset
                ? Has.unknown("only trying tells whether its driver keeps the limit no_reset")
                : Has.yes("its driver reloads with " + action.word());
    }

    @Override
    public String needs() {
        return Privilege.DEVLINK;
    }

    @Override
    public List<String> steps(Target target) {
        Instance instance = target.devlink().instance();
        String on = instance == null ? "" : " " + instance.handle();
        return List.of(
                "sendto(netlink, DEVLINK_CMD_GET" + on + ", its count of reloads)",
                "sendto(netlink, DEVLINK_CMD_RELOAD" + on + " action " + action.word()
                        + (noReset ? " limit no_reset" : "") + ")",
                "sendto(netlink, DEVLINK_CMD_GET" + on + ", its count of reloads)");
    }

    @Override
    public List<String> blastRadius(Target target) {
        List<String> radius = new ArrayList<>(Devlinks.siblings(target));
        if (action == ReloadAction.FW_ACTIVATE) {
            radius.add("every function of the device, those of virtual machines and other hosts among them");
        }
        return radius;
    }

    @Override
    public boolean reachesChip(Target target) {
        return action == ReloadAction.FW_ACTIVATE && !noReset;
    }

    @Override
    public List<String> losses() {
        if (noReset) {
            return List.of();
        }
        return List.of(
                "the interface's index, and being switched on",
                "addresses, routes, neighbours",
                "MTU, alternative names, membership in a bond or bridge, VLANs on it");
    }

    @Override
    public String proof() {
        return "the kernel lists the action as performed, and its count of such reloads grew";
    }

    @Override
    public List<String> notes(Target target) {
        return noReset ? List.of("this is no reset: the kernel promises that nothing is reset") : List.of();
    }

    @Override
    public boolean makesAnew() {
        return !noReset;
    }

    @Override
    public Acted act(Target target, Link now) throws ResetException {
        Instance instance = target.devlink().instance();
        if (instance == null) {
            throw Failure.unsupported(target.devlink().why());
        }
        try (DevlinkSocket devlink = Devlinks.open(site)) {
            Instance before = Devlinks.ask(site, () -> devlink.instance(instance.handle()))
                    .orElseThrow(() -> Failure.unsupported("its devlink instance is gone"));
            List<String> notes = new ArrayList<>();
            try {
                return judged(devlink, before, devlink.reload(before.handle(), action, noReset), notes);
            } catch (NetlinkException e) {
                return failed(devlink, before, e, notes);
            }
        }
    }

    /** Performed is what the kernel lists; proven is what it counts. */
    private Acted judged(DevlinkSocket devlink, Instance before, Reloaded done, List<String> notes)
            throws NetlinkException {
        if (done.words() != null) {
            notes.add(Devlinks.words(done.words()));
        }
        List<String> beyond = done.beyond(action);
        if (!beyond.isEmpty()) {
            notes.add("driver anomaly: it also performed what nobody asked for: " + String.join(", ", beyond));
        }
        Long then = before.count(action);
        Long now = devlink.instance(before.handle())
                .map(instance -> instance.count(action))
                .orElse(null);
        if (!done.did(action) || then == null || now == null || now <= then) {
            notes.add("the kernel says 0, but its count of reloads with " + action.word() + " hasn't grown: " + then
                    + " before, " + now + " now");
            return Acted.of(Acted.Effect.UNPROVEN, notes);
        }
        notes.add("reloads with " + action.word() + ": " + then + " before, " + now + " now");
        return Acted.proven(notes);
    }

    private Acted failed(DevlinkSocket devlink, Instance before, NetlinkException e, List<String> notes)
            throws ResetException {
        ResetException why = Devlinks.explained(site, e);
        boolean down = isDown(devlink, before, notes);
        if (!down && Devlinks.isHarmless(e)) {
            throw why;
        }
        notes.add(String.valueOf(why.getMessage()));
        return down ? again(devlink, before, e.errno(), notes) : Acted.failed(e.errno(), notes);
    }

    private static boolean isDown(DevlinkSocket devlink, Instance before, List<String> notes) {
        try {
            return devlink.instance(before.handle()).map(Instance::reloadFailed).orElse(false);
        } catch (NetlinkException e) {
            notes.add("whether it came up again can't be asked: " + Printable.line(String.valueOf(e.getMessage())));
            return false;
        }
    }

    /** The instance is down and its interfaces are gone: worse than before can't be made by another try. */
    private Acted again(DevlinkSocket devlink, Instance before, int errno, List<String> notes) {
        notes.add("it didn't come up after the reload: it was reloaded once more");
        try {
            Reloaded done = devlink.reload(before.handle(), ReloadAction.DRIVER_REINIT, false);
            return action == ReloadAction.DRIVER_REINIT
                    ? judged(devlink, before, done, notes)
                    : Acted.failed(errno, notes);
        } catch (NetlinkException e) {
            notes.add(String.valueOf(Devlinks.explained(site, e).getMessage()));
            notes.add("to bring it back: devlink dev reload " + before.handle());
            return Acted.stranded(e.errno() == 0 ? errno : e.errno(), notes);
        }
    }
}
