// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.List;
import netreset.ndis.Irql;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;

/**
 * Events as a Mermaid {@code sequenceDiagram}. Where a real device takes part, its arrows are solid and the model's
 * dashed. Mermaid stops at 50,000 characters and is no pleasure long before: what is beyond a number of rows is counted,
 * not drawn.
 */
public final class MermaidDiagram {
    private static final int USUAL_ROWS = 200;
    private static final int LONGEST_NAME = 40;

    private final Wording wording;
    private final int mostRows;
    private final List<Row> rows;
    private final Participants participants;
    private final Times times;
    private final boolean anyReal;
    private final StringBuilder out = new StringBuilder();
    private final int[] active;

    private MermaidDiagram(List<Event> events, Wording wording, int mostRows) {
        this.wording = wording;
        this.mostRows = mostRows;
        this.rows = Row.of(events);
        this.participants = Participants.of(events);
        this.times = Times.of(events);
        this.anyReal = events.stream().anyMatch(Event::real);
        this.active = new int[participants.size()];
    }

    /** The diagram as text, with a title. */
    public static String of(String title, List<Event> events, Wording wording) {
        return of(title, events, wording, USUAL_ROWS);
    }

    /** Likewise, of no more than a number of rows. */
    public static String of(String title, List<Event> events, Wording wording, int mostRows) {
        return new MermaidDiagram(events, wording, mostRows).draw(title);
    }

    private String draw(String title) {
        out.append("sequenceDiagram\n");
        line("title " + MermaidText.of(title.isBlank() ? "NDIS" : Plain.brief(title, LONGEST_NAME * 2)));
        for (int i = 0; i < participants.size(); i++) {
            String name = Plain.brief(participants.names().get(i), LONGEST_NAME);
            line("participant p" + i + " as " + MermaidText.of(name.isBlank() ? "(no name)" : name));
        }
        Gates gates = Gates.of(rows);
        boolean shaded = false;
        int drawn = Math.min(rows.size(), mostRows);
        for (int i = 0; i < drawn; i++) {
            boolean closed = gates.isAnyClosed(i);
            if (closed && !shaded) {
                line("rect rgba(255, 170, 0, 0.18)");
            }
            shaded = closed;
            row(rows.get(i));
            if (shaded && (i + 1 == drawn || !gates.isAnyClosed(i + 1))) {
                line("end");
                shaded = false;
            }
        }
        endActivations();
        addRemarks(rows.size() - drawn);
        return out.toString();
    }

    private void row(Row row) {
        Event event = row.event();
        String words = MermaidText.of(words(row));
        int from = participants.lane(event.from());
        int to = participants.lane(event.to());
        if (event.what() == What.BUG_CHECK) {
            line("Note over " + everybody() + ": " + words);
        } else if (to < 0 || Tone.of(event) == Tone.BROKEN || Tone.of(event) == Tone.NOTE) {
            line("Note over p" + from + ": " + words);
        } else {
            line("p" + from + arrow(event) + "p" + to + ": " + words);
        }
        activate(event, from, to);
    }

    private String words(Row row) {
        Event event = row.event();
        Tone tone = Tone.of(event);
        String mark = tone == Tone.PLAIN || tone == Tone.GATE || tone == Tone.QUIET ? "" : tone.mark(false) + " ";
        return mark + wording.of(event) + row.repeated(times) + " [" + times.label(event.atNanos()) + ", "
                + Irql.name(event.irql()) + "]";
    }

    private String arrow(Event event) {
        boolean dashed = anyReal ? !event.real() : isReturn(event);
        boolean refused = Tone.of(event) == Tone.REFUSED;
        return (dashed ? "--" : "-") + (refused ? "x" : ">>");
    }

    private static boolean isReturn(Event event) {
        return event.what() == What.RESET_HANDLER_RETURN;
    }

    /** MiniportResetEx is active from its call to its return; Mermaid takes it ill if what isn't active ends. */
    private void activate(Event event, int from, int to) {
        if (event.what() == What.RESET_HANDLER && to >= 0) {
            active[to]++;
            line("activate p" + to);
        } else if (event.what() == What.RESET_HANDLER_RETURN && from >= 0 && active[from] > 0) {
            active[from]--;
            line("deactivate p" + from);
        }
    }

    private void endActivations() {
        for (int i = 0; i < active.length; i++) {
            for (; active[i] > 0; active[i]--) {
                line("deactivate p" + i);
            }
        }
    }

    private void addRemarks(int rowsLeft) {
        if (participants.size() == 0) {
            line("participant p0 as NDIS");
            line("Note over p0: no events");
            return;
        }
        if (rowsLeft > 0) {
            line("Note over " + everybody() + ": " + rowsLeft + " more rows are not drawn");
        }
        String origin = anyReal ? "solid arrows: a real device. dashed: the model" : "simulated, no device was touched";
        line("Note over " + everybody() + ": " + MermaidText.of(origin));
    }

    private String everybody() {
        return participants.size() == 1 ? "p0" : "p0,p" + (participants.size() - 1);
    }

    private void line(String text) {
        out.append("    ").append(text).append('\n');
    }
}
