// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import netreset.Outcome;
import netreset.Refusal;
import netreset.ResetException;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.Rung;
import netreset.linux.guard.DeviceLock;
import netreset.linux.guard.History;
import netreset.linux.guard.Journal;
import netreset.linux.guard.JournalEntry;
import netreset.linux.guard.JournalEntry.Phase;
import netreset.linux.ladder.BusDevice;
import netreset.linux.ladder.Hardware;
import netreset.linux.ladder.Means;
import netreset.linux.ladder.Restore;
import netreset.linux.ladder.Target;
import org.jspecify.annotations.Nullable;

/** One operation with its lock, its journal, and its lines in the audit log. */
final class GuardedOperation implements Guard.Watch {
    /** After these, nobody knows what is still to come, or what is missing. */
    private static final Set<Outcome> UNSETTLED = Set.of(Outcome.IN_FLIGHT, Outcome.STRANDED, Outcome.TARGET_CHANGED);

    private final MachineGuard guard;
    private final DeviceLock lock;
    private final Journal journal;
    private final ResetRequest request;
    private @Nullable JournalEntry entry;
    private boolean lossless = true;
    private boolean away;

    GuardedOperation(MachineGuard guard, DeviceLock lock, Journal journal, ResetRequest request) {
        this.guard = guard;
        this.lock = lock;
        this.journal = journal;
        this.request = request;
    }

    /** Whoever has the lock and finds a journal has found what a dead process left. */
    @Override
    public List<Refusal> against(Target target) throws ResetException {
        return guard.against(target, journal.found());
    }

    @Override
    public void begin(Target target) throws ResetException {
        guard.audit().append(AuditEntries.intent(request, Snapshots.identity(target.link())));
        new History(guard.folder(), guard.device(target)).begin(guard.uptime());
        journal.setAside(); // there is one only if its refusal was overridden
    }

    /** Autonegotiation takes nothing away. What was before the first act stays in the journal through all of them. */
    @Override
    public void acts(Means means, Target target, Restore.@Nullable Saved saved) throws ResetException {
        Rung rung = means.rung(target);
        if (rung.compareTo(Rung.R1) < 0) {
            return;
        }
        lossless &= means.losses().isEmpty();
        String step = means.method().word() + " (" + rung + ")";
        entry = entry == null ? first(step, target, saved) : entry.at(step, Phase.BEGUN);
        journal.write(entry);
    }

    private JournalEntry first(String step, Target target, Restore.@Nullable Saved saved) {
        Hardware hardware = Hardware.of(target);
        BusDevice bound = target.bound();
        return new JournalEntry(
                request.target().toString(),
                guard.namespace(),
                target.link().name(),
                target.link().index(),
                hardware == null ? null : hardware.bus(),
                hardware == null ? null : hardware.address(),
                hardware == null ? null : hardware.permanentAddress(),
                hardware == null ? null : hardware.port(),
                bound == null ? null : bound.driver(),
                target.resetMethods(),
                ProcessHandle.current().pid(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                step,
                Phase.BEGUN,
                saved == null ? "" : saved.text());
    }

    @Override
    public List<String> acted() {
        if (entry == null) {
            return List.of();
        }
        entry = entry.at(entry.step(), Phase.RETURNED);
        try {
            journal.write(entry);
            return List.of();
        } catch (ResetException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<String> ended(@Nullable ResetReport report, @Nullable ResetException failure) {
        List<String> notes = new ArrayList<>(guard.refused(request, report, failure));
        away = report != null && report.outcome() == Outcome.IN_FLIGHT;
        try {
            if (report == null || entry == null) {
                journal.delete();
            } else if (!UNSETTLED.contains(report.outcome())) {
                settled(entry, notes);
            } else if (report.outcome() != Outcome.IN_FLIGHT) {
                journal.write(entry.at(entry.step(), Phase.LEFT));
            }
        } catch (ResetException e) {
            notes.add(String.valueOf(e.getMessage()));
        }
        return notes;
    }

    private void settled(JournalEntry last, List<String> notes) throws ResetException {
        if (guard.wantsConfirmation()) {
            journal.write(last.at(last.step(), Phase.UNCONFIRMED));
            notes.add("not confirmed: how it was configured is kept until somebody says that all is well");
        } else {
            journal.delete();
        }
    }

    /** A call that was away is back by now: if it took nothing that was configured, there is nothing to put back. */
    @Override
    public void close() {
        try {
            if (away && lossless) {
                journal.delete();
            }
        } catch (ResetException e) {
            // It stays, and is taken up as what a dead process left.
        } finally {
            lock.close();
        }
    }
}
