// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import netreset.ndis.NdisStatus;
import netreset.ndis.OidRequest;
import org.jspecify.annotations.Nullable;

/** What the client and the call manager of an address family hear of each other. DISPATCH or lower. */
@SuppressWarnings("MemberName") // C's names
public interface Peer {
    /** The other one has created a VC: returns what this one keeps for it. */
    default VcContext ProtocolCoCreateVc(AfHandle family, VcHandle vc) {
        return new VcContext();
    }

    /** The other one has deleted the VC. */
    default NdisStatus ProtocolCoDeleteVc(VcContext vc) {
        return NdisStatus.SUCCESS;
    }

    /** The other one asks: a result; PENDING and a later NdisCoOidRequestComplete. */
    default NdisStatus ProtocolCoOidRequest(
            AfHandle family, @Nullable VcContext vc, @Nullable PartyHandle party, OidRequest request) {
        return NdisStatus.SUCCESS;
    }
}
