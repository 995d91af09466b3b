// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/**
 * What drivers call, under NDIS's names. Levels: PASSIVE or DISPATCH unless said otherwise; a call at a wrong level, with
 * a stale handle, or out of turn is a violation that the run's result lists, or a bug check that ends the run.
 */
@SuppressWarnings("MemberName") // C's names
public interface Ndis {
    /** The lists are only lent: NDIS_RECEIVE_FLAGS_RESOURCES. */
    int RECEIVE_FLAGS_RESOURCES = 0x4;

    // ---- miniports

    <C extends AdapterContext> MiniportDriverHandle NdisMRegisterMiniportDriver(
            MiniportDriver<C> driver, MiniportCharacteristics characteristics);

    /** Only from MiniportInitializeEx. */
    void NdisMSetMiniportAttributes(MiniportAdapterHandle adapter, MiniportAttributes attributes);

    /** NDIS 6.30. Asks for a reset that happens later, if at all; says nothing of it. */
    void NdisMResetMiniport(MiniportAdapterHandle adapter);

    /** Once for each MiniportResetEx that returned PENDING, with no spin lock held. NDIS 5: at DISPATCH only. */
    void NdisMResetComplete(MiniportAdapterHandle adapter, NdisStatus status, boolean addressingReset);

    void NdisMSendNetBufferListsComplete(MiniportAdapterHandle adapter, NetBufferList lists, int flags);

    void NdisMOidRequestComplete(MiniportAdapterHandle adapter, OidRequest request, NdisStatus status);

    void NdisMIndicateStatusEx(MiniportAdapterHandle adapter, StatusIndication indication);

    void NdisMIndicateReceiveNetBufferLists(
            MiniportAdapterHandle adapter, NetBufferList lists, int portNumber, int flags);

    void NdisMPauseComplete(MiniportAdapterHandle adapter);

    void NdisMRestartComplete(MiniportAdapterHandle adapter, NdisStatus status);

    /** Gives an adapter up that is beyond repair: it will be halted. */
    NdisStatus NdisMRemoveMiniport(MiniportAdapterHandle adapter);

    void NdisWriteErrorLogEntry(MiniportAdapterHandle adapter, int errorCode, String text);

    // ---- protocols

    <B extends BindingContext> ProtocolDriverHandle NdisRegisterProtocolDriver(ProtocolDriver<B> driver, String name);

    /** PASSIVE. Opens a binding; {@code binding} learns its handle before anything else is told to it. */
    NdisStatus NdisOpenAdapterEx(ProtocolDriverHandle protocol, BindingContext binding, BindParameters adapter);

    /** PASSIVE. SUCCESS, or PENDING while lists or requests of the binding are outstanding. */
    NdisStatus NdisCloseAdapterEx(BindingHandle binding);

    void NdisSendNetBufferLists(BindingHandle binding, NetBufferList lists, int portNumber, int flags);

    void NdisCancelSendNetBufferLists(BindingHandle binding, Object cancelId);

    NdisStatus NdisOidRequest(BindingHandle binding, OidRequest request);

    NdisStatus NdisSynchronousOidRequest(BindingHandle binding, OidRequest request);

    void NdisCancelOidRequest(BindingHandle binding, OidRequest request);

    void NdisReturnNetBufferLists(BindingHandle binding, NetBufferList lists, int flags);

    /** NDIS 5 only: a protocol asks for a reset. */
    NdisStatus NdisReset(BindingHandle binding);

    // ---- filters

    <F extends FilterContext> FilterDriverHandle NdisFRegisterFilterDriver(
            FilterDriver<F> driver, FilterCharacteristics characteristics);

    void NdisFIndicateStatus(FilterHandle filter, StatusIndication indication);

    void NdisFSendNetBufferLists(FilterHandle filter, NetBufferList lists, int portNumber, int flags);

    void NdisFSendNetBufferListsComplete(FilterHandle filter, NetBufferList lists, int flags);

    NdisStatus NdisFOidRequest(FilterHandle filter, OidRequest request);

    void NdisFOidRequestComplete(FilterHandle filter, OidRequest request, NdisStatus status);

    // ---- for all

    /** Keeps the processor busy: at most 50 µs a call. Any level. */
    void NdisStallExecution(int microseconds);

    void NdisAcquireSpinLock(NdisSpinLock lock);

    void NdisReleaseSpinLock(NdisSpinLock lock);

    /** For those who are at DISPATCH anyway. */
    void NdisDprAcquireSpinLock(NdisSpinLock lock);

    void NdisDprReleaseSpinLock(NdisSpinLock lock);

    /** Returns the level before. */
    int NDIS_RAISE_IRQL_TO_DISPATCH();

    void NDIS_LOWER_IRQL(int irql);

    int NDIS_CURRENT_IRQL();

    void NdisSetEvent(NdisEvent event);

    void NdisResetEvent(NdisEvent event);

    /** PASSIVE. Waits, while others run. In a script, {@link Steps#await} is the better way. */
    void NdisWaitEvent(NdisEvent event);

    /** Its function runs at DISPATCH. */
    TimerHandle NdisAllocateTimerObject(MiniportAdapterHandle adapter, String name, Runnable function);

    /** Starts it anew. Returns whether it was running. */
    boolean NdisSetTimerObject(TimerHandle timer, long dueNanos, long periodNanos);

    /** Returns whether it was running, that is whether its function won't run any more. */
    boolean NdisCancelTimerObject(TimerHandle timer);

    /** Its function runs at PASSIVE. */
    WorkItemHandle NdisAllocateIoWorkItem(MiniportAdapterHandle adapter, String name, Runnable function);

    void NdisQueueIoWorkItem(WorkItemHandle workItem);

    InterruptHandle NdisMRegisterInterruptEx(MiniportAdapterHandle adapter);

    void NdisMDeregisterInterruptEx(InterruptHandle interrupt);

    /** Queues MiniportInterruptDPC, as the interrupt does. */
    void NdisMQueueDpc(InterruptHandle interrupt);

    /** The model's time in nanoseconds: NdisGetSystemUpTimeEx, finer. */
    long nanoTime();

    // ---- the model's own

    /** What a handler returns that goes on in steps: {@code return ndis().script(new Steps()…);}. */
    NdisStatus script(Script script);

    /** For a handler that answers a boolean, or nothing. */
    default boolean scriptAnswer(Script script) {
        script(script);
        return false;
    }
}
