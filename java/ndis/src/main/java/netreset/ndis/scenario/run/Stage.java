// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import netreset.ndis.BindingHandle;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.Irql;
import netreset.ndis.NdisSpinLock;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.condis.AfHandle;
import netreset.ndis.condis.CoNdisLibrary;
import netreset.ndis.library.NdisLibrary;
import netreset.ndis.scenario.Declaration;
import netreset.ndis.scenario.Runs;
import netreset.ndis.sim.Activity;
import netreset.ndis.sim.Agent;
import netreset.ndis.sim.Simulation;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** What a scenario's names stand for while it runs, and the threads of control it has. */
final class Stage implements Digestible {
    final Simulation simulation;
    final NdisLibrary library;
    /** Address families that clients have opened, and what the file says of them. */
    final Map<String, AfHandle> families = new LinkedHashMap<>();

    final Map<String, Declaration.AddressFamily> clients = new LinkedHashMap<>();
    /** VCs whose call is being made, or closed. */
    final Set<String> calls = new LinkedHashSet<>();

    final Set<String> closings = new LinkedHashSet<>();
    final Map<String, ScriptedMiniport> miniports = new LinkedHashMap<>();
    final Map<String, ScriptedFilter> filters = new LinkedHashMap<>();
    final Map<String, ReadyMiniport> ready = new LinkedHashMap<>();
    final Map<String, ScriptedProtocol> protocols = new LinkedHashMap<>();
    /** Work that the miniport is to keep, whatever its handlers say; true if on the wire. */
    final Map<String, Boolean> held = new LinkedHashMap<>();

    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, Agent> agents = new LinkedHashMap<>();
    private final Map<String, NdisSpinLock> locks = new LinkedHashMap<>();
    private final Map<String, NetBufferList> lists = new LinkedHashMap<>();
    private final Map<String, Sent> senders = new LinkedHashMap<>();
    private final Map<String, Issued> requests = new LinkedHashMap<>();
    private final Map<String, NdisStatus> results = new LinkedHashMap<>();

    private final @Nullable CoNdisLibrary co;
    private long buffers;
    private int parameters;
    private boolean setUp;
    private NdisStatus answerInSetUp = NdisStatus.SUCCESS;

    /** Where a list was sent: by a binding, to its adapter or on a VC. */
    record Sent(BindingHandle binding, @Nullable String target) {}

    /** A request, and where it went. */
    record Issued(BindingHandle binding, OidRequest request) {}

    /**
     * @param co the connection-oriented part of the library; {@code null} if nothing here is
     */
    Stage(Simulation simulation, NdisLibrary library, @Nullable CoNdisLibrary co) {
        this.simulation = simulation;
        this.library = library;
        this.co = co;
    }

    CoNdisLibrary co() {
        return Objects.requireNonNull(co, "nothing is connection-oriented here");
    }

    boolean isConnection(String name) {
        return co != null && co.vc(name) != null;
    }

    /** Whether what was before time 0 is over. */
    boolean isSetUp() {
        return setUp;
    }

    void setUpIsOver() {
        setUp = true;
    }

    /** What a miniport answers before that when a VC is to be activated or deactivated. */
    NdisStatus answerInSetUp() {
        return answerInSetUp;
    }

    void answerInSetUp(NdisStatus answer) {
        answerInSetUp = answer;
    }

    /** Call parameters, others each time. */
    String nextParameters() {
        parameters++;
        return "parameters " + parameters;
    }

    /** The agent that a file's words mean; an interrupt, a DPC, a timer or a worker is an adapter's. */
    Agent agent(Runs runs, String adapter) {
        String kind = runs.kind().name().toLowerCase(Locale.ROOT);
        String whose = runs.name() == null ? adapter : runs.name();
        String name = whose.isEmpty() ? kind : kind + " " + whose;
        return agents.computeIfAbsent(name + " @" + runs.irql(), key -> simulation.agent(name, runs.irql()));
    }

    /** Does what has happened before time begins. */
    Agent setUpAgent() {
        return agent(new Runs(Runs.Kind.THREAD, "setup", Irql.PASSIVE), "");
    }

    /** Lets an agent do something at a time. */
    void at(long nanos, Agent agent, Activity activity) {
        simulation.set(new Alarm(agent, activity), nanos);
    }

    /** Registers a filter driver, unless it is. */
    void registered(String name) {
        ScriptedFilter filter = filters.get(name);
        if (filter != null && known.add(name)) {
            library.NdisFRegisterFilterDriver(filter, filter.characteristics());
        }
    }

    long nextBuffer() {
        buffers++;
        return buffers;
    }

    /** Something can't be done, as the protocol is not bound to the adapter at this time. */
    void absent(String protocol, @Nullable String adapter) {
        String where = adapter == null ? "any adapter" : adapter;
        library.recorder()
                .event(
                        What.NOTE,
                        adapter,
                        "protocol " + protocol,
                        null,
                        "does nothing, as it is not bound to " + where);
    }

    NdisSpinLock lock(String name) {
        return locks.computeIfAbsent(name, NdisSpinLock::new);
    }

    NetBufferList list(String name) {
        return lists.computeIfAbsent(name, this::newList);
    }

    private NetBufferList newList(String name) {
        NetBufferList list = new NetBufferList(name);
        list.cancelId(name);
        return list;
    }

    void sent(String name, BindingHandle binding, @Nullable String target) {
        senders.put(name, new Sent(binding, target));
        results.remove(name);
    }

    @Nullable
    Sent sender(String name) {
        return senders.get(name);
    }

    void issued(OidRequest request, BindingHandle binding) {
        requests.put(request.name(), new Issued(binding, request));
        results.remove(request.name());
    }

    @Nullable
    Issued issued(String name) {
        return requests.get(name);
    }

    /** A send or a request came back. */
    void came(String name, NdisStatus status) {
        results.put(name, status);
    }

    @Nullable
    NdisStatus result(String name) {
        return results.get(name);
    }

    /** Sends of a binding that came back without success, in the order in which they were sent first. */
    List<String> cameBack(BindingHandle binding) {
        List<String> names = new ArrayList<>();
        senders.forEach((name, sender) -> {
            NdisStatus result = results.get(name);
            if (sender.binding() == binding && result != null && !result.equals(NdisStatus.SUCCESS)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Adapters and bindings are the library's to add. */
    @Override
    public void digest(Digest digest) {
        digest.add(buffers);
        held.forEach((name, onWire) -> digest.add(name).add(onWire));
        senders.forEach((name, sender) -> digest.add(name).add(sender.binding()).add(sender.target()));
        requests.forEach((name, issued) -> digest.add(name).add(issued.binding()));
        results.forEach((name, status) -> digest.add(name).add(status.value()));
        locks.values().forEach(lock -> digest.add(lock.isFree()));
    }
}
