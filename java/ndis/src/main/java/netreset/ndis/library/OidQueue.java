// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.Irql;
import netreset.ndis.NdisStatus;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.Script;
import netreset.ndis.sim.Activity;
import netreset.ndis.sim.Agent;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/**
 * An adapter's OID requests: refused while the gate is closed, given to the miniport one at a time, at PASSIVE; to a
 * connection-oriented one, all of them at once, at whatever level.
 */
final class OidQueue implements Digestible {
    private static final long SECOND = 1_000_000_000L;

    private final AdapterBlock adapter;
    private final Kernel kernel;
    private final Agent worker;
    private final ArrayDeque<OidRecord> waiting = new ArrayDeque<>();
    private final Dispatch dispatch = new Dispatch();
    private final List<OidRecord> inside = new ArrayList<>();

    OidQueue(AdapterBlock adapter) {
        this.adapter = adapter;
        this.kernel = adapter.kernel;
        this.worker = kernel.simulation.agent("worker oid " + adapter.name, Irql.PASSIVE);
    }

    /** Whether the miniport can be given one more. */
    boolean isFree() {
        return inside.isEmpty() || adapter.isConnectionOriented();
    }

    int inMiniport() {
        return inside.size();
    }

    // ---- down

    /** NdisOidRequest. */
    NdisStatus submit(Binding binding, OidRequest request, @Nullable Object vc) {
        binding.flagIfResetting("issues an OID request");
        event(What.OID_REQUEST, binding.label, "ndis", null, request);
        if (request.ndisReserved() instanceof OidRecord other && other.place != OidRecord.Place.BACK) {
            kernel.violation(62, adapter.name, request.name() + " is issued again before it is complete");
            return NdisStatus.FAILURE;
        }
        NdisStatus refusal = refusal(binding);
        if (refusal != null) {
            event(What.OID_REFUSED, "ndis", binding.label, refusal, request);
            request.status(refusal);
            return refusal;
        }
        if (request.oid() == Oid.GEN_RESET_COUNTS && request.type() == OidRequest.Type.QUERY) {
            request.information(adapter.reset.completed());
            request.status(NdisStatus.SUCCESS);
            event(What.OID_COMPLETE, "ndis", binding.label, NdisStatus.SUCCESS, request);
            return NdisStatus.SUCCESS;
        }
        OidRecord record = new OidRecord(request, binding, null, vc, adapter);
        request.ndisReserved(record);
        binding.oids++;
        int above = adapter.isConnectionOriented()
                ? 0
                : adapter.indications.filters().size();
        NdisStatus status = down(above - 1, request);
        if (status.equals(NdisStatus.PENDING)) {
            return status;
        }
        back(record, status);
        return status;
    }

    private @Nullable NdisStatus refusal(Binding binding) {
        if (adapter.reset.isGateClosed()) {
            return NdisStatus.RESET_IN_PROGRESS;
        } else if (binding.closing) {
            return NdisStatus.CLOSING;
        }
        return switch (adapter.state) {
            case PAUSED, RESTARTING, RUNNING, PAUSING -> null;
            default -> NdisStatus.ADAPTER_NOT_READY;
        };
    }

    /** To the next filter below that wants requests, or to the miniport. */
    NdisStatus down(int level, OidRequest request) {
        for (int i = level; i >= 0; i--) {
            FilterModule filter = adapter.indications.filters().get(i);
            if (filter.characteristics.oidHandler()) {
                return kernel.settled(filter.driver.FilterOidRequest(filter.context(), request));
            }
        }
        return toMiniport(request);
    }

    private NdisStatus toMiniport(OidRequest request) {
        OidRecord record = record(request);
        if (record == null || record.place != OidRecord.Place.ABOVE) {
            kernel.violation(62, adapter.name, request.name() + " isn't the filter's to pass down");
            return NdisStatus.FAILURE;
        }
        boolean now = isFree()
                && waiting.isEmpty()
                && (adapter.isConnectionOriented() || kernel.current().irql() == Irql.PASSIVE)
                && !adapter.reset.isGateClosed();
        if (now) {
            return enter(record);
        }
        record.place = OidRecord.Place.QUEUED;
        record.pended = true;
        waiting.add(record);
        kick();
        return NdisStatus.PENDING;
    }

