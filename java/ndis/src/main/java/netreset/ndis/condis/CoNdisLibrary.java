// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import java.util.Objects;
import netreset.ndis.BindingHandle;
import netreset.ndis.Irql;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.NdisHandle;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.StatusIndication;
import netreset.ndis.library.AdapterBlock;
import netreset.ndis.library.Binding;
import netreset.ndis.library.Kernel;
import netreset.ndis.library.NdisLibrary;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** The connection-oriented part of NDIS. Each entry checks the caller's level and handles and leaves the rest to others. */
@SuppressWarnings("MemberName") // C's names
public final class CoNdisLibrary implements CoNdis {
    private final NdisLibrary ndis;
    private final Kernel kernel;
    private final CoObjects objects;
    private final CoStatus statuses;
    private final AddressFamilies families;
    private final VcLifetime lifetime;
    private final Activation activation;
    private final Calls calls;
    private final PeerRequests peerRequests;

    /** Adds itself to a library, which hasn't seen a driver yet. */
    public CoNdisLibrary(NdisLibrary ndis) {
        this.ndis = ndis;
        this.kernel = ndis.kernel();
        this.objects = new CoObjects(kernel);
        this.statuses = new CoStatus(kernel);
        this.families = new AddressFamilies(ndis, objects);
        this.activation = new Activation(kernel);
        this.lifetime = new VcLifetime(kernel, objects, activation);
        this.calls = new Calls(kernel);
        this.peerRequests = new PeerRequests(kernel);
        ndis.connectionOriented(new CoPart(objects, statuses, activation));
    }

    // ---- for whoever runs the model

    public VcState vcState(VcHandle handle) {
        return Objects.requireNonNull(objects.any(handle), "no such VC").state();
    }

    /** The parameters in force of a VC; {@code null} if it isn't active. */
    public @Nullable Object parameters(VcHandle handle) {
        return Objects.requireNonNull(objects.any(handle), "no such VC").parameters;
    }

    /** The newest VC of that name; {@code null} if there is none. */
    public @Nullable VcHandle vc(String name) {
        for (int i = objects.vcs.size() - 1; i >= 0; i--) {
            if (objects.vcs.get(i).name().equals(name)) {
                return objects.vcs.get(i).handle;
            }
        }
        return null;
    }

    /** Whether a handle of an address family, SAP, VC or party still stands for one. */
    public boolean isValid(NdisHandle handle) {
        return objects.isValid(handle);
    }

    private @Nullable Binding binding(BindingHandle handle, String call) {
        Binding binding = ndis.bindingOf(handle, call);
        if (binding != null && !binding.isConnectionOriented()) {
            kernel.violation(0, binding.adapter().name(), call + " on a binding that isn't connection-oriented");
            return null;
        }
        return binding;
    }

    private @Nullable Vc vc(VcHandle handle, String call) {
        kernel.isAbove(Irql.DISPATCH, 0, null, call);
        return objects.find(handle, call);
    }

    private @Nullable Vc vcOfCall(VcHandle handle, String call) {
        Vc vc = vc(handle, call);
        if (vc != null && vc.family == null) {
            kernel.violation(0, vc.adapter.name(), call + " on a signalling VC");
            return null;
        }
        return vc;
    }

    // ---- address families and SAPs

    @Override
    public NdisStatus NdisCmRegisterAddressFamilyEx(BindingHandle handle, String family) {
        Binding binding = binding(handle, "NdisCmRegisterAddressFamilyEx");
        return binding != null && (Object) binding.protocol() instanceof CallManager manager
                ? families.offer(new Offer(binding.adapter(), family, manager, binding))
                : NdisStatus.FAILURE;
    }

    @Override
    public NdisStatus NdisMCmRegisterAddressFamily(MiniportAdapterHandle handle, String family) {
        AdapterBlock adapter = ndis.adapterOf(handle, 0, "NdisMCmRegisterAddressFamily");
        return adapter != null
                        && adapter.isConnectionOriented()
                        && (Object) adapter.driver() instanceof CallManager manager
                ? families.offer(new Offer(adapter, family, manager, null))
                : NdisStatus.FAILURE;
    }

    @Override
    public @Nullable AfHandle NdisClOpenAddressFamilyEx(BindingHandle handle, String name) {
        Binding binding = binding(handle, "NdisClOpenAddressFamilyEx");
        return binding == null ? null : families.open(binding, name);
    }

    @Override
    public NdisStatus NdisClCloseAddressFamily(AfHandle handle) {
        Family family = objects.find(handle, "NdisClCloseAddressFamily");
        if (family == null) {
            return NdisStatus.FAILURE;
        }
        families.close(family);
        return NdisStatus.SUCCESS;
    }

    @Override
    public @Nullable SapHandle NdisClRegisterSap(AfHandle handle, Object address) {
        Family family = objects.find(handle, "NdisClRegisterSap");
        return family == null ? null : families.register(family, address);
    }

