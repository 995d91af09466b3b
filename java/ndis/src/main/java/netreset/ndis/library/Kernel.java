// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.Irql;
import netreset.ndis.NdisStatus;
import netreset.ndis.Script;
import netreset.ndis.rules.Knobs;
import netreset.ndis.rules.Violation;
import netreset.ndis.sim.Agent;
import netreset.ndis.sim.Recorder;
import netreset.ndis.sim.Simulation;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** What every part of the library needs: time, log, knobs, and where breaches are reported. */
public final class Kernel {
    final NdisLibrary library;
    final Simulation simulation;
    final Recorder log;
    final Settings settings;
    final Knobs knobs;
    private final List<Violation> violations = new ArrayList<>();
    private @Nullable BugCheck bugCheck;

    Kernel(NdisLibrary library, Simulation simulation, Recorder log, Settings settings) {
        this.library = library;
        this.simulation = simulation;
        this.log = log;
        this.settings = settings;
        this.knobs = settings.knobs();
    }

    public Recorder log() {
        return log;
    }

    public Knobs knobs() {
        return knobs;
    }

    public Agent current() {
        return simulation.current();
    }

    /** A breach of a rule, which doesn't stop the run. */
    public void violation(int rule, @Nullable String adapter, String message) {
        violations.add(new Violation(rule, adapter, current().name(), simulation.steps(), simulation.seed(), message));
        log.event(What.VIOLATION, adapter, "ndis", null, null, 0, null, rule, message);
    }

    /** A remark. */
    public void note(int rule, @Nullable String adapter, String message) {
        log.event(What.NOTE, adapter, "ndis", null, null, 0, null, rule, message);
    }

    /** Reports a call above the level it is allowed at; returns whether it was. */
    public boolean isAbove(int irql, int rule, @Nullable String adapter, String call) {
        if (current().irql() <= irql) {
            return false;
        }
        violation(rule, adapter, call + " at " + Irql.name(current().irql()) + ", but not above " + Irql.name(irql));
        return true;
    }

    /** A breach that stops Windows, and the run. From within a step, this doesn't return. */
    void bugCheck(int rule, @Nullable String adapter, BugCheck stop) {
        violation(rule, adapter, "bug check " + stop);
        recordBugCheck(adapter, stop);
        simulation.stop();
    }

    void recordBugCheck(@Nullable String adapter, BugCheck stop) {
        bugCheck = stop;
        log.event(What.BUG_CHECK, adapter, "ndis", null, stop.toString());
    }

    List<Violation> violations() {
        return violations;
    }

    @Nullable
    BugCheck bugCheck() {
        return bugCheck;
    }

    /** After a handler in the middle of a call: if it goes on in steps, does them all now. */
    public NdisStatus settled(NdisStatus returned) {
        Script script = current().takeContinuation();
        if (script == null) {
            return returned;
        }
        ScriptRun run = new ScriptRun(this, script);
        simulation.inline(run);
        return run.result();
    }

    /** As {@link #settled(NdisStatus)}, for handlers without a result. */
    public void settle() {
        Script script = current().takeContinuation();
        if (script != null) {
            simulation.inline(new ScriptRun(this, script));
        }
    }

    /** If the handler that just returned goes on in steps, puts them onto the current agent. */
    @Nullable
    ScriptRun pushed() {
        Script script = current().takeContinuation();
        if (script == null) {
            return null;
        }
        ScriptRun run = new ScriptRun(this, script);
        current().push(run);
        return run;
    }
}
