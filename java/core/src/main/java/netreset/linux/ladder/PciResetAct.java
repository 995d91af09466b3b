// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.ArrayList;
import java.util.List;
import netreset.Printable;
import netreset.ResetException;
import netreset.linux.abi.Errno;
import netreset.linux.netlink.Link;
import netreset.linux.netlink.LinkSwitch;
import netreset.linux.netlink.NetlinkException;

/** Resets a PCI function in a chosen form, and puts back what that form took away, whatever comes of it. */
final class PciResetAct {
    private final Site site;
    private final PciFunction function;
    private final PciResetChoice choice;

    PciResetAct(Site site, PciFunction function, PciResetChoice choice) {
        this.site = site;
        this.function = function;
        this.choice = choice;
    }

    /** Does it, with the interface as it is right before. */
    Acted run(Target target, Link now) throws ResetException {
        return switch (choice.form()) {
            case DIRECT -> reset(new ArrayList<>());
            case SWITCHED_OFF -> switchedOff(now);
            case UNBOUND -> unbound(target);
        };
    }

    private Acted switchedOff(Link now) throws ResetException {
        if (!now.isUp()) {
            return reset(new ArrayList<>());
        }
        try (LinkSwitch link = site.open(() -> LinkSwitch.open(site.libc()))) {
            try {
                link.set(now.index(), false);
            } catch (NetlinkException e) {
                throw Failure.of(e, "switching " + Printable.brief(now.name()) + " off needs " + Privilege.NETWORK);
            }
            List<String> notes = new ArrayList<>();
            Acted done;
            Acted on;
            try {
                done = reset(notes);
            } finally {
                on = LinkCycle.switchOn(link, now, notes);
            }
            return done.errno() == 0 && on.errno() != 0
                    ? Acted.failed(on.errno(), notes)
                    : new Acted(done.errno(), done.effect(), false, 0, notes);
        }
    }

    private Acted unbound(Target target) throws ResetException {
        Binding binding = Binding.of(site.sysfs(), target);
        binding.unbind();
        List<String> notes = new ArrayList<>();
        int failed;
        Acted done = Acted.failed(Errno.EIO, notes);
        try {
            done = reset(notes);
        } catch (ResetException e) {
            notes.add(String.valueOf(e.getMessage()));
        } finally {
            failed = binding.bind(notes);
        }
        if (failed != 0) {
            return Acted.stranded(failed, notes);
        }
        notes.add("its driver was unbound meanwhile");
        return new Acted(done.errno(), done.effect(), done.errno() == 0, 0, notes);
    }

    /** Whatever comes of it, the list of ways is afterwards as it was: the kernel would keep a change till reboot. */
    private Acted reset(List<String> notes) throws ResetException {
        if (choice.ways() == null) {
            return write(notes);
        }
        String before = String.join(" ", function.resetMethods());
        Sysfs.Written narrowed = site.sysfs().write(function.path(), "reset_method", String.join(" ", choice.ways()));
        if (!narrowed.isDone()) {
            throw Failure.of(narrowed);
        }
        try {
            return write(notes);
        } finally {
            Sysfs.Written restored = site.sysfs().write(function.path(), "reset_method", before);
            if (!restored.isDone()) {
                notes.add("the list of reset methods couldn't be put back: " + restored.fault());
            }
        }
    }

    /** An error isn't innocence: e1000e said ENOTTY after a bus reset, and was dead. */
    private Acted write(List<String> notes) throws ResetException {
        Sysfs.Written written = site.sysfs().write(function.path(), "reset", "1");
        if (written.opening() && !written.isDone()) {
            throw Failure.of(written);
        } else if (!written.isDone()) {
            notes.add("the reset failed, and side effects are possible; " + written.fault());
            return Acted.failed(written.errno(), notes);
        }
        return Acted.accepted(notes);
    }
}
