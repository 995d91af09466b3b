// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import netreset.ndis.NdisStatus;
import org.jspecify.annotations.Nullable;

/**
 * Signals for clients: a stand-alone one is a {@link CoProtocolDriver} besides, an MCM is a {@link CoMiniportDriver}.
 * DISPATCH or lower. A handler that returns a status may return PENDING if NDIS has a call that completes it.
 */
@SuppressWarnings("MemberName") // C's names
public interface CallManager extends Peer {
    default NdisStatus ProtocolCmOpenAf(AfHandle family) {
        return NdisStatus.SUCCESS;
    }

    default void ProtocolCmCloseAf(AfHandle family) {}

    default NdisStatus ProtocolCmRegisterSap(AfHandle family, SapHandle sap, Object address) {
        return NdisStatus.SUCCESS;
    }

    default void ProtocolCmDeregisterSap(SapHandle sap) {}

    /**
     * Activates the VC and signals. Completed by NdisCmMakeCallComplete.
     *
     * @param party the first party of a multipoint call; {@code null} for an ordinary one
     */
    default NdisStatus ProtocolCmMakeCall(VcContext vc, Object parameters, @Nullable PartyHandle party) {
        return NdisStatus.NOT_SUPPORTED;
    }

    /** Signals the end and deactivates the VC. Completed by NdisCmCloseCallComplete. */
    default NdisStatus ProtocolCmCloseCall(VcContext vc, @Nullable PartyHandle party) {
        return NdisStatus.SUCCESS;
    }

    /** What the client said to NdisCmDispatchIncomingCall. */
    default void ProtocolCmIncomingCallComplete(NdisStatus status, VcContext vc) {}

    /** Completed by NdisCmAddPartyComplete. */
    default NdisStatus ProtocolCmAddParty(VcContext vc, PartyHandle party, Object parameters) {
        return NdisStatus.SUCCESS;
    }

    default void ProtocolCmDropParty(PartyHandle party) {}

    /** Stand-alone only: NdisCmActivateVc had returned PENDING. */
    default void ProtocolCmActivateVcComplete(NdisStatus status, VcContext vc) {}

    /** Stand-alone only: NdisCmDeactivateVc had returned PENDING. */
    default void ProtocolCmDeactivateVcComplete(NdisStatus status, VcContext vc) {}
}
