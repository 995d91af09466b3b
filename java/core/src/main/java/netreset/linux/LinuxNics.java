// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import netreset.Evidence;
import netreset.Nic;
import netreset.Outcome;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetReport.NicSnapshot;
import netreset.ResetReport.Timing;
import netreset.ResetRequest;
import netreset.bridge.Bridge;
import org.jspecify.annotations.Nullable;

/** The Linux half: NICs of one network namespace. Holds no open file; every operation asks the kernel anew. */
public final class LinuxNics {
    /** The NICs that a reset of this process is in the driver of; it stays until the call has come back. */
    private static final Set<String> BUSY = ConcurrentHashMap.newKeySet();

    private final Bridge bridge;
    private final NetworkNamespace namespace;
    private final Nics nics;

    /**
     * Opens nothing yet.
     *
     * @param namespaceName as {@code ip netns} has it; {@code null} for this process's own
     * @throws ResetException INVALID_REQUEST if no namespace can be called so
     */
    public LinuxNics(Bridge bridge, @Nullable String namespaceName) throws ResetException {
        this.bridge = bridge;
        this.namespace = new NetworkNamespace(bridge.libc(), namespaceName);
        this.nics = new Nics(bridge, namespace);
    }

    /** Every NIC, in the kernel's order. Touches none. */
    public List<Nic> list() throws ResetException {
        return KernelWork.run("netreset-list", nics::list);
    }

    /** What a reset would do. Touches nothing. */
    public ResetPlan plan(ResetRequest request) throws ResetException {
        return prepare(request).plan();
    }

    /** Resets, and watches as asked. Blocks until the request's timeout at the latest. */
    public ResetReport reset(ResetRequest request, ResetListener listener) throws ResetException {
        Prepared prepared = prepare(request);
        if (!prepared.plan().refusals().isEmpty()) {
            return untouched(prepared, Outcome.REFUSED);
        }
        String name = prepared.found().link().name();
        if (prepared.found().answer() == ResetProbe.Answer.NOT_PERMITTED) {
            throw DispatchError.notPermitted(name);
        }
        String key = namespace.label() + "/" + prepared.found().link().index();
        if (!BUSY.add(key)) {
            throw new ResetException(
                    Reason.BUSY, "another reset of " + Printable.brief(name) + " by this process hasn't come back yet");
        }
        return new EthtoolReset(bridge, namespace, prepared.found(), prepared.plan(), listener)
                .run(() -> BUSY.remove(key));
    }

    private record Prepared(Nics.Found found, ResetPlan plan) {}

    private Prepared prepare(ResetRequest request) throws ResetException {
        RequestedScope scope = RequestedScope.of(request.scope());
        EthtoolPlan.checkOverrides(request);
        Nics.Found found = KernelWork.run("netreset-find", () -> nics.find(request.target()));
        return new Prepared(found, EthtoolPlan.of(request, scope, found));
    }

    private ResetReport untouched(Prepared prepared, Outcome outcome) {
        ResetPlan plan = prepared.plan();
        NicSnapshot now = Snapshots.of(prepared.found().link());
        return new ResetReport(
                plan.request().target(),
                plan.method(),
                bridge.name(),
                outcome,
                plan.requested(),
                ResetFlags.mask(0),
                plan.requested(),
                Evidence.NONE,
                Timing.NONE,
                null,
                plan.refusals(),
                plan.notes(),
                false,
                now,
                now);
    }
}
