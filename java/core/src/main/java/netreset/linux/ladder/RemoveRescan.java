// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import netreset.Method;
import netreset.ResetException;
import netreset.linux.abi.Errno;
import netreset.linux.netlink.Link;

/**
 * The PCI function is taken out of the kernel's list and looked for again: below its bridge if it has one, for a look
 * through the whole machine may find more than was lost. The worst that can happen here is that it isn't found.
 */
final class RemoveRescan implements Means {
    private static final long SETTLE_MILLIS = 1500;

    private final Site site;

    RemoveRescan(Site site) {
        this.site = site;
    }

    @Override
    public Method method() {
        return Method.REMOVE;
    }

    @Override
    public Has has(Target target) {
        PciFunction function = target.function();
        if (function == null) {
            return Has.no("no PCI function that is a network controller stands behind it");
        }
        return Sysfs.has(function.path(), "remove")
                ? Has.yes(function.address() + " can be removed and looked for again")
                : Has.no("the kernel has no way to remove " + function.address());
    }

    @Override
    public String needs() {
        return Privilege.SYSFS;
    }

    @Override
    public List<String> steps(Target target) {
        PciFunction function = target.function();
        return function == null
                ? List.of()
                : List.of(
                        "write(" + function.path().resolve("remove") + ", \"1\")",
                        "write(" + rescanFolder(function).resolve("rescan") + ", \"1\")");
    }

    private Path rescanFolder(PciFunction function) {
        Path bridge = function.bridge();
        return bridge == null ? all() : bridge;
    }

    private Path all() {
        return site.sysfs().bus(PciFunction.BUS);
    }

    @Override
    public List<String> blastRadius(Target target) {
        List<String> radius = new ArrayList<>(Functions.otherInterfaces(target));
        radius.add("its virtual functions, if it has any");
        return radius;
    }

    @Override
    public List<String> losses() {
        List<String> losses = new ArrayList<>(Rebind.LOSSES);
        losses.add("settings in sysfs: reset_method, driver_override, sriov_numvfs");
        return losses;
    }

    @Override
    public String proof() {
        return "the same hardware is there under a new interface index";
    }

    @Override
    public boolean makesAnew() {
        return true;
    }

    @Override
    public Acted act(Target target, Link now) throws ResetException {
        PciFunction planned = target.function();
        PciFunction function = planned == null
                ? null
                : PciFunction.at(site.sysfs(), planned.address()).orElse(null);
        if (function == null) {
            throw Failure.unsupported(has(target).why());
        }
        Path narrow = rescanFolder(function);
        Sysfs.Written removed = site.sysfs().write(function.path(), "remove", "1");
        if (!removed.isDone()) {
            throw Failure.of(removed);
        }
        List<String> notes = new ArrayList<>();
        if (!isFound(narrow, function, notes) && (narrow.equals(all()) || !isFound(all(), function, notes))) {
            notes.add(function.address() + " was removed and isn't found again; what may help, as root:");
            notes.add(Sysfs.command(all().resolve("rescan"), "1"));
            return Acted.stranded(Errno.ENODEV, notes);
        }
        return bound(target, function, notes);
    }

    private boolean isFound(Path folder, PciFunction function, List<String> notes) {
        Sysfs.Written written = site.sysfs().write(folder, "rescan", "1");
        if (!written.isDone()) {
            notes.add("failed: " + written.fault());
            return false;
        }
        return Pause.until(
                () -> PciFunction.at(site.sysfs(), function.address()).isPresent(), SETTLE_MILLIS);
    }

    /** A machine that doesn't bind drivers by itself leaves it without one. */
    private Acted bound(Target target, PciFunction function, List<String> notes) throws ResetException {
        boolean bound = Pause.until(
                () -> PciFunction.at(site.sysfs(), function.address())
                        .filter(found -> found.device().driver() != null)
                        .isPresent(),
                SETTLE_MILLIS);
        if (!bound) {
            int errno = Binding.of(site.sysfs(), target).bind(notes);
            if (errno != 0) {
                return Acted.stranded(errno, notes);
            }
        }
        return Acted.proven(notes);
    }
}
