// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import netreset.ndis.AdapterContext;
import netreset.ndis.BindParameters;
import netreset.ndis.BindingContext;
import netreset.ndis.BindingHandle;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.FilterCharacteristics;
import netreset.ndis.FilterContext;
import netreset.ndis.FilterDriver;
import netreset.ndis.FilterDriverHandle;
import netreset.ndis.FilterHandle;
import netreset.ndis.HaltAction;
import netreset.ndis.InterruptHandle;
import netreset.ndis.Irql;
import netreset.ndis.MediaConnectState;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportAttributes;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.MiniportDriver;
import netreset.ndis.MiniportDriverHandle;
import netreset.ndis.Ndis;
import netreset.ndis.NdisEvent;
import netreset.ndis.NdisHandle;
import netreset.ndis.NdisSpinLock;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.PowerState;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.ProtocolDriverHandle;
import netreset.ndis.Script;
import netreset.ndis.StatusIndication;
import netreset.ndis.TimerHandle;
import netreset.ndis.WorkItemHandle;
import netreset.ndis.rules.Profile;
import netreset.ndis.rules.Violation;
import netreset.ndis.sim.Agent;
import netreset.ndis.sim.Recorder;
import netreset.ndis.sim.Simulation;
import netreset.ndis.sim.Watcher;
import netreset.ndis.trace.Trace;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/**
 * NDIS. Drivers call it by {@link Ndis}; who runs the model calls the rest: adds adapters, pulls cables, asks what came of
 * it. Each entry checks the caller's level and handle and then leaves the work to the part whose it is.
 */
@SuppressWarnings("MemberName") // C's names
public final class NdisLibrary implements Ndis, Watcher, Digestible {
    private static final long NANOS_PER_MICRO = 1000;
    private static final int MAX_STALL_MICROS = 50;
    private static final long LATER = 1L << 32;

    private final Simulation simulation;
    private final Kernel kernel;
    private final Receives receives;
    private final Locks locks;
    private final Set<Integer> fourTickOids = new TreeSet<>();

    private final List<DriverBlock> drivers = new ArrayList<>();
    private final List<ProtocolBlock> protocols = new ArrayList<>();
    private final List<FilterBlock> filterDrivers = new ArrayList<>();
    private final List<AdapterBlock> adapters = new ArrayList<>();
    private final List<Binding> bindings = new ArrayList<>();
    private final List<FilterModule> filters = new ArrayList<>();
    private final List<TimerBlock> timers = new ArrayList<>();
    private final List<Routine> workItems = new ArrayList<>();
    private final List<InterruptBlock> interrupts = new ArrayList<>();
    private final Map<String, AdapterBlock> byName = new LinkedHashMap<>();
    private @Nullable ConnectionOriented condis;

    /**
     * @param trace who gets the events; {@code null} for nobody, which is fast
     */
    public NdisLibrary(Settings settings, Simulation simulation, @Nullable Trace trace) {
        this.simulation = simulation;
        this.kernel = new Kernel(this, simulation, new Recorder(simulation, trace), settings);
        this.receives = new Receives(kernel);
        this.locks = new Locks(kernel);
        simulation.watcher(this);
    }

    // ---- for whoever runs the model

    public Simulation simulation() {
        return simulation;
    }

    /** Makes events of what isn't the library's doing, as of a real device. */
    public Recorder recorder() {
        return kernel.log;
    }

    /** OIDs whose requests are given four ticks and not two; which these are is published nowhere. */
    public void fourTickOids(int... oids) {
        for (int oid : oids) {
            fourTickOids.add(oid);
        }
    }

    boolean isFourTick(int oid) {
        return !fourTickOids.isEmpty() && fourTickOids.contains(oid);
    }

    /** Plugs an adapter in: it is initialized, restarted and offered to the protocols, all on its thread of its own. */
    public MiniportAdapterHandle addAdapter(MiniportDriverHandle driver, String name) {
        int generation = byName.containsKey(name) ? byName.get(name).handle.generation() + 1 : 0;
        MiniportAdapterHandle handle = new MiniportAdapterHandle(name, adapters.size(), generation);
        AdapterBlock adapter = new AdapterBlock(kernel, drivers.get(driver.index()), handle);
        adapters.add(adapter);
        byName.put(name, adapter);
        adapter.life.start();
        return handle;
    }

