// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import netreset.Printable;
import netreset.Refusal;
import netreset.ResetException;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.linux.guard.AuditLog;
import netreset.linux.guard.DeviceLock;
import netreset.linux.guard.History;
import netreset.linux.guard.Journal;
import netreset.linux.guard.JournalEntry;
import netreset.linux.guard.Limits;
import netreset.linux.guard.StateFolder;
import netreset.linux.guard.Uptime;
import netreset.linux.ladder.Target;
import netreset.linux.state.KernelFiles;
import org.jspecify.annotations.Nullable;

/** Guards by files in a folder that all processes of one user share. */
final class MachineGuard implements Guard {
    private final StateFolder folder;
    private final Limits limits;
    private final KernelFiles files;
    private final String namespace;
    private final AuditLog audit;
    private final boolean confirmation;

    /**
     * In a folder.
     *
     * @param auditFile {@code null} for the folder's own
     * @param namespace which network namespace the NICs are in
     * @param confirmation whether what an operation took away is remembered until somebody says that all is well
     */
    MachineGuard(
            StateFolder folder,
            Limits limits,
            @Nullable Path auditFile,
            KernelFiles files,
            String namespace,
            boolean confirmation) {
        this.folder = folder;
        this.limits = limits;
        this.files = files;
        this.namespace = namespace;
        this.audit = new AuditLog(folder, auditFile);
        this.confirmation = confirmation;
    }

    StateFolder folder() {
        return folder;
    }

    AuditLog audit() {
        return audit;
    }

    boolean wantsConfirmation() {
        return confirmation;
    }

    Uptime uptime() {
        return new Uptime(files.bootId(), files.uptimeSeconds());
    }

    String namespace() {
        return namespace;
    }

    String device(Target target) {
        return DeviceKeys.device(target, namespace);
    }

    @Override
    public Set<String> codes() {
        return Set.of(History.COOL_DOWN, History.BUDGET, Journal.INTERRUPTED);
    }

    /** A journal of an operation that is under way says nothing: that one has the lock. */
    @Override
    public List<Refusal> against(Target target) throws ResetException {
        String device = device(target);
        Journal journal = new Journal(folder, device);
        boolean isLeft = journal.found() != null && !DeviceLock.isHeld(folder, device);
        return against(target, isLeft ? journal.found() : null); // it may just have ended
    }

    /** @param left the journal of an operation that has ended without removing it; {@code null} if there is none */
    List<Refusal> against(Target target, Journal.@Nullable Found left) throws ResetException {
        List<Refusal> refusals = new ArrayList<>(new History(folder, device(target)).against(limits, uptime()));
        if (left != null) {
            refusals.add(interrupted(left));
        }
        return refusals;
    }

    /** What an operation left is to be put back before anything else is taken away. */
    static Refusal interrupted(Journal.Found found) {
        JournalEntry entry = found.entry();
        String what = entry == null
                ? "an operation on it was interrupted, and its journal " + found.file() + " can't be read: "
                        + found.problem()
                : "an operation on it " + words(entry) + ": resume it, and what it left is put back";
        return new Refusal(Journal.INTERRUPTED, Printable.line(what));
    }

    static String words(JournalEntry entry) {
        String process = "process " + entry.pid() + " since " + entry.startedAt();
        return switch (entry.phase()) {
            case BEGUN -> "was interrupted in the middle of " + entry.step() + " (" + process + ")";
            case RETURNED -> "was interrupted after " + entry.step() + " (" + process + ")";
            case UNCONFIRMED -> "wasn't confirmed yet, after " + entry.step() + " (" + process + ")";
            case LEFT -> "couldn't put back its configuration after " + entry.step() + " (" + process + ")";
        };
    }

    @Override
    public Watch take(Target target, ResetRequest request) throws ResetException {
        DeviceLock lock = DeviceLock.take(folder, DeviceKeys.locks(target, namespace));
        return new GuardedOperation(this, lock, new Journal(folder, device(target)), request);
    }

    @Override
    public List<String> refused(ResetRequest request, @Nullable ResetReport report, @Nullable ResetException failure) {
        try {
            audit.append(AuditEntries.attempt(request, report, failure));
            return List.of();
        } catch (ResetException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
