// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/**
 * A filter driver: its handlers under NDIS's names; each passes on what it gets.
 *
 * @param <F> its FilterModuleContext
 */
@SuppressWarnings("MemberName") // C's names
public interface FilterDriver<F extends FilterContext> {
    /** The NDIS it calls. */
    Ndis ndis();

    /** Makes what it keeps for a new module: FilterAttach. */
    F newContext(FilterHandle handle);

    /** PASSIVE. */
    default void FilterDetach(F module) {}

    /** PASSIVE. */
    default NdisStatus FilterPause(F module) {
        return NdisStatus.SUCCESS;
    }

    /** PASSIVE. */
    default NdisStatus FilterRestart(F module) {
        return NdisStatus.SUCCESS;
    }

    /** DISPATCH or lower. Passes it up with NdisFIndicateStatus, or swallows it. */
    default void FilterStatus(F module, StatusIndication indication) {
        ndis().NdisFIndicateStatus(module.handle(), indication);
    }

    /** DISPATCH or lower. Passes lists down with NdisFSendNetBufferLists, or gives them back. */
    default void FilterSendNetBufferLists(F module, NetBufferList lists, int portNumber, int flags) {
        ndis().NdisFSendNetBufferLists(module.handle(), lists, portNumber, flags);
    }

    /** DISPATCH or lower. Passes lists that come back up with NdisFSendNetBufferListsComplete. */
    default void FilterSendNetBufferListsComplete(F module, NetBufferList lists, int flags) {
        ndis().NdisFSendNetBufferListsComplete(module.handle(), lists, flags);
    }

    /** PASSIVE. Passes the request down with NdisFOidRequest, or answers it. */
    default NdisStatus FilterOidRequest(F module, OidRequest request) {
        return ndis().NdisFOidRequest(module.handle(), request);
    }

    /** DISPATCH or lower. NdisFOidRequest had returned PENDING. */
    default void FilterOidRequestComplete(F module, OidRequest request, NdisStatus status) {
        ndis().NdisFOidRequestComplete(module.handle(), request, status);
    }
}
