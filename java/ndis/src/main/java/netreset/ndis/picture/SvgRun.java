// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.List;
import java.util.Map;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;

/** All that pages of one sequence diagram have in common. */
final class SvgRun {
    private final int eventCount;
    private final boolean anyReal;
    private final Participants participants;
    private final Times times;
    private final List<SvgRow> rows;
    private final Gates gates;
    private final List<Activations.Span> activations;
    private final Map<String, List<VcStates.Span>> connections;
    private final SvgColumns columns;

    SvgRun(List<Event> events, Wording wording) {
        List<Row> plain = Row.of(events);
        this.eventCount = events.size();
        this.anyReal = events.stream().anyMatch(Event::real);
        this.participants = Participants.of(events);
        this.times = Times.of(events);
        this.rows = SvgRow.of(plain, participants, wording, times);
        this.gates = Gates.of(plain);
        this.activations = Activations.of(plain);
        this.connections = VcStates.of(plain);
        this.columns = new SvgColumns(participants, rows, times, connections.size());
    }

    int eventCount() {
        return eventCount;
    }

    boolean anyReal() {
        return anyReal;
    }

    Participants participants() {
        return participants;
    }

    Times times() {
        return times;
    }

    List<SvgRow> rows() {
        return rows;
    }

    SvgRow row(int i) {
        return rows.get(i);
    }

    int size() {
        return rows.size();
    }

    Gates gates() {
        return gates;
    }

    List<Activations.Span> activations() {
        return activations;
    }

    /** States of virtual connections, by name. */
    Map<String, List<VcStates.Span>> connections() {
        return connections;
    }

    SvgColumns columns() {
        return columns;
    }

    /** Whether a row is the end of everything: a bug check without anything after it. */
    boolean isStop(int row) {
        return row == rows.size() - 1 && row >= 0 && rows.get(row).event().what() == What.BUG_CHECK;
    }

    /** What is real in it, in a sentence. */
    String origin() {
        return anyReal
                ? "Solid arrows are a real device's doing; dashed ones are the model's."
                : "Simulated: no device was touched.";
    }
}
