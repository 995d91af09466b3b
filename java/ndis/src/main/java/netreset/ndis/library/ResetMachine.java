// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.Locale;
import netreset.ndis.AddressingReset;
import netreset.ndis.Digest;
import netreset.ndis.Inspectable;
import netreset.ndis.NdisStatus;
import netreset.ndis.StatusIndication;
import netreset.ndis.sim.Activity;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/**
 * An adapter's reset: closes the gate, tells RESET_START, calls MiniportResetEx, waits for its end, restores the addressing,
 * opens the gate, tells RESET_END. It runs on the adapter's worker, step by step; the end of a reset that completes later
 * runs where NdisMResetComplete is called, unless something is to be restored, which only PASSIVE can.
 */
final class ResetMachine extends Activity {
    private final AdapterBlock adapter;
    private final Kernel kernel;
    private final AddressingReset addressing = new AddressingReset();
    private final StatusIndication start;
    private final StatusIndication end;
    private final Overdue overdue;
    private final Restore restore;
    private final ResetVerdict verdict;
    private final HardwareLook look = new HardwareLook();

    private ResetState state = ResetState.IDLE;
    private ResetReason reason = ResetReason.OPERATOR;
    private ResetReason nextReason = ResetReason.OPERATOR;
    private @Nullable Binding requester;
    private int number;
    private int completed;
    private int coalesced;
    private int again;
    private int failuresInARow;
    private int starts;
    private int ends;
    private boolean gateClosed;
    private long gateClosedAt;
    private long gateClosedNanos;
    private long told;
    private boolean startTold;
    private boolean telling;
    private boolean handlerActive;
    private int irqlBefore;
    private @Nullable ScriptRun steps;
    private NdisStatus earlyStatus = NdisStatus.SUCCESS;
    private boolean earlyFlag;
    private NdisStatus result = NdisStatus.SUCCESS;
    private boolean restores;
    private boolean opened;
    /** A halt didn't wait for it. */
    private boolean abandoned;

    /** Whether it is run on the Java stack of NdisMResetComplete. */
    private boolean inlined;

    ResetMachine(AdapterBlock adapter) {
        this.adapter = adapter;
        this.kernel = adapter.kernel;
        this.start = StatusIndication.of(NdisStatus.RESET_START, adapter.handle);
        this.end = StatusIndication.of(NdisStatus.RESET_END, adapter.handle);
        this.overdue = new Overdue(this);
        this.restore = new Restore(adapter);
        this.verdict = new ResetVerdict(adapter);
    }

    ResetState state() {
        return state;
    }

    int number() {
        return number;
    }

    int completed() {
        return completed;
    }

    int coalesced() {
        return coalesced;
    }

    boolean isGateClosed() {
        return gateClosed;
    }

    long gateClosedNanos() {
        return gateClosedNanos + (gateClosed ? kernel.simulation.now() - gateClosedAt : 0);
    }

    /** From before the first RESET_START until after the last RESET_END. */
    boolean isAnnounced() {
        return state != ResetState.IDLE && state != ResetState.QUEUED;
    }

    /** Whether the miniport is resetting, as far as it is concerned. */
    boolean isWithMiniport() {
        return state == ResetState.IN_HANDLER || state == ResetState.EARLY_DONE || state == ResetState.PENDING;
    }

    /** Whether the miniport hasn't said yet that it is done; its handler may well run on after that. */
    boolean isUnansweredByMiniport() {
        return state == ResetState.IN_HANDLER || state == ResetState.PENDING;
    }

    void errorLogged() {
        verdict.errorLogged();
    }

    /** An adapter starts anew: so does the count. */
    void initialized() {
        completed = 0;
        abandoned = false;
        failuresInARow = 0;
        adapter.degraded = false;
    }

    // ---- how it begins

