// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import netreset.ndis.BindingHandle;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.FilterHandle;
import netreset.ndis.HaltAction;
import netreset.ndis.MediaConnectState;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportDriverHandle;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.PowerState;
import netreset.ndis.Script;
import netreset.ndis.rules.Violation;
import netreset.ndis.sim.Agent;
import netreset.ndis.sim.Recorder;
import netreset.ndis.sim.Simulation;
import netreset.ndis.sim.Watcher;
import netreset.ndis.trace.Trace;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/**
 * NDIS. Drivers call it by {@link netreset.ndis.Ndis}; who runs the model calls what is here: adds adapters, pulls cables,
 * asks what came of it.
 */
public final class NdisLibrary extends MiniportCalls implements Watcher, Digestible {
    private final List<AdapterBlock> changed = new ArrayList<>();
    private final Set<Integer> fourTickOids = new TreeSet<>();
    private @Nullable ConnectionOriented condis;

    /**
     * @param trace who gets the events; {@code null} for nobody, which is fast
     */
    public NdisLibrary(Settings settings, Simulation simulation, @Nullable Trace trace) {
        super(settings, simulation, trace);
        simulation.watcher(this);
    }

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

    public int violationCount() {
        return kernel.violations().size();
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
     * Issues a request of a binding.
     *
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

    /** To be checked after this step, and after each that others do in its middle. */
    void changed(AdapterBlock adapter) {
        changed.add(adapter);
    }

    @Override
    public void stepped() {
        for (int i = 0; i < changed.size(); i++) {
            changed.get(i).check();
        }
        if (!simulation.isNested()) {
            changed.forEach(AdapterBlock::unchanged);
            changed.clear();
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

    // ---- coming and going

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
                there |= module.driver.equals(driver.driver);
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