    /** The adapter of that name, the newest if there were several. */
    public AdapterBlock adapter(String name) {
        AdapterBlock adapter = byName.get(name);
        if (adapter == null) {
            throw new IllegalArgumentException("no adapter " + name);
        }
        return adapter;
    }

    /** Offers an adapter to protocols that aren't bound to it. */
    public void bind(String adapter) {
        adapter(adapter).life.bind();
    }

    /** Asks a protocol to close its bindings to an adapter. */
    public void unbind(String protocol, String adapter) {
        adapter(adapter).life.unbind(protocol);
    }

    public void pause(String adapter) {
        adapter(adapter).life.pause();
    }

    public void restart(String adapter) {
        adapter(adapter).life.restart();
    }

    public void halt(String adapter) {
        adapter(adapter).life.halt(HaltAction.DISABLED);
    }

    public void surpriseRemove(String adapter) {
        adapter(adapter).life.surpriseRemove();
    }

    public void shutdown(String adapter) {
        adapter(adapter).life.shutdown();
    }

    /** Attaches a module of a registered filter on top of an adapter's others: all is paused for that. */
    public void attach(String filter, String adapter) {
        adapter(adapter).life.attach(filter);
    }

    public void detach(String filter, String adapter) {
        adapter(adapter).life.detach(filter);
    }

    /** Puts an adapter to sleep, or wakes it: OID_PNP_SET_POWER, with a pause around unless the driver wants none. */
    public void power(String adapter, PowerState state) {
        adapter(adapter).life.power(state);
    }

    /** Resets an adapter, as a person at the console would. */
    public void operatorReset(String adapter) {
        AdapterBlock block = adapter(adapter);
        kernel.log.event(What.RESET_REQUEST, block.name, "operator", "ndis", null);
        if (block.hasResetHandler()) {
            block.reset.request(ResetReason.OPERATOR, null);
        } else {
            withoutHandler(block);
        }
    }

    /** The adapter's device interrupts. */
    public void interrupt(String adapter) {
        for (InterruptBlock interrupt : interrupts) {
            if (interrupt.adapter == adapter(adapter) && interrupt.registered) {
                interrupt.raise();
            }
        }
    }

    /** What the cable really does; the miniport has to notice and say so. */
    public void media(String adapter, MediaConnectState state) {
        adapter(adapter).link.media(state);
    }

    /** A thread of its own that does a script. */
    public Agent thread(String name, int irql, Script script) {
        Agent agent = simulation.agent("thread " + name, irql);
        agent.enqueue(new ScriptRun(kernel, script));
        return agent;
    }

    public List<Violation> violations() {
        return List.copyOf(kernel.violations());
    }

    /** Why Windows stopped; {@code null} if it didn't. */
    public @Nullable BugCheck bugCheck() {
        return kernel.bugCheck();
    }

