// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import java.util.Objects;
import netreset.ndis.NdisStatus;
import netreset.ndis.library.AdapterBlock;
import netreset.ndis.library.Kernel;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** How VCs get into and out of use: what the miniport is asked, and what follows its answer. No reset has a say in it. */
final class Activation {
    private final Kernel kernel;

    Activation(Kernel kernel) {
        this.kernel = kernel;
    }

    /** NdisCmActivateVc, the first time or again. */
    NdisStatus activate(Vc vc, Object parameters) {
        NdisStatus refusal = refusal(vc.adapter);
        if (refusal == null && vc.state() != VcState.CREATED && vc.state() != VcState.ACTIVE) {
            refusal = NdisStatus.INVALID_STATE;
        }
        event(What.VC_ACTIVATE, vc, vc.adapter.miniport(), refusal);
        if (refusal != null) {
            return refusal;
        }
        begin(vc, parameters);
        NdisStatus status = kernel.settled(vc.miniport().MiniportCoActivateVc(vc.miniportContext, parameters));
        if (!status.equals(NdisStatus.PENDING) && isActivating(vc)) {
            activated(vc, status);
        }
        return status;
    }

    private static void begin(Vc vc, Object parameters) {
        vc.wanted = parameters;
        vc.enter(vc.state() == VcState.CREATED ? VcState.ACTIVATING : VcState.REACTIVATING);
    }

    private static boolean isActivating(Vc vc) {
        return vc.state() == VcState.ACTIVATING || vc.state() == VcState.REACTIVATING;
    }

    /** NdisMCoActivateVcComplete. */
    void activateComplete(Vc vc, NdisStatus status) {
        if (status.equals(NdisStatus.PENDING) || !isActivating(vc)) {
            kernel.violation(
                    0,
                    vc.adapter.name(),
                    "NdisMCoActivateVcComplete with " + status + " of a VC that is " + vc.state());
            return;
        }
        activated(vc, status);
        CallManager manager = manager(vc);
        if (manager != null) {
            manager.ProtocolCmActivateVcComplete(status, vc.managerContext);
            kernel.settle();
        }
        if (vc.deactivates) {
            vc.deactivates = false;
            NdisStatus deactivated = deactivate(vc);
            if (!deactivated.equals(NdisStatus.PENDING) && manager != null) {
                manager.ProtocolCmDeactivateVcComplete(deactivated, vc.managerContext);
                kernel.settle();
            }
        }
    }

    /** NdisMCmActivateVc: the MCM has done it. */
    NdisStatus activatedByMiniport(Vc vc, Object parameters) {
        if (vc.state() != VcState.CREATED && vc.state() != VcState.ACTIVE) {
            return NdisStatus.INVALID_STATE;
        }
        event(What.VC_ACTIVATE, vc, "ndis", null);
        begin(vc, parameters);
        activated(vc, NdisStatus.SUCCESS);
        return NdisStatus.SUCCESS;
    }

    /** A failure leaves the VC as it was, and the old parameters in force. */
    private void activated(Vc vc, NdisStatus status) {
        boolean again = vc.state() == VcState.REACTIVATING;
        boolean success = status.equals(NdisStatus.SUCCESS);
        if (success) {
            vc.parameters = vc.wanted;
        }
        vc.wanted = null;
        vc.enter(success || again ? VcState.ACTIVE : VcState.CREATED);
        event(What.VC_ACTIVATED, vc, "ndis", status);
        check(vc, success ? "its activation" : "its failed activation");
    }

    /** Looks at the hardware, if the driver lets us: whether it has the parameters it should have. */
    void check(Vc vc, String after) {
        if (vc.miniportContext instanceof InspectableVc hardware
                && !Objects.equals(hardware.parametersInForce(), vc.parameters)) {
            kernel.violation(
                    92,
                    vc.adapter.name(),
                    vc.name() + " has parameters " + hardware.parametersInForce() + " after " + after + ", and not "
                            + vc.parameters);
        }
    }

    /** NdisCmDeactivateVc. */
    NdisStatus deactivate(Vc vc) {
        NdisStatus refusal = refusal(vc.adapter);
        if (refusal == null && vc.state() == VcState.REACTIVATING && !vc.deactivates) {
            vc.deactivates = true;
            return NdisStatus.PENDING;
        }
        if (refusal == null && vc.state() != VcState.ACTIVE) {
            refusal = NdisStatus.INVALID_STATE;
        }
        event(What.VC_DEACTIVATE, vc, vc.adapter.miniport(), refusal);
        if (refusal != null) {
            return refusal;
        }
        checkCall(vc);
        vc.enter(VcState.DEACTIVATING);
        NdisStatus status = kernel.settled(vc.miniport().MiniportCoDeactivateVc(vc.miniportContext));
        if (!status.equals(NdisStatus.PENDING) && vc.state() == VcState.DEACTIVATING) {
            deactivated(vc, status);
        }
        return status;
    }

    /** NdisMCmDeactivateVc: the MCM has done it. */
    NdisStatus deactivatedByMiniport(Vc vc) {
        if (vc.state() != VcState.ACTIVE) {
            return NdisStatus.INVALID_STATE;
        }
        event(What.VC_DEACTIVATE, vc, "ndis", null);
        checkCall(vc);
        deactivated(vc, NdisStatus.SUCCESS);
        return NdisStatus.SUCCESS;
    }

    /** NdisMCoDeactivateVcComplete. */
    void deactivateComplete(Vc vc, NdisStatus status) {
        if (status.equals(NdisStatus.PENDING) || vc.state() != VcState.DEACTIVATING) {
            kernel.violation(
                    0,
                    vc.adapter.name(),
                    "NdisMCoDeactivateVcComplete with " + status + " of a VC that is " + vc.state());
            return;
        }
        deactivated(vc, status);
        CallManager manager = manager(vc);
        if (manager != null) {
            manager.ProtocolCmDeactivateVcComplete(status, vc.managerContext);
            kernel.settle();
        }
    }

    private void deactivated(Vc vc, NdisStatus status) {
        if (vc.sends() > 0) {
            kernel.violation(
                    0, vc.adapter.name(), vc.name() + " is deactivated with " + vc.sends() + " sends outstanding");
        }
        vc.parameters = null;
        vc.enter(VcState.CREATED);
        event(What.VC_DEACTIVATED, vc, "ndis", status);
    }

    /** A call ends as calls end, also where a reset is the reason: the client is told before its VC is taken out of use. */
    private void checkCall(Vc vc) {
        if (vc.call == Vc.Call.UP) {
            kernel.violation(91, vc.adapter.name(), vc.name() + " is deactivated under a call that nobody has closed");
        }
    }

    /** What holds VC operations off the miniport; {@code null} if nothing does. */
    @Nullable
    NdisStatus refusal(AdapterBlock adapter) {
        if (!adapter.isCallable()) {
            return NdisStatus.ADAPTER_NOT_READY;
        }
        return kernel.knobs().isCoGateWide() && adapter.isGateClosed() ? NdisStatus.RESET_IN_PROGRESS : null;
    }

    /** Who activates it; {@code null} if the owner does, whose signalling VC it is. */
    private static @Nullable CallManager manager(Vc vc) {
        if (vc.family != null) {
            return vc.family.offer.manager();
        }
        return (Object) vc.owner.protocol() instanceof CallManager manager ? manager : null;
    }

    private void event(What what, Vc vc, String to, @Nullable NdisStatus status) {
        String from = to.equals("ndis") ? vc.adapter.miniport() : "ndis";
        kernel.log().event(what, vc.adapter.name(), from, to, vc.name(), status, 0, null, 0, null, false);
    }
}