    /** Asks for a reset; it may come to nothing, or to the one that is coming anyway. */
    void request(ResetReason why, @Nullable Binding by) {
        adapter.changed();
        if (state == ResetState.IDLE) {
            reason = why;
            requester = by;
            state = ResetState.QUEUED;
            if (!isEngaged() && !inlined) {
                adapter.worker.enqueue(this);
            }
        } else if (kernel.knobs.queuesAll()) {
            nextReason = why;
            again++;
        } else if (kernel.knobs.queuesOne() && again == 0 && isEntered()) {
            nextReason = why;
            again = 1;
        } else {
            coalesced++;
            drop("a reset is " + state.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
    }

    private boolean isEntered() {
        return state != ResetState.QUEUED && state != ResetState.ANNOUNCING;
    }

    private void drop(String why) {
        kernel.log.event(What.RESET_REQUEST_DROPPED, adapter.name, "ndis", null, why);
    }

    @Override
    public boolean isReady() {
        return switch (state) {
            case ANNOUNCING -> canTellStart();
            case IN_HANDLER, EARLY_DONE -> !telling || canTellStart();
            case RESTORING -> restore.isReady();
            default -> true;
        };
    }

    @Override
    public boolean step() {
        adapter.changed();
        return switch (state) {
            case QUEUED -> begin();
            case ANNOUNCING -> announce();
            case IN_HANDLER, EARLY_DONE -> inHandler();
            case RESTORING -> restore();
            case ENDING -> end();
            case IDLE, PENDING -> true;
        };
    }

    private boolean begin() {
        if (!adapter.isResettable()) {
            state = ResetState.IDLE;
            again = 0;
            drop("the adapter is going away");
            return true;
        }
        number++;
        state = ResetState.ANNOUNCING;
        gateClosed = true;
        gateClosedAt = kernel.simulation.now();
        told = Indications.FROM_THE_START;
        startTold = false;
        if (kernel.log.isOn()) {
            String text = "reset " + number + ": " + reason.sentence() + "; " + completed + " since initialized";
            kernel.log.event(What.RESET_TRIGGER, adapter.name, "ndis", null, text);
            kernel.log.event(What.GATE_CLOSE, adapter.name, "ndis", null, null);
        }
        return false;
    }

    private boolean announce() {
        if (!kernel.knobs.startsOnlyIfPending() && !tellStart()) {
            return false;
        }
        return callHandler();
    }

    /** Whether the next one can be told; after the last, whether all have been, though some were busy with something else. */
    private boolean canTellStart() {
        return told == Indications.ALL_TOLD
                ? adapter.indications.isDelivered(start)
                : adapter.indications.isFree(start, told);
    }

    /** Tells one more; returns whether all are told. */
    private boolean tellStart() {
        if (!startTold) {
            startTold = true;
            starts++;
        }
        told = adapter.indications.tellNext(start, told);
        return told == Indications.ALL_TOLD && adapter.indications.isDelivered(start);
    }

    // ---- the handler

    private boolean callHandler() {
        if (!adapter.isCallable()) {
            finish(NdisStatus.RESET_IN_PROGRESS, false);
            return false;
        }
        state = ResetState.IN_HANDLER;
        handlerActive = true;
        verdict.handlerEntered();
        telling = false;
        addressing.clear();
        if (adapter.context() instanceof Inspectable hardware) {
            look.before(hardware);
        }
        irqlBefore = kernel.current().irql();
        kernel.current().irql(Math.max(irqlBefore, kernel.knobs.handlerIrql()));
        if (kernel.log.isOn()) {
            kernel.log.event(What.RESET_HANDLER, adapter.name, "ndis", adapter.miniport, null);
        }
        NdisStatus returned = adapter.driver.MiniportResetEx(adapter.context(), addressing);
        steps = kernel.pushed();
        return steps == null && returned(returned);
    }

    private boolean inHandler() {
        if (steps != null) {
            NdisStatus returned = steps.result();
            steps = null;
            return returned(returned);
        }
        return announceLate();
    }

    private boolean returned(NdisStatus status) {
        verdict.level(Math.max(irqlBefore, kernel.knobs.handlerIrql()));
        kernel.current().irql(irqlBefore);
        handlerActive = false;
        if (kernel.log.isOn()) {
            kernel.log.event(
                    What.RESET_HANDLER_RETURN, adapter.name, adapter.miniport, "ndis", status, 0, null, 0, null);
        }
        if (status.equals(NdisStatus.PENDING)) {
            return returnedPending();
        }
        if (state == ResetState.EARLY_DONE) {
            verdict.unexpected(56, earlyStatus, earlyFlag);
            return true;
        }
        verdict.result(status, "MiniportResetEx returned ");
        if (ResetVerdict.isSuccess(status) && !addressing.isWritten()) {
            kernel.note(45, adapter.name, "MiniportResetEx left AddressingReset unwritten");
        }
        verdict.outstanding(number);
        finish(status, addressing.get());
        return false;
    }

    private boolean returnedPending() {
        kernel.simulation.set(overdue, kernel.simulation.now() + kernel.settings.overdueNanos());
        if (kernel.knobs.startsOnlyIfPending()) {
            telling = true;
            return false;
        }
        return pending();
    }

    /** Where RESET_START is only told once the handler has returned PENDING. */
    private boolean announceLate() {
        return telling && tellStart() && pending();
    }

    private boolean pending() {
        telling = false;
        if (state == ResetState.EARLY_DONE) {
            kernel.simulation.cancel(overdue);
            finish(earlyStatus, earlyFlag);
            return false;
        }
        state = ResetState.PENDING;
        return true;
    }

    /** NdisMResetComplete. */
    void complete(NdisStatus status, boolean flag) {
        adapter.changed();
        if (kernel.log.isOn()) {
            kernel.log.event(
                    What.RESET_COMPLETE,
                    adapter.name,
                    adapter.miniport,
                    "ndis",
                    status,
                    0,
                    null,
                    0,
                    flag ? "AddressingReset TRUE" : "AddressingReset FALSE");
        }
        if (abandoned) {
            abandoned = false;
            kernel.note(81, adapter.name, "the completion of the abandoned reset comes to nothing");
        } else if (status.equals(NdisStatus.PENDING)) {
            kernel.violation(50, adapter.name, "NdisMResetComplete with PENDING completes nothing");
        } else if (state == ResetState.PENDING) {
            completePending(status, flag);
        } else if (state == ResetState.IN_HANDLER && (telling || kernel.knobs.toleratesEarlyComplete())) {
            verdict.result(status, "NdisMResetComplete with ");
            verdict.outstanding(number);
            earlyStatus = status;
            earlyFlag = flag;
            state = ResetState.EARLY_DONE;
        } else {
            verdict.unexpected(47, status, flag);
        }
    }

    private void completePending(NdisStatus status, boolean flag) {
        kernel.simulation.cancel(overdue);
        verdict.result(status, "NdisMResetComplete with ");
        verdict.outstanding(number);
        finish(status, flag);
        if (restores) {
            adapter.worker.enqueue(this);
            return;
        }
        inlined = true;
        kernel.simulation.inline(this);
        inlined = false;
        if (state == ResetState.QUEUED) {
            adapter.worker.enqueue(this);
        }
    }

    private void finish(NdisStatus status, boolean flag) {
        result = status;
        boolean idle = status.equals(NdisStatus.RESET_IN_PROGRESS);
        boolean success = ResetVerdict.isSuccess(status);
        if (!idle) {
            adapter.degraded = !success;
            failuresInARow = success ? 0 : failuresInARow + 1;
        }
        if (adapter.co != null && success) {
            adapter.co.resetSucceeded(adapter);
        }
        restores = flag && adapter.isCallable() && !idle && (success || kernel.knobs.restoresOnFailure());
        opened = false;
        told = Indications.FROM_THE_START;
        if (success && adapter.context() instanceof Inspectable hardware) {
            look.after(hardware, kernel, adapter.name);
        }
        if (restores && !kernel.knobs.restoresAfterEnd()) {
            state = ResetState.RESTORING;
            restore.begin();
        } else {
            state = ResetState.ENDING;
        }
    }

    private boolean restore() {
        if (restore.step()) {
            restores = false;
            if (opened) {
                return done();
            }
            state = ResetState.ENDING;
        }
        return false;
    }

    // ---- how it ends

    private boolean end() {
        if (!opened) {
            opened = true;
            gateClosed = false;
            gateClosedNanos += kernel.simulation.now() - gateClosedAt;
            if (kernel.log.isOn()) {
                kernel.log.event(What.GATE_OPEN, adapter.name, "ndis", null, null);
            }
            return false;
        }
        if (startTold) {
            told = adapter.indications.tellNext(end, told);
            if (told != Indications.ALL_TOLD) {
                return false;
            }
            ends++;
            startTold = false;
        }
        if (restores) {
            state = ResetState.RESTORING;
            restore.begin();
            return false;
        }
        return done();
    }

    private boolean done() {
        completed++;
        state = ResetState.IDLE;
        if (kernel.log.isOn()) {
            String text = "reset " + number;
            kernel.log.event(What.RESET_DONE, adapter.name, "ndis", null, result, 0, null, 0, text);
        }
        adapter.link.resetDone();
        adapter.hang.resetDone(reason);
        tellRequester();
        if (failuresInARow >= kernel.knobs.failuresBeforeRemoval()) {
            adapter.life.remove();
        }
        adapter.oids.kick();
        startAgain();
        return state == ResetState.IDLE || inlined;
    }

    private void tellRequester() {
        Binding asked = requester;
        requester = null;
        if (asked != null && !asked.closed) {
            asked.protocol.ProtocolResetComplete(asked.context, result);
            kernel.settle();
        }
    }

    private void startAgain() {
        if (state == ResetState.IDLE && again > 0) {
            again--;
            reason = nextReason;
            state = ResetState.QUEUED;
        }
    }

    /** Nothing documents that NDIS waits for a reset for ever; this says so. */
    void remarkOverdue() {
        if (state == ResetState.PENDING) {
            kernel.note(46, adapter.name, "reset " + number + " is overdue; NDIS would wait for ever");
        }
    }

    /** A halt doesn't wait: the reset is over, its completion comes to nothing. */
    void abandon() {
        adapter.changed();
        kernel.simulation.cancel(overdue);
        if (state == ResetState.PENDING) {
            state = ResetState.IDLE;
            gateClosed = false;
            gateClosedNanos += kernel.simulation.now() - gateClosedAt;
            abandoned = true;
            if (startTold) {
                startTold = false;
                ends++;
            }
            kernel.note(81, adapter.name, "reset " + number + " is abandoned by the halt");
        }
    }

    /** Whether NdisMResetComplete is that of a reset which a halt didn't wait for; once. */
    boolean dropsCompletion() {
        boolean drops = abandoned;
        abandoned = false;
        return drops;
    }

    /** The model checks itself. */
    void check() {
        boolean active = isAnnounced();
        int open = starts - ends;
        if (open != (startTold ? 1 : 0) || (startTold && !active)) {
            kernel.violation(98, adapter.name, starts + " RESET_START and " + ends + " RESET_END while " + state);
        }
        if (gateClosed != (active && !opened(state))) {
            kernel.violation(33, adapter.name, "the gate is " + (gateClosed ? "closed" : "open") + " while " + state);
        }
        if (handlerActive && state != ResetState.IN_HANDLER && state != ResetState.EARLY_DONE) {
            kernel.violation(43, adapter.name, "MiniportResetEx runs while " + state);
        }
    }

    private boolean opened(ResetState now) {
        return (now == ResetState.ENDING || now == ResetState.RESTORING) && opened;
    }

    @Override
    public void digest(Digest digest) {
        digest.add(state).add(reason).add(completed, again).add(failuresInARow).add(told);
        digest.flags(gateClosed, startTold, telling, verdict.isErrorLogged(), abandoned, restores, opened);
        if (state == ResetState.EARLY_DONE) {
            digest.add(earlyStatus.value()).add(earlyFlag);
        }
        restore.digest(digest);
    }
}