    /** What should have come to an end and hasn't, a line for each adapter that has such. */
    public List<String> unfinished() {
        List<String> lines = new ArrayList<>();
        for (AdapterBlock adapter : adapters) {
            String line = adapter.unfinished();
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    // ---- for CoNDIS

    /** Adds what knows of connections; before anything is registered. */
    public void connectionOriented(ConnectionOriented part) {
        condis = part;
    }

    @Nullable
    ConnectionOriented condis() {
        return condis;
    }

    public Kernel kernel() {
        return kernel;
    }

    /** The adapter of a handle; {@code null}, and a violation of the rule, if it is stale. */
    public @Nullable AdapterBlock adapterOf(MiniportAdapterHandle handle, int rule, String call) {
        return adapter(handle, rule, call);
    }

    /** The binding of a handle; {@code null}, and a violation, if it is stale. */
    public @Nullable Binding bindingOf(BindingHandle handle, String call) {
        return binding(handle, call);
    }

    public void send(Binding binding, Channel channel, NetBufferList lists, int flags) {
        binding.adapter.sends.submit(binding, channel, lists, 0, flags);
    }

    public void sendComplete(AdapterBlock adapter, NetBufferList lists, int flags) {
        adapter.sends.complete(lists, flags);
    }

    /**
     * @param vc the miniport's context of the VC it is about; {@code null} if it is about the adapter
     */
    public NdisStatus oidRequest(Binding binding, @Nullable Object vc, OidRequest request) {
        return binding.adapter.oids.submit(binding, request, vc);
    }

    /** The protocol bindings of an adapter, in the order in which they're told things. */
    public List<Binding> bindings(AdapterBlock adapter) {
        List<Binding> all = new ArrayList<>();
        for (int i = 0; i < adapter.bindings.count(); i++) {
            all.add(adapter.bindings.get(i));
        }
        return all;
    }

    List<ProtocolBlock> protocols() {
        return protocols;
    }

    // ---- the simulation tells

    @Override
    public void stepped() {
        for (int i = 0; i < adapters.size(); i++) {
            adapters.get(i).check();
        }
    }

    @Override
    public void threw(Agent agent, Throwable thrown) {
        kernel.violation(0, null, "thrown by what " + agent.doing() + " calls: " + thrown);
        kernel.recordBugCheck(null, new BugCheck(BugCheck.EXCEPTION, 0, thrown.toString()));
    }

    @Override
    public void endless(Agent agent) {
        kernel.violation(0, null, "no end after " + simulation.steps() + " steps; last: " + agent.doing());
    }

    @Override
    public void stuck(Agent agent) {
        kernel.violation(0, null, agent.doing() + " waits for what nobody can do");
    }

    // ---- handles

    private static <B> @Nullable B at(List<B> blocks, NdisHandle handle) {
        return handle.index() < blocks.size() ? blocks.get(handle.index()) : null;
    }

    /** The adapter of a handle that a driver passed; reports a handle that is stale. */
    private @Nullable AdapterBlock adapter(MiniportAdapterHandle handle, int rule, String call) {
        AdapterBlock adapter = at(adapters, handle);
        if (adapter == null || adapter.handle != handle || adapter.state == AdapterState.HALTED) {
            kernel.violation(rule, handle.name(), call + " with the handle of an adapter that is halted");
            return null;
        }
        return adapter;
    }

    private @Nullable Binding binding(BindingHandle handle, String call) {
        Binding binding = at(bindings, handle);
        if (binding == null || binding.handle != handle || binding.closed) {
            kernel.violation(0, null, call + " with the handle of a binding that is closed: " + handle.name());
            return null;
        }
        return binding;
    }

    private FilterModule filter(FilterHandle handle) {
        return filters.get(handle.index());
    }

    /** A filter module for each filter driver. */
    void attachFilters(AdapterBlock adapter) {
        for (FilterBlock driver : filterDrivers) {
            attach(driver, adapter);
        }
    }

    private void attach(FilterBlock driver, AdapterBlock adapter) {
        int level = adapter.indications.filters().size();
        String name = driver.characteristics.name() + "/" + adapter.name;
        FilterHandle handle = new FilterHandle(name, filters.size(), 0);
        FilterModule module = new FilterModule(kernel, driver, adapter, handle, level);
        filters.add(module);
        adapter.indications.filters().add(module);
        module.attach();
    }

    /** On top of the others, unless it is there already. */
    void attach(String filter, AdapterBlock adapter) {
        for (FilterBlock driver : filterDrivers) {
            boolean there = false;
            for (FilterModule module : adapter.indications.filters()) {
                there |= module.driver == driver.driver;
            }
            if (!there && driver.characteristics.name().equals(filter)) {
                attach(driver, adapter);
            }
        }
    }

    /** Those above move down. Bindings that it kept RESET_START from hear nothing more of that reset. */
    void detach(String filter, AdapterBlock adapter) {
        List<FilterModule> modules = adapter.indications.filters();
        for (FilterModule module : List.copyOf(modules)) {
            if (module.characteristics.name().equals(filter)) {
                modules.remove(module);
                module.detach();
                if (adapter.reset.isAnnounced()) {
                    adapter.bindings.skipResetUnlessTold();
                }
            }
        }
        for (int i = 0; i < modules.size(); i++) {
            modules.get(i).level = i;
        }
    }

    /** MiniportHaltEx has returned: nothing of the adapter may be left. */
    void halted(AdapterBlock adapter) {
        for (FilterModule module : adapter.indications.filters()) {
            module.detach();
        }
        adapter.indications.filters().clear();
        if (adapter.co != null) {
            adapter.co.halted(adapter);
        }
        for (TimerBlock timer : timers) {
            if (timer.routine.adapter == adapter && timer.cancel()) {
                kernel.violation(0, adapter.name, "timer " + timer.handle.name() + " is still set after the halt");
            }
        }
    }

    /** After a shutdown nothing of the adapter is called. */
    void silence(AdapterBlock adapter) {
        for (TimerBlock timer : timers) {
            if (timer.routine.adapter == adapter) {
                timer.cancel();
            }
        }
    }

    // ---- miniports

    @SuppressWarnings("unchecked") // a driver gets the contexts it made
    @Override
    public <C extends AdapterContext> MiniportDriverHandle NdisMRegisterMiniportDriver(
            MiniportDriver<C> driver, MiniportCharacteristics characteristics) {
        MiniportDriverHandle handle = new MiniportDriverHandle(characteristics.name(), drivers.size(), 0);
        drivers.add(new DriverBlock((MiniportDriver<AdapterContext>) driver, characteristics, handle));
        if (characteristics.checkForHangHandler() && !characteristics.resetHandler()) {
            kernel.violation(
                    14, null, characteristics.name() + " registers MiniportCheckForHangEx without MiniportResetEx");
        }
        if (kernel.settings.profile().isAtLeast(Profile.NDIS_6_83)
                && characteristics.version().isAtLeast(Profile.NDIS_6_83)
                && (characteristics.resetHandler() || characteristics.checkForHangHandler())) {
            kernel.note(
                    0, null, characteristics.name() + " registers handlers that NDIS 6.83 drivers should do without");
        }
        return handle;
    }

    @Override
    public void NdisMSetMiniportAttributes(MiniportAdapterHandle handle, MiniportAttributes attributes) {
        AdapterBlock adapter = adapter(handle, 0, "NdisMSetMiniportAttributes");
        if (adapter != null) {
            adapter.attributes(attributes);
        }
    }

    @Override
    public void NdisMResetMiniport(MiniportAdapterHandle handle) {
        AdapterBlock adapter = adapter(handle, 83, "NdisMResetMiniport");
        if (adapter == null || kernel.isAbove(Irql.DISPATCH, 3, adapter.name, "NdisMResetMiniport")) {
            return;
        }
        if (kernel.log.isOn()) {
            kernel.log.event(What.RESET_REQUEST, adapter.name, adapter.miniport, "ndis", null);
        }
        if (!adapter.version.isAtLeast(Profile.NDIS_6_30)) {
            kernel.violation(4, adapter.name, "NdisMResetMiniport of a driver older than NDIS 6.30");
        } else if (!adapter.hasAttributes()) {
            kernel.violation(83, adapter.name, "NdisMResetMiniport before NdisMSetMiniportAttributes");
        } else if (adapter.hasResetHandler()) {
            adapter.reset.request(ResetReason.DRIVER_REQUEST, null);
        } else {
            withoutHandler(adapter);
        }
    }

    private void withoutHandler(AdapterBlock adapter) {
        kernel.log.event(What.RESET_REQUEST_DROPPED, adapter.name, "ndis", null, "there is no reset handler");
        kernel.note(19, adapter.name, "a reset is asked for, but MiniportResetEx isn't registered");
        if (kernel.knobs.removesWithoutHandler()) {
            adapter.life.remove();
        }
    }

    @Override
    public void NdisMResetComplete(MiniportAdapterHandle handle, NdisStatus status, boolean addressingReset) {
        AdapterBlock adapter = adapter(handle, 83, "NdisMResetComplete");
        if (adapter == null) {
            return;
        }
        kernel.isAbove(Irql.DISPATCH, 48, adapter.name, "NdisMResetComplete");
        if (!adapter.version.isAtLeast(Profile.NDIS_6_20) && kernel.current().irql() < Irql.DISPATCH) {
            kernel.violation(48, adapter.name, "NdisMResetComplete of an NDIS 5 driver below DISPATCH");
        }
        if (kernel.current().locks() > 0) {
            kernel.violation(49, adapter.name, "NdisMResetComplete with a spin lock held");
        }
        adapter.reset.complete(status, addressingReset);
        simulation.preempt();
    }

    @Override
    public void NdisMSendNetBufferListsComplete(MiniportAdapterHandle handle, NetBufferList lists, int flags) {
        AdapterBlock adapter = adapter(handle, 0, "NdisMSendNetBufferListsComplete");
        if (adapter != null) {
            kernel.isAbove(Irql.DISPATCH, 0, adapter.name, "NdisMSendNetBufferListsComplete");
            adapter.sends.complete(lists, flags);
            simulation.preempt();
        }
    }

    @Override
    public void NdisMOidRequestComplete(MiniportAdapterHandle handle, OidRequest request, NdisStatus status) {
        AdapterBlock adapter = adapter(handle, 0, "NdisMOidRequestComplete");
        if (adapter != null) {
            kernel.isAbove(Irql.DISPATCH, 0, adapter.name, "NdisMOidRequestComplete");
            adapter.oids.complete(request, status);
            simulation.preempt();
        }
    }

    @Override
    public void NdisMIndicateStatusEx(MiniportAdapterHandle handle, StatusIndication indication) {
        AdapterBlock adapter = adapter(handle, 83, "NdisMIndicateStatusEx");
        if (adapter != null) {
            kernel.isAbove(Irql.DISPATCH, 30, adapter.name, "NdisMIndicateStatusEx");
            if (kernel.log.isOn()) {
                kernel.log.event(
                        What.INDICATE_STATUS,
                        adapter.name,
                        adapter.miniport,
                        "ndis",
                        indication.statusCode(),
                        0,
                        null,
                        0,
                        Binding.text(indication));
            }
            adapter.indications.fromMiniport(indication);
            simulation.preempt();
        }
    }

    @Override
    public void NdisMIndicateReceiveNetBufferLists(
            MiniportAdapterHandle handle, NetBufferList lists, int portNumber, int flags) {
        AdapterBlock adapter = adapter(handle, 0, "NdisMIndicateReceiveNetBufferLists");
        if (adapter != null) {
            kernel.isAbove(Irql.DISPATCH, 0, adapter.name, "NdisMIndicateReceiveNetBufferLists");
            receives.indicate(adapter, lists, portNumber, flags);
            simulation.preempt();
        }
    }

    @Override
    public void NdisMPauseComplete(MiniportAdapterHandle handle) {
        AdapterBlock adapter = adapter(handle, 0, "NdisMPauseComplete");
        if (adapter != null) {
            adapter.life.pauseComplete();
        }
    }

    @Override
    public void NdisMRestartComplete(MiniportAdapterHandle handle, NdisStatus status) {
        AdapterBlock adapter = adapter(handle, 0, "NdisMRestartComplete");
        if (adapter != null) {
            adapter.life.restartComplete(status);
        }
    }

    @Override
    public NdisStatus NdisMRemoveMiniport(MiniportAdapterHandle handle) {
        AdapterBlock adapter = adapter(handle, 0, "NdisMRemoveMiniport");
        if (adapter == null) {
            return NdisStatus.FAILURE;
        }
        adapter.life.remove();
        return NdisStatus.SUCCESS;
    }

    @Override
    public void NdisWriteErrorLogEntry(MiniportAdapterHandle handle, int errorCode, String text) {
        AdapterBlock adapter = adapter(handle, 0, "NdisWriteErrorLogEntry");
        if (adapter != null) {
            adapter.reset.errorLogged();
            kernel.log.event(
                    What.ERROR_LOG,
                    adapter.name,
                    adapter.miniport,
                    "ndis",
                    String.format("0x%08X: %s", errorCode, text));
        }
    }

    // ---- protocols

    @SuppressWarnings("unchecked") // a driver gets the contexts it made
    @Override
    public <B extends BindingContext> ProtocolDriverHandle NdisRegisterProtocolDriver(
            ProtocolDriver<B> driver, String name) {
        ProtocolDriverHandle handle = new ProtocolDriverHandle(name, protocols.size(), 0);
        protocols.add(new ProtocolBlock((ProtocolDriver<BindingContext>) driver, name, handle));
        return handle;
    }

    @Override
    public NdisStatus NdisOpenAdapterEx(
            ProtocolDriverHandle protocolHandle, BindingContext context, BindParameters parameters) {
        ProtocolBlock protocol = protocols.get(protocolHandle.index());
        AdapterBlock adapter = byName.get(parameters.adapterName());
        if (adapter == null || adapter.leaving || adapter.surpriseRemoved || adapter.state == AdapterState.HALTED) {
            return NdisStatus.FAILURE;
        }
        String name = protocol.name + "/" + adapter.name;
        BindingHandle handle = new BindingHandle(name, bindings.size(), 0);
        Binding binding = new Binding(kernel, protocol, context, adapter, handle, turn(protocol, adapter));
        bindings.add(binding);
        context.opened(handle);
        adapter.bindings.add(binding);
        kernel.log.event(What.BIND, adapter.name, binding.label, "ndis", null);
        return NdisStatus.SUCCESS;
    }

    /** Bindings are told in the order they were opened, but call managers before their clients. */
    private long turn(ProtocolBlock protocol, AdapterBlock adapter) {
        boolean later =
                adapter.co != null && kernel.knobs.callManagerFirst() && !adapter.co.isCallManager(protocol.driver);
        return (later ? LATER : 0) + bindings.size();
    }

    @Override
    public NdisStatus NdisCloseAdapterEx(BindingHandle handle) {
        Binding binding = binding(handle, "NdisCloseAdapterEx");
        if (binding == null) {
            return NdisStatus.FAILURE;
        }
        binding.closing = true;
        if (binding.sends > 0 || binding.oids > 0) {
            return NdisStatus.PENDING;
        }
        binding.close();
        return NdisStatus.SUCCESS;
    }

    @Override
    public void NdisSendNetBufferLists(BindingHandle handle, NetBufferList lists, int portNumber, int flags) {
        Binding binding = binding(handle, "NdisSendNetBufferLists");
        if (binding != null) {
            kernel.isAbove(Irql.DISPATCH, 0, binding.adapter.name, "NdisSendNetBufferLists");
            binding.adapter.sends.submit(binding, null, lists, portNumber, flags);
            simulation.preempt();
        }
    }

    @Override
    public void NdisCancelSendNetBufferLists(BindingHandle handle, Object cancelId) {
        Binding binding = binding(handle, "NdisCancelSendNetBufferLists");
        if (binding != null) {
            binding.adapter.sends.cancel(binding, cancelId);
            simulation.preempt();
        }
    }

    @Override
    public NdisStatus NdisOidRequest(BindingHandle handle, OidRequest request) {
        Binding binding = binding(handle, "NdisOidRequest");
        if (binding == null) {
            return NdisStatus.FAILURE;
        }
        kernel.isAbove(Irql.DISPATCH, 0, binding.adapter.name, "NdisOidRequest");
        NdisStatus status = binding.adapter.oids.submit(binding, request, null);
        simulation.preempt();
        return status;
    }

    @Override
    public NdisStatus NdisSynchronousOidRequest(BindingHandle handle, OidRequest request) {
        Binding binding = binding(handle, "NdisSynchronousOidRequest");
        if (binding == null || binding.adapter.state == AdapterState.HALTED) {
            return NdisStatus.FAILURE;
        }
        AdapterBlock adapter = binding.adapter;
        if (kernel.log.isOn()) {
            kernel.log.event(
                    What.OID_TO_MINIPORT,
                    adapter.name,
                    binding.label,
                    adapter.miniport,
                    null,
                    request.oid(),
                    request.name(),
                    0,
                    "synchronous");
        }
        return kernel.settled(adapter.driver.MiniportSynchronousOidRequest(adapter.context(), request));
    }

    @Override
    public void NdisCancelOidRequest(BindingHandle handle, OidRequest request) {
        Binding binding = binding(handle, "NdisCancelOidRequest");
        if (binding != null) {
            binding.adapter.oids.cancel(binding, request);
            simulation.preempt();
        }
    }

    @Override
    public void NdisReturnNetBufferLists(BindingHandle handle, NetBufferList lists, int flags) {
        Binding binding = binding(handle, "NdisReturnNetBufferLists");
        if (binding != null) {
            kernel.isAbove(Irql.DISPATCH, 0, binding.adapter.name, "NdisReturnNetBufferLists");
            receives.giveBack(binding, lists, flags);
            simulation.preempt();
        }
    }

    @Override
    public NdisStatus NdisReset(BindingHandle handle) {
        Binding binding = binding(handle, "NdisReset");
        if (binding == null) {
            return NdisStatus.ADAPTER_REMOVED;
        }
        AdapterBlock adapter = binding.adapter;
        kernel.log.event(What.RESET_REQUEST, adapter.name, binding.label, "ndis", null);
        if (kernel.settings.profile().isAtLeast(Profile.NDIS_6_20)) {
            kernel.violation(5, adapter.name, "NdisReset doesn't exist since NDIS 6.0");
            return NdisStatus.FAILURE;
        } else if (!adapter.hasResetHandler()) {
            return NdisStatus.NOT_RESETTABLE;
        } else if (binding.closing) {
            return NdisStatus.CLOSING;
        } else if (adapter.leaving || adapter.surpriseRemoved) {
            return NdisStatus.ADAPTER_REMOVED;
        } else if (adapter.reset.state() != ResetState.IDLE) {
            return NdisStatus.RESET_IN_PROGRESS;
        }
        adapter.reset.request(ResetReason.PROTOCOL_REQUEST, binding);
        return NdisStatus.PENDING;
    }

    // ---- filters

    @SuppressWarnings("unchecked") // a driver gets the contexts it made
    @Override
    public <F extends FilterContext> FilterDriverHandle NdisFRegisterFilterDriver(
            FilterDriver<F> driver, FilterCharacteristics characteristics) {
        FilterDriverHandle handle = new FilterDriverHandle(characteristics.name(), filterDrivers.size(), 0);
        filterDrivers.add(new FilterBlock((FilterDriver<FilterContext>) driver, characteristics, handle));
        return handle;
    }

    @Override
    public void NdisFIndicateStatus(FilterHandle handle, StatusIndication indication) {
        FilterModule module = filter(handle);
        kernel.isAbove(Irql.DISPATCH, 30, module.adapter.name, "NdisFIndicateStatus");
        module.passes();
        module.adapter.indications.tellAll(indication, module.level + 1);
        simulation.preempt();
    }

    @Override
    public void NdisFSendNetBufferLists(FilterHandle handle, NetBufferList lists, int portNumber, int flags) {
        FilterModule module = filter(handle);
        module.adapter.sends.down(module.level - 1, lists, portNumber, flags);
    }

    @Override
    public void NdisFSendNetBufferListsComplete(FilterHandle handle, NetBufferList lists, int flags) {
        FilterModule module = filter(handle);
        module.adapter.sends.up(module.level + 1, lists, flags);
    }

    @Override
    public NdisStatus NdisFOidRequest(FilterHandle handle, OidRequest request) {
        FilterModule module = filter(handle);
        return module.adapter.oids.down(module.level - 1, request);
    }

    @Override
    public void NdisFOidRequestComplete(FilterHandle handle, OidRequest request, NdisStatus status) {
        FilterModule module = filter(handle);
        module.adapter.oids.up(module.level + 1, request, status);
    }

    // ---- for all

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

    /** The whole state, for the explorer. */
    @Override
    public void digest(Digest digest) {
        simulation.digest(digest);
        for (AdapterBlock adapter : adapters) {
            adapter.digest(digest);
        }
        if (condis != null) {
            condis.digest(digest);
        }
    }
}
