// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.InterruptHandle;
import netreset.ndis.Irql;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.Ndis;
import netreset.ndis.NdisEvent;
import netreset.ndis.NdisHandle;
import netreset.ndis.NdisSpinLock;
import netreset.ndis.NdisStatus;
import netreset.ndis.Script;
import netreset.ndis.TimerHandle;
import netreset.ndis.WorkItemHandle;
import netreset.ndis.sim.Agent;
import netreset.ndis.sim.Recorder;
import netreset.ndis.sim.Simulation;
import netreset.ndis.trace.Trace;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** What all drivers call: locks, levels, events, timers, work items, interrupts. */
@SuppressWarnings("MemberName") // C's names
abstract class CommonCalls implements Ndis {
    private static final long NANOS_PER_MICRO = 1000;
    private static final int MAX_STALL_MICROS = 50;

    final Simulation simulation;
    final Kernel kernel;
    private final Locks locks;
    final List<AdapterBlock> adapters = new ArrayList<>();
    final List<TimerBlock> timers = new ArrayList<>();
    final List<InterruptBlock> interrupts = new ArrayList<>();
    private final List<Routine> workItems = new ArrayList<>();

    CommonCalls(Settings settings, Simulation simulation, @Nullable Trace trace) {
        this.simulation = simulation;
        this.kernel = new Kernel((NdisLibrary) this, simulation, new Recorder(simulation, trace), settings);
        this.locks = new Locks(kernel);
    }

    static <B> @Nullable B at(List<B> blocks, NdisHandle handle) {
        return handle.index() < blocks.size() ? blocks.get(handle.index()) : null;
    }

    @Override
    public void NdisStallExecution(int microseconds) {
        if (microseconds > MAX_STALL_MICROS) {
            kernel.violation(51, null, "a stall of " + microseconds + " µs; " + MAX_STALL_MICROS + " are allowed");
        }
        kernel.log.event(What.STALL, null, "driver", "ndis", microseconds + " µs");
        simulation.spend(microseconds * NANOS_PER_MICRO);
        simulation.preempt();
    }

    @Override
    public void NdisAcquireSpinLock(NdisSpinLock lock) {
        simulation.preempt();
        locks.acquire(lock, false);
        lockEvent(What.LOCK, lock);
    }

    @Override
    public void NdisReleaseSpinLock(NdisSpinLock lock) {
        lockEvent(What.UNLOCK, lock);
        locks.release(lock, false);
        simulation.preempt();
    }

    @Override
    public void NdisDprAcquireSpinLock(NdisSpinLock lock) {
        simulation.preempt();
        locks.acquire(lock, true);
        lockEvent(What.LOCK, lock);
    }

    @Override
    public void NdisDprReleaseSpinLock(NdisSpinLock lock) {
        lockEvent(What.UNLOCK, lock);
        locks.release(lock, true);
        simulation.preempt();
    }

    private void lockEvent(What what, NdisSpinLock lock) {
        kernel.log.event(what, null, "driver", "ndis", lock.name());
    }

    @Override
    public int NDIS_RAISE_IRQL_TO_DISPATCH() {
        int before = kernel.current().irql();
        kernel.isAbove(Irql.DISPATCH, 0, null, "NDIS_RAISE_IRQL_TO_DISPATCH");
        kernel.current().irql(Math.max(before, Irql.DISPATCH));
        return before;
    }

    @Override
    public void NDIS_LOWER_IRQL(int irql) {
        kernel.current().irql(irql);
    }

    @Override
    public int NDIS_CURRENT_IRQL() {
        return kernel.current().irql();
    }

    @Override
    public void NdisSetEvent(NdisEvent event) {
        event.signal(true);
        simulation.preempt();
    }

    @Override
    public void NdisResetEvent(NdisEvent event) {
        event.signal(false);
    }

    @Override
    public void NdisWaitEvent(NdisEvent event) {
        kernel.isAbove(Irql.PASSIVE, 0, null, "NdisWaitEvent");
        simulation.await(event::isSet);
    }

    @Override
    public TimerHandle NdisAllocateTimerObject(MiniportAdapterHandle adapterHandle, String name, Runnable function) {
        AdapterBlock adapter = adapters.get(adapterHandle.index());
        TimerHandle handle = new TimerHandle(name, timers.size(), 0);
        Agent agent = simulation.agent("timer " + name, Irql.DISPATCH);
        timers.add(new TimerBlock(kernel, handle, new Routine(kernel, adapter, What.TIMER, name, function, agent)));
        return handle;
    }

    @Override
    public boolean NdisSetTimerObject(TimerHandle timer, long dueNanos, long periodNanos) {
        kernel.isAbove(Irql.DISPATCH, 0, null, "NdisSetTimerObject");
        return timers.get(timer.index()).set(dueNanos, periodNanos);
    }

    @Override
    public boolean NdisCancelTimerObject(TimerHandle timer) {
        kernel.isAbove(Irql.DISPATCH, 0, null, "NdisCancelTimerObject");
        return timers.get(timer.index()).cancel();
    }

    @Override
    public WorkItemHandle NdisAllocateIoWorkItem(MiniportAdapterHandle adapterHandle, String name, Runnable function) {
        AdapterBlock adapter = adapters.get(adapterHandle.index());
        WorkItemHandle handle = new WorkItemHandle(name, workItems.size(), 0);
        Agent agent = simulation.agent("worker " + name, Irql.PASSIVE);
        workItems.add(new Routine(kernel, adapter, What.WORK_ITEM, name, function, agent));
        return handle;
    }

    @Override
    public void NdisQueueIoWorkItem(WorkItemHandle workItem) {
        kernel.isAbove(Irql.DISPATCH, 0, null, "NdisQueueIoWorkItem");
        if (!workItems.get(workItem.index()).queue()) {
            kernel.violation(0, null, "work item " + workItem.name() + " is queued twice");
        }
        simulation.preempt();
    }

    @Override
    public InterruptHandle NdisMRegisterInterruptEx(MiniportAdapterHandle adapterHandle) {
        AdapterBlock adapter = adapters.get(adapterHandle.index());
        InterruptHandle handle = new InterruptHandle(adapter.name, interrupts.size(), 0);
        interrupts.add(new InterruptBlock(kernel, adapter, handle));
        return handle;
    }

    @Override
    public void NdisMDeregisterInterruptEx(InterruptHandle interrupt) {
        interrupts.get(interrupt.index()).registered = false;
    }

    @Override
    public void NdisMQueueDpc(InterruptHandle interrupt) {
        interrupts.get(interrupt.index()).dpc.queue();
        simulation.preempt();
    }

    @Override
    public long nanoTime() {
        return simulation.now();
    }

    @Override
    public NdisStatus script(Script script) {
        kernel.current().continueWith(script);
        return NdisStatus.PENDING;
    }
}
