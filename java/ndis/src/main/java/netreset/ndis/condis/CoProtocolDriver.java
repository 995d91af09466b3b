// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import netreset.ndis.BindingContext;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.StatusIndication;
import org.jspecify.annotations.Nullable;

/**
 * A connection-oriented protocol driver: a client ({@link ClientDriver}), or a stand-alone call manager if it implements
 * {@link CallManager} too. Bindings to an adapter that isn't connection-oriented are as any protocol's.
 *
 * @param <B> its ProtocolBindingContext
 */
@SuppressWarnings("MemberName") // C's names
public interface CoProtocolDriver<B extends BindingContext> extends ProtocolDriver<B> {
    /** The connection-oriented part of the NDIS it calls. */
    CoNdis coNdis();

    /**
     * DISPATCH or lower, one at a time for each binding.
     *
     * @param vc the VC it is about; {@code null} for the whole binding, as with RESET_START and RESET_END
     */
    default void ProtocolCoStatusEx(B binding, @Nullable VcContext vc, StatusIndication indication) {}

    /** DISPATCH or lower. Lists that were sent on a VC come back. */
    default void ProtocolCoSendNetBufferListsComplete(VcContext vc, NetBufferList lists, int flags) {}

    /** DISPATCH or lower. NdisCoOidRequest had returned PENDING. */
    default void ProtocolCoOidRequestComplete(B binding, OidRequest request, NdisStatus status) {}
}
