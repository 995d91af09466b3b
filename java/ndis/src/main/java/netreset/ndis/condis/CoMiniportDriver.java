// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import netreset.ndis.AdapterContext;
import netreset.ndis.MiniportDriver;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import org.jspecify.annotations.Nullable;

/**
 * A connection-oriented miniport driver, registered with {@link netreset.ndis.MiniportCharacteristics#withCondis}. One that
 * is its own call manager (an MCM) implements {@link CallManager} too. All these handlers run at DISPATCH or lower.
 *
 * @param <C> its MiniportAdapterContext
 */
@SuppressWarnings("MemberName") // C's names
public interface CoMiniportDriver<C extends AdapterContext> extends MiniportDriver<C> {
    /** The connection-oriented part of the NDIS it calls. */
    CoNdis coNdis();

    /** A VC is created: returns what the miniport keeps for it. */
    default VcContext MiniportCoCreateVc(C adapter, VcHandle vc) {
        return new VcContext();
    }

    /** SUCCESS or a failure, and never PENDING. */
    default NdisStatus MiniportCoDeleteVc(VcContext vc) {
        return NdisStatus.SUCCESS;
    }

    /**
     * The first time or, to change the parameters, again. SUCCESS, a failure, which leaves the VC as it was, or PENDING and
     * later NdisMCoActivateVcComplete.
     */
    default NdisStatus MiniportCoActivateVc(VcContext vc, @Nullable Object parameters) {
        return NdisStatus.SUCCESS;
    }

    /** Once its sends are done. SUCCESS, or PENDING and later NdisMCoDeactivateVcComplete. */
    default NdisStatus MiniportCoDeactivateVc(VcContext vc) {
        return NdisStatus.SUCCESS;
    }

    /** Takes every list; each comes back by NdisMCoSendNetBufferListsComplete. */
    default void MiniportCoSendNetBufferLists(VcContext vc, NetBufferList lists, int flags) {
        for (NetBufferList list = lists; list != null; list = list.next()) {
            list.status(NdisStatus.SUCCESS);
        }
        coNdis().NdisMCoSendNetBufferListsComplete(vc.handle(), lists, flags);
    }

    /**
     * There may be several at a time. A result, or PENDING and later NdisMCoOidRequestComplete.
     *
     * @param vc {@code null} if it is about the adapter
     */
    default NdisStatus MiniportCoOidRequest(C adapter, @Nullable VcContext vc, OidRequest request) {
        return NdisStatus.SUCCESS;
    }
}