    /** A request of NDIS's own, which no gate stops; only at PASSIVE and if {@link #isFree}. */
    void dispatchOwn(OidRequest request, OidDone done) {
        OidRecord record = new OidRecord(request, null, done, null, adapter);
        request.ndisReserved(record);
        record.pended = true;
        NdisStatus status = enter(record);
        if (!status.equals(NdisStatus.PENDING)) {
            back(record, status);
        }
    }

    /** Calls the miniport; the result is final unless it is PENDING. */
    private NdisStatus enter(OidRecord record) {
        inside.add(record);
        adapter.changed();
        record.afterRemoval = adapter.removalNoticed;
        record.enteredAt = kernel.simulation.now();
        record.place = OidRecord.Place.MINIPORT;
        record.asked = record.request.information();
        adapter.addressing.merge(record);
        event(What.OID_TO_MINIPORT, "ndis", adapter.miniport, null, record.request);
        NdisStatus status = adapter.enter(record.request, record.vc);
        Script script = kernel.current().takeContinuation();
        if (script != null) {
            record.pended = true;
            // Before a dispatch that is queued or waits: that would wait for these steps, and they for it.
            worker.push(new InSteps(record, new ScriptRun(kernel, script)));
            return NdisStatus.PENDING;
        }
        if (status.equals(NdisStatus.PENDING)) {
            record.pended = true;
            return status;
        }
        return isOver(record, status) ? status : NdisStatus.PENDING;
    }

    /** The miniport has returned its result; not if it had told it by a call before. */
    private boolean isOver(OidRecord record, NdisStatus result) {
        boolean over = left(record, result);
        if (!over) {
            String name = record.request.name();
            kernel.violation(62, adapter.name, name + " was completed, and then its handler returned " + result);
        }
        return over;
    }

    /** Lets waiting requests go to the miniport, if they can. */
    void kick() {
        if (!waiting.isEmpty() && !dispatch.isEngaged()) {
            worker.enqueue(dispatch);
        }
    }

    // ---- up

    /** NdisMOidRequestComplete. */
    void complete(OidRequest request, NdisStatus status) {
        OidRecord record = record(request);
        if (status.equals(NdisStatus.PENDING)) {
            kernel.violation(62, adapter.name, request.name() + " cannot complete with PENDING");
        } else if (record == null || !left(record, status)) {
            kernel.violation(62, adapter.name, request.name() + " is completed, but the miniport doesn't have it");
        } else {
            record.pended = true;
            up(0, request, status);
        }
    }

    /** It has left the miniport: checks how. Returns false if it wasn't there. */
    private boolean left(OidRecord record, NdisStatus status) {
        if (record.place != OidRecord.Place.MINIPORT || !inside.remove(record)) {
            return false;
        }
        adapter.changed();
        record.place = OidRecord.Place.ABOVE;
        if (record.isMerged()) {
            record.request.information(record.asked);
        }
        event(What.OID_COMPLETE, adapter.miniport, record.who(), status, record.request);
        OidVerdict.check(kernel, adapter, record, status);
        adapter.addressing.came(record.binding, record.request, status);
        kick();
        return true;
    }

    /** To the next filter above that wants requests, or to whoever made it. */
    void up(int level, OidRequest request, NdisStatus status) {
        OidRecord record = record(request);
        if (record == null || record.place != OidRecord.Place.ABOVE) {
            kernel.violation(62, adapter.name, request.name() + " isn't the filter's to complete");
            return;
        }
        if (record.binding != null && !adapter.isConnectionOriented()) {
            for (int i = level; i < adapter.indications.filters().size(); i++) {
                FilterModule filter = adapter.indications.filters().get(i);
                if (filter.characteristics.oidHandler()) {
                    filter.driver.FilterOidRequestComplete(filter.context(), request, status);
                    kernel.settle();
                    return;
                }
            }
        }
        back(record, status);
        if (record.binding != null) {
            tell(record.binding, request, status);
            record.binding.returned();
        }
    }

    private void tell(Binding binding, OidRequest request, NdisStatus status) {
        if (adapter.co != null && binding.isConnectionOriented()) {
            adapter.co.oidRequestComplete(binding, request, status);
        } else {
            binding.protocol.ProtocolOidRequestComplete(binding.context, request, status);
        }
        kernel.settle();
    }

    private void back(OidRecord record, NdisStatus status) {
        record.place = OidRecord.Place.BACK;
        record.request.status(status);
        if (record.binding != null) {
            record.binding.oids--;
        } else if (record.done != null) {
            record.done.done(record.request, status);
        }
    }

