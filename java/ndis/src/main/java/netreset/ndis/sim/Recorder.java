// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.sim;

import netreset.ndis.NdisStatus;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.Trace;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** Makes events of what happens, if anybody wants them; asks first with {@link #isOn}, as texts cost time. */
public final class Recorder {
    private final Simulation simulation;
    private final @Nullable Trace trace;
    private long sequence;

    /**
     * @param trace who gets the events; {@code null} for nobody
     */
    public Recorder(Simulation simulation, @Nullable Trace trace) {
        this.simulation = simulation;
        this.trace = trace;
    }

    public boolean isOn() {
        return trace != null;
    }

    /** For whatever has a second party and no number. */
    public void event(What what, @Nullable String adapter, String from, @Nullable String to, @Nullable String text) {
        event(what, adapter, from, to, null, 0, null, 0, text);
    }

    public void event(
            What what,
            @Nullable String adapter,
            String from,
            @Nullable String to,
            @Nullable NdisStatus status,
            int oid,
            @Nullable String nbl,
            int rule,
            @Nullable String text) {
        event(what, adapter, from, to, null, status, oid, nbl, rule, text, false);
    }

    public void event(
            What what,
            @Nullable String adapter,
            String from,
            @Nullable String to,
            @Nullable String vc,
            @Nullable NdisStatus status,
            int oid,
            @Nullable String nbl,
            int rule,
            @Nullable String text,
            boolean real) {
        if (trace != null) {
            sequence++;
            Agent agent = simulation.current();
            trace.add(new Event(
                    sequence,
                    simulation.now(),
                    agent.name(),
                    agent.irql(),
                    what,
                    adapter,
                    from,
                    to,
                    vc,
                    status,
                    oid,
                    nbl,
                    rule,
                    text,
                    real));
        }
    }
}
