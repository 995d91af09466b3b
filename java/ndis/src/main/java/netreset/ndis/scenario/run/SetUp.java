// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.MiniportDriverHandle;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.scenario.Declaration;
import netreset.ndis.scenario.Scenario;
import netreset.ndis.scenario.Step;
import netreset.ndis.scenario.Traits;

/** Makes everything that a scenario says is there, in the file's order, at time 0. */
final class SetUp {
    private final Stage stage;
    private final Scenario scenario;

    SetUp(Stage stage, Scenario scenario) {
        this.stage = stage;
        this.scenario = scenario;
    }

    void all() {
        for (Declaration declaration : scenario.declarations()) {
            if (declaration instanceof Declaration.Filter filter) {
                stage.filters.put(filter.name(), new ScriptedFilter(stage, filter));
                if (isForAll(filter)) {
                    stage.registered(filter.name());
                }
            } else if (declaration instanceof Declaration.Protocol protocol) {
                protocol(protocol);
            } else if (declaration instanceof Declaration.Intermediate between) {
                new IntermediateDriver(stage, between)
                        .register(scenario.settings().profile());
            }
        }
        for (Declaration declaration : scenario.declarations()) {
            if (declaration instanceof Declaration.Miniport miniport) {
                miniport(miniport);
            }
        }
        stage.simulation.runReady();
        stage.filters.values().forEach(this::attach);
        stage.miniports.values().forEach(miniport -> configure(miniport.says));
        stage.ready.values().forEach(miniport -> configure(miniport.says));
        scenario.declarations().forEach(new CallSetUp(stage)::make);
        stage.simulation.runReady();
        scenario.declarations().forEach(this::hold);
        stage.setUpIsOver();
    }

    /** A filter that is registered before the adapters are there attaches to all of them. */
    private boolean isForAll(Declaration.Filter filter) {
        return scenario.declarations().stream()
                .allMatch(declared -> !(declared instanceof Declaration.Intermediate)
                        && (!(declared instanceof Declaration.Miniport)
                                || declared.name().equals(filter.adapter())));
    }

    private void attach(ScriptedFilter filter) {
        String adapter = filter.says().adapter();
        if (!adapter.isEmpty() && !isForAll(filter.says())) {
            stage.registered(filter.says().name());
            stage.library.attach(filter.says().name(), adapter);
            stage.simulation.runReady();
        }
    }

    private void protocol(Declaration.Protocol says) {
        ScriptedProtocol protocol = switch (says.role()) {
            case CONNECTIONLESS -> new ScriptedProtocol(stage, says);
            case CLIENT -> new ScriptedCoProtocol.Client(stage, says);
            case CALL_MANAGER -> new ScriptedSignaller(stage, says);
        };
        stage.protocols.put(says.name(), protocol);
        stage.library.NdisRegisterProtocolDriver(protocol, says.name());
    }

    private void miniport(Declaration.Miniport says) {
        if (!says.isScripted()) {
            ReadyMiniport ready = new ReadyMiniport(stage, says);
            stage.ready.put(says.name(), ready);
            ready.add(scenario.settings().profile());
            return;
        }
        ScriptedMiniport driver = driver(says);
        stage.miniports.put(says.name(), driver);
        MiniportDriverHandle handle = stage.library.NdisMRegisterMiniportDriver(
                driver, driver.characteristics(scenario.settings().profile()));
        stage.library.addAdapter(handle, says.name());
    }

    private ScriptedMiniport driver(Declaration.Miniport says) {
        if (says.traits().callManager()) {
            return new ScriptedMcm(stage, says);
        }
        return says.traits().connectionOriented()
                ? new ScriptedCoMiniport(stage, says)
                : new ScriptedMiniport(stage, says);
    }

    /** What is set on an adapter, the first protocol bound to it sets. */
    private void configure(Declaration.Miniport miniport) {
        String name = miniport.name();
        Traits traits = miniport.traits();
        if (traits.packetFilter() != 0) {
            set(name, "packet filter", Oid.GEN_CURRENT_PACKET_FILTER, traits.packetFilter());
        }
        if (!traits.multicast().isEmpty()) {
            set(name, "multicast list", Oid.MULTICAST_LIST_802_3, traits.multicast());
        }
        if (traits.encapsulation()) {
            set(name, "encapsulation", Oid.OFFLOAD_ENCAPSULATION, "encapsulation");
        }
        for (int i = 1; i <= traits.wakePatterns(); i++) {
            set(name, "wake-up pattern " + i, Oid.PNP_ADD_WAKE_UP_PATTERN, "pattern " + i);
        }
        for (int i = 1; i <= traits.wolPatterns(); i++) {
            set(name, "WoL pattern " + i, Oid.PM_ADD_WOL_PATTERN, "pattern " + i);
        }
        for (int i = 1; i <= traits.coalescingFilters(); i++) {
            set(name, "coalescing filter " + i, Oid.RECEIVE_FILTER_SET_FILTER, "filter " + i);
        }
    }

    private void set(String adapter, String what, int oid, Object information) {
        for (ScriptedProtocol protocol : stage.protocols.values()) {
            ScriptedBinding binding = protocol.binding(adapter);
            if (binding != null) {
                new ProtocolAct(stage, protocol, binding)
                        .issue(binding, OidRequest.set("set " + what, oid, information), null);
                stage.simulation.runReady();
                return;
            }
        }
    }

    private void hold(Declaration declaration) {
        Step step;
        String protocol;
        if (declaration instanceof Declaration.HeldSend send) {
            stage.held.put(send.name(), send.onTheWire());
            step = new Step.Send(send.at(), List.of(send.name()), send.target());
            protocol = send.protocol();
        } else if (declaration instanceof Declaration.HeldRequest request) {
            stage.held.put(request.name(), false);
            step = new Step.Request(request.at(), request.name(), request.set(), request.oid(), request.adapter());
            protocol = request.protocol();
        } else {
            return;
        }
        List<Acts.Act> acts = new ArrayList<>();
        acts.add(new Acts.Act(step, doing -> new DeedAct(stage).perform(protocol, doing)));
        stage.setUpAgent().enqueue(new Acts(stage, acts));
        stage.simulation.runReady();
    }
}