    /** NdisCancelOidRequest. */
    void cancel(Binding binding, OidRequest request) {
        event(What.CANCEL_OID, binding.label, "ndis", null, request);
        OidRecord record = record(request);
        if (record == null || !binding.equals(record.binding)) {
            return;
        }
        record.cancelled = true;
        if (record.place == OidRecord.Place.QUEUED && waiting.remove(record)) {
            record.place = OidRecord.Place.ABOVE;
            up(0, request, NdisStatus.REQUEST_ABORTED);
        } else if (record.place == OidRecord.Place.MINIPORT && adapter.isCallable()) {
            event(What.CANCEL_OID, "ndis", adapter.miniport, null, request);
            adapter.driver.MiniportCancelOidRequest(adapter.context(), request);
            kernel.settle();
        }
    }

    private static @Nullable OidRecord record(OidRequest request) {
        return request.ndisReserved() instanceof OidRecord record ? record : null;
    }

    // ---- time

    /** A check for hangs: returns whether a pending request has been there for too long. */
    boolean tick() {
        boolean late = false;
        for (int i = 0; i < inside.size(); i++) {
            OidRecord record = inside.get(i);
            record.ticks++;
            if (isLate(record)) {
                record.ticks = 0;
                late = true;
            }
        }
        return late;
    }

    /** Connectionless: so many ticks; connection-oriented: as many seconds as the request itself says. */
    private boolean isLate(OidRecord record) {
        if (adapter.isConnectionOriented() && record.binding != null) {
            int seconds = record.request.timeoutSeconds();
            return seconds > 0 && kernel.simulation.now() - record.enteredAt >= seconds * SECOND;
        }
        return record.ticks >= (kernel.library.isFourTick(record.request.oid()) ? 4 : 2);
    }

    String unfinished() {
        return unfinished(Integer.MAX_VALUE);
    }

    /** What is in the miniport since before that reset. */
    String unfinished(int reset) {
        StringBuilder text = new StringBuilder();
        for (OidRecord record : inside) {
            if (reset == Integer.MAX_VALUE || isBefore(record, reset)) {
                text.append(" OID request ").append(record.request.name());
            }
        }
        return text.toString();
    }

    private static boolean isBefore(OidRecord record, int reset) {
        return record.resetNumber < reset || !record.duringReset;
    }

    private void event(What what, String from, String to, @Nullable NdisStatus status, OidRequest request) {
        if (kernel.log.isOn()) {
            kernel.log.event(what, adapter.name, from, to, status, request.oid(), request.name(), 0, null);
        }
    }

    @Override
    public void digest(Digest digest) {
        digest.add(waiting.size(), inside.size());
        for (OidRecord record : waiting) {
            digest.add(record.request.name()).add(record.cancelled);
        }
        for (OidRecord record : inside) {
            digest.add(record.request.name())
                    .add(record.ticks)
                    .add(record.cancelled)
                    .add(record.pended)
                    .add(record.duringReset)
                    .add(record.resetNumber == adapter.reset.number());
        }
    }

    /** Gives waiting requests to the miniport, on a worker. */
    private final class Dispatch extends Activity {
        @Override
        public boolean isReady() {
            return waiting.isEmpty() || (isFree() && !adapter.reset.isGateClosed());
        }

        @Override
        public boolean step() {
            OidRecord record = waiting.poll();
            if (record != null && !adapter.isCallable()) {
                record.place = OidRecord.Place.ABOVE;
                up(0, record.request, NdisStatus.ADAPTER_NOT_READY);
            } else if (record != null) {
                record.place = OidRecord.Place.ABOVE;
                NdisStatus status = enter(record);
                if (!status.equals(NdisStatus.PENDING)) {
                    up(0, record.request, status);
                }
            }
            return waiting.isEmpty();
        }

        @Override
        public void digest(Digest digest) {
            digest.add(waiting.size());
        }
    }

    /** A MiniportOidRequest in steps. */
    private final class InSteps extends Activity {
        private final OidRecord record;
        private final ScriptRun run;
        private boolean begun;

        InSteps(OidRecord record, ScriptRun run) {
            this.record = record;
            this.run = run;
        }

        @Override
        public boolean step() {
            if (!begun) {
                begun = true;
                worker.push(run);
                return false;
            }
            NdisStatus status = run.result();
            if (!status.equals(NdisStatus.PENDING) && isOver(record, status)) {
                up(0, record.request, status);
            }
            return true;
        }

        @Override
        public void digest(Digest digest) {
            digest.add(record.request.name()).add(begun);
        }
    }
}
