// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.NdisStatus;
import netreset.ndis.condis.CoNdisLibrary;
import netreset.ndis.condis.VcHandle;
import netreset.ndis.library.AdapterBlock;
import netreset.ndis.library.NdisLibrary;
import netreset.ndis.library.ResetState;
import netreset.ndis.library.Settings;
import netreset.ndis.rules.Knobs;
import netreset.ndis.scenario.Action;
import netreset.ndis.scenario.Declaration;
import netreset.ndis.scenario.Scenario;
import netreset.ndis.sim.AfterSetUp;
import netreset.ndis.sim.Chooser;
import netreset.ndis.sim.Fifo;
import netreset.ndis.sim.RandomChooser;
import netreset.ndis.sim.Simulation;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.EventLog;
import netreset.ndis.trace.Trace;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** A run of a scenario: everything is there, nothing has happened yet but what the scenario says was before. */
public final class ScenarioRun implements Digestible {
    /** The rule that PENDING is followed by one completion; that it never comes, only a whole run can tell. */
    private static final int NEVER_COMPLETED = 46;

    private final Scenario scenario;
    private final Simulation simulation;
    private final NdisLibrary library;
    private final Stage stage;

    private ScenarioRun(Scenario scenario, Chooser chooser, long seed, @Nullable Trace trace) {
        this.scenario = scenario;
        this.simulation = new Simulation(chooser, seed);
        this.library = new NdisLibrary(settings(scenario), simulation, trace);
        this.stage = new Stage(simulation, library, isConnectionOriented(scenario) ? new CoNdisLibrary(library) : null);
        simulation.maxSteps(scenario.settings().limitSteps());
    }

    /** Runs a scenario as its file says. */
    public static ScenarioResult run(Scenario scenario) {
        return run(scenario, scenario.settings().seed());
    }

    /**
     * Runs a scenario.
     *
     * @param seed where chance begins, which then decides who runs next; {@code null}: whoever runs goes on as long as he can
     */
    public static ScenarioResult run(Scenario scenario, @Nullable Long seed) {
        return seed == null ? run(scenario, Fifo.FIFO, 0) : run(scenario, new RandomChooser(seed), seed);
    }

    /**
     * Runs a scenario.
     *
     * @param chooser who decides who runs next
     * @param seed what that was made of, to be told with each violation
     */
    public static ScenarioResult run(Scenario scenario, Chooser chooser, long seed) {
        EventLog log = new EventLog();
        ScenarioRun run = prepare(scenario, chooser, seed, log);
        run.toItsEnd();
        return new ScenarioResult(scenario, seed, log.events(), run.judge(log.events()));
    }

    /** Sets everything up, with whoever chooses and whoever wants to know; for an explorer, again and again. */
    public static ScenarioRun prepare(Scenario scenario, Chooser chooser, long seed, @Nullable Trace trace) {
        AfterSetUp later = new AfterSetUp(chooser);
        ScenarioRun run = new ScenarioRun(scenario, later, seed, trace);
        new SetUp(run.stage, scenario).all();
        later.isSetUp();
        for (Action action : scenario.actions()) {
            run.schedule(action);
        }
        return run;
    }

    private static Settings settings(Scenario scenario) {
        Knobs[] knobs = {Knobs.of(scenario.settings().profile())};
        scenario.settings().knobs().forEach((knob, reading) -> knobs[0] = knobs[0].with(knob, reading));
        return Settings.of(scenario.settings().profile()).with(knobs[0]);
    }

    private static boolean isConnectionOriented(Scenario scenario) {
        return scenario.declarations().stream()
                .anyMatch(declared -> (declared instanceof Declaration.Miniport miniport
                                && miniport.traits().connectionOriented())
                        || (declared instanceof Declaration.Protocol protocol
                                && protocol.role() != Declaration.Role.CONNECTIONLESS));
    }

    private void schedule(Action action) {
        DeedAct deeds = new DeedAct(stage);
        List<Acts.Act> acts = new ArrayList<>();
        for (Action.Deed deed : action.deeds()) {
            acts.add(new Acts.Act(deed.step(), step -> deeds.perform(deed.subject(), step)));
        }
        stage.at(action.nanos(), stage.agent(action.runs(), owner(action)), new Acts(stage, acts));
    }

    /** An interrupt or a DPC is that of the adapter that does something in it first; a thread is whoever's who does. */
    private String owner(Action action) {
        for (Action.Deed deed : action.deeds()) {
            if (stage.miniports.containsKey(deed.subject()) || stage.ready.containsKey(deed.subject())) {
                return deed.subject();
            }
        }
        String first = action.deeds().get(0).subject();
        return first.startsWith("the ") ? first.substring("the ".length()) : first;
    }

    /** The library, for whoever wants to look. */
    public NdisLibrary library() {
        return library;
    }

    /** Runs until nothing is left to happen but ticks, or for as long as the file says. */
    public void toItsEnd() {
        if (scenario.settings().limitAt() == null) {
            simulation.settle();
        } else {
            simulation.runUntil(scenario.settings().limitNanos());
        }
        if (!simulation.isStopped()) {
            stage.miniports.keySet().forEach(this::checkCompleted);
            stage.ready.keySet().forEach(this::checkCompleted);
        }
    }

    /** A reset that is pending when everything is over breaks a promise: it was to be completed. */
    private void checkCompleted(String adapter) {
        if (library.adapter(adapter).resetState() == ResetState.PENDING) {
            library.recorder()
                    .event(
                            What.VIOLATION,
                            adapter,
                            "ndis",
                            null,
                            null,
                            0,
                            null,
                            NEVER_COMPLETED,
                            "MiniportResetEx returned PENDING, and NdisMResetComplete was never called");
        }
    }

    /** What of the log, and of how things are now, is not as expected. */
    public List<Failure> judge(List<Event> events) {
        return Judge.judge(scenario, events, new End());
    }

    /** What of how things are now is not as expected. */
    List<Failure> judgeEnd() {
        return Judge.judgeEnd(scenario, new End());
    }

    Simulation simulation() {
        return simulation;
    }

    @Override
    public void digest(Digest digest) {
        library.digest(digest);
        stage.digest(digest);
    }

    private final class End implements EndState {
        @Override
        public String adapter(String name) {
            AdapterBlock adapter = library.adapter(name);
            return switch (adapter.state()) {
                case SHUTDOWN -> "shut down";
                case INITIALIZING -> "initialising";
                default -> adapter.state().name().toLowerCase(Locale.ROOT);
            };
        }

        @Override
        public boolean isResetting(String name) {
            return library.adapter(name).resetState() != ResetState.IDLE;
        }

        @Override
        public int resets(String name) {
            return library.adapter(name).resetCounts();
        }

        @Override
        public String vc(String name) {
            VcHandle vc = stage.isConnection(name) ? stage.co().vc(name) : null;
            return vc == null ? "deleted" : stage.co().vcState(vc).name().toLowerCase(Locale.ROOT);
        }

        @Override
        public @Nullable NdisStatus result(String name) {
            return stage.result(name);
        }
    }
}
