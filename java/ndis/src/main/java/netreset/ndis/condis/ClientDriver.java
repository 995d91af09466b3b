// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import netreset.ndis.BindingContext;
import netreset.ndis.NdisStatus;

/**
 * A connection-oriented client: it makes calls and takes them. DISPATCH or lower, but for the notice of an address family.
 *
 * @param <B> its ProtocolBindingContext
 */
@SuppressWarnings("MemberName") // C's names
public interface ClientDriver<B extends BindingContext> extends CoProtocolDriver<B>, Peer {
    /** PASSIVE. A call manager offers a family on this binding's adapter: NdisClOpenAddressFamilyEx opens it. */
    default void ProtocolCoAfRegisterNotify(B binding, String family) {}

    /** NdisClMakeCall had returned PENDING. */
    default void ProtocolClMakeCallComplete(VcContext vc, NdisStatus status) {}

    /** Somebody calls: SUCCESS to take it, a failure, or PENDING and later NdisClIncomingCallComplete. */
    default NdisStatus ProtocolClIncomingCall(SapHandle sap, VcContext vc, Object parameters) {
        return NdisStatus.SUCCESS;
    }

    /** The taken call is up: data can flow. */
    default void ProtocolClCallConnected(VcContext vc) {}

    /** The call is closed by the other end, or by a reset: the client closes its end with NdisClCloseCall. */
    default void ProtocolClIncomingCloseCall(NdisStatus why, VcContext vc) {
        coNdis().NdisClCloseCall(vc.handle(), null);
    }

    /** NdisClCloseCall had returned PENDING. The VC can be used for another call, or be deleted. */
    default void ProtocolClCloseCallComplete(VcContext vc, NdisStatus status) {}

    /** NdisClAddParty had returned PENDING. */
    default void ProtocolClAddPartyComplete(PartyHandle party, NdisStatus status) {}

    /** A party is gone: the client drops it with NdisClDropParty. */
    default void ProtocolClIncomingDropParty(NdisStatus why, PartyHandle party) {
        coNdis().NdisClDropParty(party);
    }
}
