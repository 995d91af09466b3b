// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import java.util.Objects;
import netreset.ndis.NdisStatus;
import netreset.ndis.library.AdapterBlock;
import netreset.ndis.library.Binding;
import netreset.ndis.library.Kernel;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** How VCs come to be and are deleted: whoever shares one makes a context of its own for it, and is told of its end. */
final class VcLifetime {
    private final Kernel kernel;
    private final CoObjects objects;
    private final Activation activation;

    VcLifetime(Kernel kernel, CoObjects objects, Activation activation) {
        this.kernel = kernel;
        this.objects = objects;
        this.activation = activation;
    }

    /**
     * NdisCoCreateVc.
     *
     * @param family {@code null} for a call manager's signalling VC
     * @param context of the one that asks
     */
    NdisStatus create(Binding binding, @Nullable Family family, VcContext context) {
        AdapterBlock adapter = binding.adapter();
        VcHandle handle = objects.vcHandle(context);
        NdisStatus refusal = activation.refusal(adapter);
        if (refusal != null) {
            created(adapter, handle, binding.label(), refusal);
            return refusal;
        }
        context.created(handle);
        Vc vc = shared(binding, family, handle, context);
        vc.miniportContext = vc.isMcm() ? vc.managerContext : ofMiniport(vc);
        objects.vcs.add(vc);
        created(adapter, handle, binding.label(), NdisStatus.SUCCESS);
        return NdisStatus.SUCCESS;
    }

    /** With a context of the client's and one of the call manager's, if there are two. */
    private static Vc shared(Binding binding, @Nullable Family family, VcHandle handle, VcContext context) {
        if (family == null) {
            return new Vc(handle, binding.adapter(), null, binding, context);
        }
        if (!Objects.equals(family.client, binding)) {
            return byManager(binding.adapter(), family, handle, context);
        }
        Vc vc = new Vc(handle, binding.adapter(), family, binding, context);
        vc.managerContext = family.offer.manager().ProtocolCoCreateVc(family.handle, handle);
        vc.managerContext.created(handle);
        return vc;
    }

    private static Vc byManager(AdapterBlock adapter, Family family, VcHandle handle, VcContext context) {
        VcContext clients = family.clientDriver().ProtocolCoCreateVc(family.handle, handle);
        clients.created(handle);
        Vc vc = new Vc(handle, adapter, family, family.client, clients);
        vc.managerContext = context;
        vc.isManagers = true;
        return vc;
    }

    private static VcContext ofMiniport(Vc vc) {
        VcContext context = vc.miniport().MiniportCoCreateVc(vc.adapter.context(), vc.handle);
        context.created(vc.handle);
        return context;
    }

    /** NdisMCmCreateVc: the miniport is the call manager, and has one context for both. */
    void createByMiniport(AdapterBlock adapter, Family family, VcContext context) {
        VcHandle handle = objects.vcHandle(context);
        context.created(handle);
        Vc vc = byManager(adapter, family, handle, context);
        vc.miniportContext = context;
        objects.vcs.add(vc);
        created(adapter, handle, adapter.miniport(), NdisStatus.SUCCESS);
    }

    /** NdisCoDeleteVc. */
    NdisStatus delete(Vc vc) {
        NdisStatus refusal = activation.refusal(vc.adapter);
        return deleted(
                vc, vc.creator(), refusal != null ? refusal : isIdle(vc) ? tellOthers(vc) : NdisStatus.INVALID_STATE);
    }

    /** NdisMCmDeleteVc: the miniport knows already. */
    NdisStatus deleteByMiniport(Vc vc) {
        if (!isIdle(vc)) {
            return deleted(vc, vc.adapter.miniport(), NdisStatus.INVALID_STATE);
        }
        if (vc.family != null) {
            vc.family.clientDriver().ProtocolCoDeleteVc(vc.ownerContext);
            kernel.settle();
        }
        return deleted(vc, vc.adapter.miniport(), NdisStatus.SUCCESS);
    }

    private static boolean isIdle(Vc vc) {
        return vc.state() == VcState.CREATED && vc.call == Vc.Call.NONE;
    }

    /** First the miniport, which cannot put it off; then the other one who has it, if that isn't the miniport. */
    private NdisStatus tellOthers(Vc vc) {
        NdisStatus status = kernel.settled(
                vc.isMcm()
                        ? vc.family().offer.manager().ProtocolCoDeleteVc(vc.managerContext)
                        : vc.miniport().MiniportCoDeleteVc(vc.miniportContext));
        if (status.equals(NdisStatus.PENDING)) {
            kernel.violation(90, vc.adapter.name(), "MiniportCoDeleteVc of " + vc.name() + " returned PENDING");
            status = NdisStatus.SUCCESS;
        }
        if (status.equals(NdisStatus.SUCCESS) && vc.family != null && !vc.isMcm()) {
            if (vc.isManagers) {
                vc.family.clientDriver().ProtocolCoDeleteVc(vc.ownerContext);
            } else {
                vc.family.offer.manager().ProtocolCoDeleteVc(vc.managerContext);
            }
            kernel.settle();
        }
        return status;
    }

    private void created(AdapterBlock adapter, VcHandle vc, String by, NdisStatus status) {
        kernel.log().event(What.VC_CREATE, adapter.name(), by, "ndis", vc.name(), status, 0, null, 0, null, false);
    }

    private NdisStatus deleted(Vc vc, String by, NdisStatus status) {
        if (status.equals(NdisStatus.SUCCESS)) {
            vc.enter(VcState.DELETED);
        }
        kernel.log().event(What.VC_DELETE, vc.adapter.name(), by, "ndis", vc.name(), status, 0, null, 0, null, false);
        return status;
    }
}