    @Override
    public NdisStatus NdisClDeregisterSap(SapHandle handle) {
        Sap sap = objects.find(handle, "NdisClDeregisterSap");
        if (sap == null) {
            return NdisStatus.FAILURE;
        }
        families.deregister(sap);
        return NdisStatus.SUCCESS;
    }

    // ---- VCs

    @Override
    public NdisStatus NdisCoCreateVc(BindingHandle handle, @Nullable AfHandle familyHandle, VcContext context) {
        Binding binding = binding(handle, "NdisCoCreateVc");
        Family family = familyHandle == null ? null : objects.find(familyHandle, "NdisCoCreateVc");
        return binding == null || (familyHandle != null && family == null)
                ? NdisStatus.FAILURE
                : lifetime.create(binding, family, context);
    }

    @Override
    public NdisStatus NdisMCmCreateVc(MiniportAdapterHandle handle, AfHandle familyHandle, VcContext context) {
        AdapterBlock adapter = ndis.adapterOf(handle, 0, "NdisMCmCreateVc");
        Family family = objects.find(familyHandle, "NdisMCmCreateVc");
        if (adapter == null || family == null || !family.offer.isMcm()) {
            return NdisStatus.FAILURE;
        }
        lifetime.createByMiniport(adapter, family, context);
        return NdisStatus.SUCCESS;
    }

    @Override
    public NdisStatus NdisCoDeleteVc(VcHandle handle) {
        Vc vc = vc(handle, "NdisCoDeleteVc");
        return vc == null ? NdisStatus.FAILURE : lifetime.delete(vc);
    }

    @Override
    public NdisStatus NdisMCmDeleteVc(VcHandle handle) {
        Vc vc = vc(handle, "NdisMCmDeleteVc");
        return vc == null ? NdisStatus.FAILURE : lifetime.deleteByMiniport(vc);
    }

    @Override
    public NdisStatus NdisCmActivateVc(VcHandle handle, Object parameters) {
        Vc vc = vc(handle, "NdisCmActivateVc");
        return vc == null ? NdisStatus.FAILURE : activation.activate(vc, parameters);
    }

    @Override
    public NdisStatus NdisCmDeactivateVc(VcHandle handle) {
        Vc vc = vc(handle, "NdisCmDeactivateVc");
        return vc == null ? NdisStatus.FAILURE : activation.deactivate(vc);
    }

    @Override
    public NdisStatus NdisMCmActivateVc(VcHandle handle, Object parameters) {
        Vc vc = vc(handle, "NdisMCmActivateVc");
        return vc == null ? NdisStatus.FAILURE : activation.activatedByMiniport(vc, parameters);
    }

    @Override
    public NdisStatus NdisMCmDeactivateVc(VcHandle handle) {
        Vc vc = vc(handle, "NdisMCmDeactivateVc");
        return vc == null ? NdisStatus.FAILURE : activation.deactivatedByMiniport(vc);
    }

    @Override
    public void NdisMCoActivateVcComplete(NdisStatus status, VcHandle handle) {
        Vc vc = vc(handle, "NdisMCoActivateVcComplete");
        if (vc != null) {
            activation.activateComplete(vc, status);
            ndis.simulation().preempt();
        }
    }

    @Override
    public void NdisMCoDeactivateVcComplete(NdisStatus status, VcHandle handle) {
        Vc vc = vc(handle, "NdisMCoDeactivateVcComplete");
        if (vc != null) {
            activation.deactivateComplete(vc, status);
            ndis.simulation().preempt();
        }
    }

    // ---- calls

    @Override
    public NdisStatus NdisClMakeCall(VcHandle handle, Object parameters, @Nullable PartyHandle party) {
        Vc vc = vcOfCall(handle, "NdisClMakeCall");
        return vc == null ? NdisStatus.FAILURE : calls.make(vc, parameters, party);
    }

    @Override
    public void NdisCmMakeCallComplete(NdisStatus status, VcHandle handle) {
        Vc vc = vcOfCall(handle, "NdisCmMakeCallComplete");
        if (vc != null) {
            calls.makeComplete(vc, status);
        }
    }

    @Override
    public NdisStatus NdisClCloseCall(VcHandle handle, @Nullable PartyHandle party) {
        Vc vc = vcOfCall(handle, "NdisClCloseCall");
        return vc == null ? NdisStatus.FAILURE : calls.close(vc, party);
    }

    @Override
    public void NdisCmCloseCallComplete(NdisStatus status, VcHandle handle) {
        Vc vc = vcOfCall(handle, "NdisCmCloseCallComplete");
        if (vc != null) {
            calls.closeComplete(vc, status);
        }
    }

    @Override
    public NdisStatus NdisCmDispatchIncomingCall(SapHandle sapHandle, VcHandle handle, Object parameters) {
        Sap sap = objects.find(sapHandle, "NdisCmDispatchIncomingCall");
        Vc vc = vcOfCall(handle, "NdisCmDispatchIncomingCall");
        return sap == null || vc == null ? NdisStatus.FAILURE : calls.incoming(vc, sapHandle, parameters);
    }

