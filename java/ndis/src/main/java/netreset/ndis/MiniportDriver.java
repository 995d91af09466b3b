// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/**
 * A miniport driver: its handlers under NDIS's names. Each has a default that a well-behaved, boring adapter could have; a
 * handler that is to run in steps ends with {@code return ndis().script(…)}.
 *
 * @param <C> its MiniportAdapterContext
 */
@SuppressWarnings("MemberName") // C's names
public interface MiniportDriver<C extends AdapterContext> {
    /** The NDIS it calls. */
    Ndis ndis();

    /** Makes what it keeps for a new adapter. */
    C newContext(MiniportAdapterHandle handle);

    /** PASSIVE. Must call NdisMSetMiniportAttributes; a failure's adapter comes to nothing. */
    default NdisStatus MiniportInitializeEx(MiniportAdapterHandle handle) {
        ndis().NdisMSetMiniportAttributes(handle, MiniportAttributes.of(newContext(handle)));
        return NdisStatus.SUCCESS;
    }

    /** PASSIVE. */
    default void MiniportHaltEx(C adapter, HaltAction action) {}

    /** PASSIVE. SUCCESS, or PENDING and later NdisMPauseComplete. */
    default NdisStatus MiniportPause(C adapter) {
        return NdisStatus.SUCCESS;
    }

    /** PASSIVE. SUCCESS, a failure, or PENDING and later NdisMRestartComplete. */
    default NdisStatus MiniportRestart(C adapter) {
        return NdisStatus.SUCCESS;
    }

    /** Any level, on a bug check; else PASSIVE. */
    default void MiniportShutdownEx(C adapter) {}

    /** PASSIVE. */
    default void MiniportDevicePnPEventNotify(C adapter, DevicePnPEvent event) {}

    /** PASSIVE. A result, or PENDING and later NdisMOidRequestComplete. */
    default NdisStatus MiniportOidRequest(C adapter, OidRequest request) {
        return NdisStatus.SUCCESS;
    }

    /** DISPATCH or lower. For the request with this id, if it is still there. */
    default void MiniportCancelOidRequest(C adapter, OidRequest request) {}

    /** Any level the caller has; not serialised with anything but halt. */
    default NdisStatus MiniportSynchronousOidRequest(C adapter, OidRequest request) {
        return NdisStatus.NOT_SUPPORTED;
    }

    /** DISPATCH or lower. Each list of the chain comes back by NdisMSendNetBufferListsComplete. */
    default void MiniportSendNetBufferLists(C adapter, NetBufferList lists, int portNumber, int flags) {
        for (NetBufferList list = lists; list != null; list = list.next()) {
            list.status(NdisStatus.SUCCESS);
        }
        ndis().NdisMSendNetBufferListsComplete(adapter.handle(), lists, 0);
    }

    /** DISPATCH or lower. For lists with this cancel id, if they are still there. */
    default void MiniportCancelSend(C adapter, Object cancelId) {}

    /** DISPATCH or lower. Received lists come back. */
    default void MiniportReturnNetBufferLists(C adapter, NetBufferList lists, int flags) {}

    /**
     * DISPATCH or lower. Resets the hardware.
     *
     * @param addressingReset out: whether NDIS is to restore the addressing
     * @return SUCCESS, SOFT_ERRORS, HARD_ERRORS, RESET_IN_PROGRESS, or PENDING and later NdisMResetComplete
     */
    default NdisStatus MiniportResetEx(C adapter, AddressingReset addressingReset) {
        addressingReset.set(false);
        return NdisStatus.SUCCESS;
    }

    /** PASSIVE. Whether the hardware hangs. */
    default boolean MiniportCheckForHangEx(C adapter) {
        return false;
    }

    /** DIRQL. Whether MiniportInterruptDPC is to run. */
    default boolean MiniportInterrupt(C adapter) {
        return true;
    }

    /** DISPATCH. */
    default void MiniportInterruptDPC(C adapter) {}
}
