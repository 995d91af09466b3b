// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import netreset.ndis.BindingHandle;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.StatusIndication;
import org.jspecify.annotations.Nullable;

/** What connection-oriented drivers call besides {@link netreset.ndis.Ndis}. DISPATCH or lower unless said otherwise. */
@SuppressWarnings("MemberName") // C's names
public interface CoNdis {
    // ---- address families and SAPs

    /** PASSIVE. A stand-alone call manager offers its services on a binding. */
    NdisStatus NdisCmRegisterAddressFamilyEx(BindingHandle binding, String family);

    /** PASSIVE. An MCM does. */
    NdisStatus NdisMCmRegisterAddressFamily(MiniportAdapterHandle adapter, String family);

    /** PASSIVE. {@code null} if nobody offers the family there, or its call manager doesn't want this client. */
    @Nullable
    AfHandle NdisClOpenAddressFamilyEx(BindingHandle binding, String family);

    NdisStatus NdisClCloseAddressFamily(AfHandle family);

    /** PASSIVE. {@code null} if the call manager doesn't want it. */
    @Nullable
    SapHandle NdisClRegisterSap(AfHandle family, Object address);

    NdisStatus NdisClDeregisterSap(SapHandle sap);

    // ---- VCs

    /**
     * A client or a stand-alone call manager creates a VC; {@code vc} learns its handle.
     *
     * @param family {@code null} for a call manager's own signalling VC, which no client hears of
     */
    NdisStatus NdisCoCreateVc(BindingHandle binding, @Nullable AfHandle family, VcContext vc);

    NdisStatus NdisCoDeleteVc(VcHandle vc);

    /** A stand-alone call manager has the miniport activate a VC, or change its parameters. */
    NdisStatus NdisCmActivateVc(VcHandle vc, Object parameters);

    NdisStatus NdisCmDeactivateVc(VcHandle vc);

    /** An MCM creates a VC for a client. Its signalling VCs are no business of NDIS's. */
    NdisStatus NdisMCmCreateVc(MiniportAdapterHandle adapter, AfHandle family, VcContext vc);

    NdisStatus NdisMCmDeleteVc(VcHandle vc);

    /** An MCM has activated a VC, or changed its parameters. */
    NdisStatus NdisMCmActivateVc(VcHandle vc, Object parameters);

    NdisStatus NdisMCmDeactivateVc(VcHandle vc);

    // ---- calls; the calls of stand-alone call managers named NdisCm… are the same for MCMs

    NdisStatus NdisClMakeCall(VcHandle vc, Object parameters, @Nullable PartyHandle party);

    void NdisCmMakeCallComplete(NdisStatus status, VcHandle vc);

    NdisStatus NdisClCloseCall(VcHandle vc, @Nullable PartyHandle party);

    void NdisCmCloseCallComplete(NdisStatus status, VcHandle vc);

    NdisStatus NdisCmDispatchIncomingCall(SapHandle sap, VcHandle vc, Object parameters);

    void NdisClIncomingCallComplete(NdisStatus status, VcHandle vc);

    void NdisCmDispatchCallConnected(VcHandle vc);

    /** The other end, or a reset, has closed the call; the VC stays. */
    void NdisCmDispatchIncomingCloseCall(NdisStatus why, VcHandle vc);

    /** {@code null} if the call manager refuses. */
    @Nullable
    PartyHandle NdisClAddParty(VcHandle vc, Object parameters);

    void NdisCmAddPartyComplete(NdisStatus status, PartyHandle party);

    NdisStatus NdisClDropParty(PartyHandle party);

    void NdisCmDispatchIncomingDropParty(NdisStatus why, PartyHandle party);

    // ---- data and requests

    /** Nothing is returned; each list comes back by ProtocolCoSendNetBufferListsComplete, also if it is refused. */
    void NdisCoSendNetBufferLists(VcHandle vc, NetBufferList lists, int flags);

    /**
     * Asks the miniport, or the other end of an address family.
     *
     * @param family {@code null} for the miniport
     */
    NdisStatus NdisCoOidRequest(
            BindingHandle binding,
            @Nullable AfHandle family,
            @Nullable VcHandle vc,
            @Nullable PartyHandle party,
            OidRequest request);

    /** A ProtocolCoOidRequest had returned PENDING. */
    void NdisCoOidRequestComplete(OidRequest request, NdisStatus status);

    // ---- miniports

    void NdisMCoActivateVcComplete(NdisStatus status, VcHandle vc);

    void NdisMCoDeactivateVcComplete(NdisStatus status, VcHandle vc);

    void NdisMCoSendNetBufferListsComplete(VcHandle vc, NetBufferList lists, int flags);

    void NdisMCoOidRequestComplete(MiniportAdapterHandle adapter, OidRequest request, NdisStatus status);

    /**
     * Tells the protocol whose VC it is, or all.
     *
     * @param vc {@code null} for all bindings of the adapter
     */
    void NdisMCoIndicateStatusEx(MiniportAdapterHandle adapter, @Nullable VcHandle vc, StatusIndication indication);
}