    @Override
    public void NdisClIncomingCallComplete(NdisStatus status, VcHandle handle) {
        Vc vc = vcOfCall(handle, "NdisClIncomingCallComplete");
        if (vc != null) {
            calls.incomingComplete(vc, status);
        }
    }

    @Override
    public void NdisCmDispatchCallConnected(VcHandle handle) {
        Vc vc = vcOfCall(handle, "NdisCmDispatchCallConnected");
        if (vc != null) {
            calls.connected(vc);
        }
    }

    @Override
    public void NdisCmDispatchIncomingCloseCall(NdisStatus why, VcHandle handle) {
        Vc vc = vcOfCall(handle, "NdisCmDispatchIncomingCloseCall");
        if (vc != null) {
            calls.incomingClose(vc, why);
        }
    }

    @Override
    public @Nullable PartyHandle NdisClAddParty(VcHandle handle, Object parameters) {
        Vc vc = vcOfCall(handle, "NdisClAddParty");
        if (vc == null) {
            return null;
        }
        Party party = objects.party(vc, parameters);
        NdisStatus status = calls.add(party, parameters);
        party.dropped |= !status.equals(NdisStatus.SUCCESS) && !status.equals(NdisStatus.PENDING);
        return party.dropped ? null : party.handle;
    }

    @Override
    public void NdisCmAddPartyComplete(NdisStatus status, PartyHandle handle) {
        Party party = objects.find(handle, "NdisCmAddPartyComplete");
        if (party != null) {
            calls.addComplete(party, status);
        }
    }

    @Override
    public NdisStatus NdisClDropParty(PartyHandle handle) {
        Party party = objects.find(handle, "NdisClDropParty");
        return party == null ? NdisStatus.FAILURE : calls.drop(party);
    }

    @Override
    public void NdisCmDispatchIncomingDropParty(NdisStatus why, PartyHandle handle) {
        Party party = objects.find(handle, "NdisCmDispatchIncomingDropParty");
        if (party != null) {
            calls.incomingDrop(party, why);
        }
    }

    // ---- data and requests

    @Override
    public void NdisCoSendNetBufferLists(VcHandle handle, NetBufferList lists, int flags) {
        Vc vc = vc(handle, "NdisCoSendNetBufferLists");
        if (vc != null) {
            ndis.send(vc.owner, vc, lists, flags);
            ndis.simulation().preempt();
        }
    }

    @Override
    public void NdisMCoSendNetBufferListsComplete(VcHandle handle, NetBufferList lists, int flags) {
        Vc vc = vc(handle, "NdisMCoSendNetBufferListsComplete");
        if (vc != null) {
            ndis.sendComplete(vc.adapter, lists, flags);
            ndis.simulation().preempt();
        }
    }

    @Override
    public NdisStatus NdisCoOidRequest(
            BindingHandle handle,
            @Nullable AfHandle familyHandle,
            @Nullable VcHandle vcHandle,
            @Nullable PartyHandle party,
            OidRequest request) {
        kernel.isAbove(Irql.DISPATCH, 0, null, "NdisCoOidRequest");
        Binding binding = binding(handle, "NdisCoOidRequest");
        Vc vc = vcHandle == null ? null : objects.find(vcHandle, "NdisCoOidRequest");
        if (binding == null || (vcHandle != null && vc == null)) {
            return NdisStatus.FAILURE;
        }
        if (familyHandle == null) {
            return ndis.oidRequest(binding, vc == null ? null : vc.miniportContext, request);
        }
        Family family = objects.find(familyHandle, "NdisCoOidRequest");
        return family == null ? NdisStatus.FAILURE : peerRequests.ask(binding, family, vc, party, request);
    }

    @Override
    public void NdisCoOidRequestComplete(OidRequest request, NdisStatus status) {
        peerRequests.complete(request, status);
    }

    @Override
    public void NdisMCoOidRequestComplete(MiniportAdapterHandle handle, OidRequest request, NdisStatus status) {
        ndis.NdisMOidRequestComplete(handle, request, status);
    }

    @Override
    public void NdisMCoIndicateStatusEx(
            MiniportAdapterHandle handle, @Nullable VcHandle vcHandle, StatusIndication indication) {
        if (vcHandle == null) {
            ndis.NdisMIndicateStatusEx(handle, indication);
            return;
        }
        Vc vc = vc(vcHandle, "NdisMCoIndicateStatusEx");
        if (vc != null) {
            NdisStatus code = indication.statusCode();
            if (code.equals(NdisStatus.RESET_START) || code.equals(NdisStatus.RESET_END)) {
                kernel.violation(29, vc.adapter.name(), vc.adapter.miniport() + " itself indicates " + code);
            }
            kernel.log()
                    .event(
                            What.INDICATE_STATUS,
                            vc.adapter.name(),
                            vc.adapter.miniport(),
                            "ndis",
                            vc.name(),
                            code,
                            0,
                            null,
                            0,
                            null,
                            false);
            statuses.tell(vc.owner, vc, indication);
            ndis.simulation().preempt();
        }
    }
}
