// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import netreset.DeviceId;
import netreset.Interrupted;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.Resumption;
import netreset.linux.guard.DeviceLock;
import netreset.linux.guard.Journal;
import netreset.linux.guard.JournalEntry;
import netreset.linux.guard.JournalEntry.Phase;
import netreset.linux.ladder.ComeBack;
import netreset.linux.ladder.Hardware;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.state.MalformedSnapshotException;
import netreset.linux.state.Restoration;
import netreset.linux.state.Snapshot;
import netreset.linux.state.StateSocket;
import org.jspecify.annotations.Nullable;

/** Takes up what a dead operation left: finds the hardware, binds its driver if none is, and puts its configuration back. */
final class Resume {
    private static final long APPEARANCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final LinuxSite site;
    private final MachineGuard guard;
    private final Nics nics;

    Resume(LinuxSite site, MachineGuard guard) {
        this.site = site;
        this.guard = guard;
        this.nics = new Nics(site);
    }

    /** Journals that no living operation is at. */
    List<Interrupted> interrupted() throws ResetException {
        List<Interrupted> interrupted = new ArrayList<>();
        for (Journal.Found found : Journal.all(guard.folder())) {
            Journal journal = new Journal(guard.folder(), found.device());
            boolean left = !DeviceLock.isHeld(guard.folder(), found.device())
                    && (found.entry() == null || journal.found() != null); // it may just have ended
            if (left) {
                interrupted.add(interrupted(found));
            }
        }
        return interrupted;
    }

    /**
     * Those of one NIC: of the device that is called so now, whatever it was called then. Of a name that nothing has now, those
     * that were begun under it.
     */
    List<Interrupted> interrupted(DeviceId target) throws ResetException {
        String device = device(target);
        return interrupted().stream()
                .filter(one -> isOf(device, target, one.device(), one.target()))
                .toList();
    }

    /** Whether an operation on it, of whatever process, hasn't ended: nobody knows yet what it leaves. */
    boolean isUnderWay(DeviceId target) throws ResetException {
        return journals(target).stream().anyMatch(found -> DeviceLock.isHeld(guard.folder(), found.device()));
    }

    /** Of one NIC, with those that an operation is at. */
    private List<Journal.Found> journals(DeviceId target) throws ResetException {
        String device = device(target);
        return Journal.all(guard.folder()).stream()
                .filter(found -> {
                    JournalEntry entry = found.entry();
                    return isOf(device, target, found.device(), entry == null ? null : entry.target());
                })
                .toList();
    }

    /**
     * Whether a journal is a target's.
     *
     * @param now the target's device; {@code null} if nothing is called so now
     * @param device the journal's
     * @param begun under what it was begun; {@code null} if that can't be read
     */
    private static boolean isOf(@Nullable String now, DeviceId target, String device, @Nullable String begun) {
        return now == null ? target.toString().equals(begun) || DeviceKeys.isNamed(device, target) : device.equals(now);
    }

