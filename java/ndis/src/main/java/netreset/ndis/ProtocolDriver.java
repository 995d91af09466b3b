// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

import org.jspecify.annotations.Nullable;

/**
 * A protocol driver, or the lower edge of an intermediate one: its handlers under NDIS's names.
 *
 * @param <B> its ProtocolBindingContext
 */
@SuppressWarnings("MemberName") // C's names
public interface ProtocolDriver<B extends BindingContext> {
    /** The NDIS it calls. */
    Ndis ndis();

    /** Makes what it keeps for a new binding; {@code null} to stay away from this adapter. */
    @Nullable
    B newContext(BindParameters adapter);

    /** PASSIVE. Opens a binding, or several, with NdisOpenAdapterEx, or none. */
    default NdisStatus ProtocolBindAdapterEx(ProtocolDriverHandle protocol, BindParameters adapter) {
        B context = newContext(adapter);
        return context == null ? NdisStatus.NOT_SUPPORTED : ndis().NdisOpenAdapterEx(protocol, context, adapter);
    }

    /** PASSIVE. Closes the binding with NdisCloseAdapterEx. */
    default NdisStatus ProtocolUnbindAdapterEx(B binding) {
        return ndis().NdisCloseAdapterEx(binding.handle());
    }

    /** PASSIVE. NdisCloseAdapterEx had returned PENDING. */
    default void ProtocolCloseAdapterCompleteEx(B binding) {}

    /** DISPATCH or lower. */
    default void ProtocolStatusEx(B binding, StatusIndication indication) {}

    /** DISPATCH or lower. Lists that were sent come back. */
    default void ProtocolSendNetBufferListsComplete(B binding, NetBufferList lists, int flags) {}

    /** DISPATCH or lower. NdisOidRequest had returned PENDING. */
    default void ProtocolOidRequestComplete(B binding, OidRequest request, NdisStatus status) {}

    /** DISPATCH or lower. Received lists; with flag RESOURCES they're only lent, else they're given back later. */
    default void ProtocolReceiveNetBufferLists(B binding, NetBufferList lists, int portNumber, int flags) {
        if ((flags & Ndis.RECEIVE_FLAGS_RESOURCES) == 0) {
            ndis().NdisReturnNetBufferLists(binding.handle(), lists, 0);
        }
    }

    /** PASSIVE. */
    default void ProtocolNetPnPEvent(B binding, NetPnPEvent event) {}

    /** NDIS 5 only: a reset that NdisReset returned PENDING for, or another binding's, is over. */
    default void ProtocolResetComplete(B binding, NdisStatus status) {}
}