    private @Nullable String device(DeviceId target) throws ResetException {
        try {
            return guard.device(nics.find(target).target());
        } catch (ResetException e) {
            if (e.reason() == Reason.NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    private static Interrupted interrupted(Journal.Found found) {
        JournalEntry entry = found.entry();
        return entry == null
                ? new Interrupted(
                        found.device(),
                        found.device(),
                        "has a journal that can't be read: " + found.problem(),
                        found.file(),
                        false)
                : new Interrupted(found.device(), entry.target(), MachineGuard.words(entry), found.file(), true);
    }

    /** Forgets how these were before, if they wait for no more than that. Who is at one for a moment is waited for. */
    int confirm(DeviceId target) throws ResetException {
        int confirmed = 0;
        for (Journal.Found waiting : journals(target)) {
            DeviceLock lock = DeviceLock.take(guard.folder(), DeviceKeys.locks(waiting.device()));
            try (lock) {
                Journal journal = new Journal(guard.folder(), waiting.device());
                Journal.Found found = journal.found();
                if (found != null && found.entry() != null && found.entry().phase() == Phase.UNCONFIRMED) {
                    journal.delete();
                    confirmed++;
                }
            }
        }
        return confirmed;
    }

    /** Holds the device's lock meanwhile: nobody resets what is being put back. */
    Resumption run(Interrupted interrupted) throws ResetException {
        DeviceLock lock = DeviceLock.take(guard.folder(), DeviceKeys.locks(interrupted.device()));
        try (lock) {
            Journal journal = new Journal(guard.folder(), interrupted.device());
            Journal.Found found = journal.found();
            if (found == null) {
                return new Resumption(interrupted, List.of(), List.of(), List.of("somebody has put it back meanwhile"));
            }
            Resumption done = found.entry() == null
                    ? new Resumption(
                            interrupted,
                            List.of(),
                            List.of("what its journal " + found.file() + " says: " + found.problem()),
                            List.of())
                    : putBack(interrupted, found.entry());
            guard.audit().append(AuditEntries.resumption(interrupted.target(), done.restored(), done.missing()));
            if (done.isComplete()) {
                journal.delete();
            }
            return done;
        }
    }

    private Resumption putBack(Interrupted interrupted, JournalEntry entry) throws ResetException {
        if (!entry.namespace().equals(guard.namespace())) {
            return new Resumption(
                    interrupted,
                    List.of(),
                    List.of("all of it: " + Printable.brief(entry.name())
                            + " was in another network namespace, resume it there"),
                    List.of());
        }
        List<String> notes = new ArrayList<>();
        Integer index = index(entry);
        if (index == null && entry.bus() != null && entry.address() != null) {
            notes.addAll(new ComeBack(site.sysfs(), entry.bus(), entry.address()).bring(entry.driver()));
            index = awaited(entry);
        }
        if (index == null) {
            return new Resumption(
                    interrupted,
                    List.of(),
                    List.of("the interface " + Printable.brief(entry.name()) + " itself"),
                    notes);
        }
        if (entry.bus() != null
                && entry.address() != null
                && !entry.resetMethods().isEmpty()) {
            notes.addAll(new ComeBack(site.sysfs(), entry.bus(), entry.address()).allow(entry.resetMethods()));
        }
        return restored(interrupted, entry, index, notes);
    }

    private Resumption restored(Interrupted interrupted, JournalEntry entry, int index, List<String> notes)
            throws ResetException {
        if (entry.snapshot().isEmpty()) {
            return new Resumption(interrupted, List.of(), List.of(), notes);
        }
        try (StateSocket socket = site.open(() -> StateSocket.open(site.libc(), site.files()))) {
            Restoration restoration = socket.restore(Snapshot.parse(entry.snapshot()), index);
            restoration.notes().forEach(note -> notes.add(Printable.line(note)));
            return new Resumption(
                    interrupted,
                    restoration.restored().stream().map(Printable::line).toList(),
                    restoration.lost().stream()
                            .map(loss -> Printable.line(loss.sentence()))
                            .toList(),
                    notes);
        } catch (NetlinkException e) {
            throw SystemCallException.explained(e);
        } catch (MalformedSnapshotException e) {
            return new Resumption(
                    interrupted,
                    List.of(),
                    List.of("its configuration: " + Printable.line(e.getMessage() + "")),
                    notes);
        }
    }

    /** The interface now: on the same hardware whatever its name, or of a virtual NIC with the same name and index. */
    private @Nullable Integer index(JournalEntry entry) throws ResetException {
        if (entry.bus() != null && entry.address() != null) {
            Nics.Found found =
                    nics.find(new Hardware(entry.bus(), entry.address(), entry.permanentAddress(), entry.port()));
            return found == null ? null : found.link().index();
        }
        try {
            int index =
                    nics.find(new DeviceId(Nics.SCHEME, entry.name())).link().index();
            return index == entry.index() ? index : null;
        } catch (ResetException e) {
            if (e.reason() == Reason.NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    private @Nullable Integer awaited(JournalEntry entry) throws ResetException {
        long until = System.nanoTime() + APPEARANCE_NANOS;
        Integer index = index(entry);
        while (index == null && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(LOOK_NANOS);
            index = index(entry);
        }
        return index;
    }
}
