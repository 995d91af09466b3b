// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.trace.Event;
import org.jspecify.annotations.Nullable;

/**
 * Events as a timeline for a terminal, from top to bottom: the time where it changes, a lane for each level or agent with
 * a dot in the one that runs, a bar while a gate is closed, a mark on refused or aborted work and broken rules, and words.
 */
public final class Timeline {
    private static final String RESET = "\u001b[0m";
    private static final int MOST_BARS = 4;

    private final TimelineStyle style;
    private final Wording wording;
    private final List<Row> rows;
    private final Times times;
    private final TimelineLanes lanes;
    private final Gates gates;
    private final List<@Nullable String> adapters;
    private final ShortNames names;
    private final boolean anyReal;
    private final int timeWidth;
    private final StringBuilder out = new StringBuilder();

    private Timeline(List<Event> events, Wording wording, TimelineStyle style) {
        this.style = style;
        this.wording = wording;
        this.rows = Row.of(events);
        this.times = Times.of(events);
        this.lanes = TimelineLanes.of(events, style);
        this.gates = Gates.of(rows);
        this.adapters = gates.adapters();
        this.names = ShortNames.of(events);
        this.anyReal = events.stream().anyMatch(Event::real);
        this.timeWidth = rows.stream()
                .mapToInt(row -> times.label(row.event().atNanos()).length())
                .max()
                .orElse(0);
    }

    /** The timeline as lines of text, each with its end. */
    public static String of(List<Event> events, Wording wording, TimelineStyle style) {
        return new Timeline(events, wording, style).draw();
    }

    private String draw() {
        if (rows.isEmpty()) {
            return "no events\n";
        }
        if (names.adapter() != null) {
            Columns.wrap(text("all of it at " + names.adapter()), style.width())
                    .forEach(line -> out.append(line).append('\n'));
        }
        for (String legend : lanes.legend()) {
            out.append(legend).append('\n');
        }
        String head = Columns.pad("", timeWidth) + " " + lanes.head() + " gate";
        out.append(head.stripTrailing()).append('\n');
        for (int i = 0; i < rows.size(); i++) {
            row(i);
        }
        addLegend();
        return out.toString();
    }

    private void row(int i) {
        Event event = rows.get(i).event();
        boolean sameTime = i > 0 && rows.get(i - 1).event().atNanos() == event.atNanos();
        String time = sameTime ? "" : text(times.label(event.atNanos()));
        Tone tone = Tone.of(event);
        String closed = gateBars(i);
        String lead = " ".repeat(timeWidth - time.length()) + time + " ";
        String bar = " " + closed + " " + tone.mark(style.ascii()) + (event.real() ? "=" : " ");
        int space = style.width() - timeWidth - 1 - lanes.width() - bar.length();
        String first = lead + lanes.at(event) + bar;
        String next = " ".repeat(timeWidth + 1) + lanes.between() + " " + closed + "   ";
        for (String line : Columns.wrap(words(i), Math.max(space, 8))) {
            out.append(colour(tone, (first + line).stripTrailing())).append('\n');
            first = next;
        }
    }

    /** A bar for each adapter whose gate ever closes; the last stands for all for which there is no room. */
    private String gateBars(int i) {
        StringBuilder bars = new StringBuilder();
        for (int bar = 0; bar < Math.min(adapters.size(), MOST_BARS); bar++) {
            boolean last = bar == MOST_BARS - 1;
            int until = last ? adapters.size() : bar + 1;
            boolean closed = adapters.subList(bar, until).stream().anyMatch(adapter -> gates.isClosed(adapter, i));
            bars.append(closed ? symbol("█", "#") : " ");
        }
        return bars.toString();
    }

    private String words(int i) {
        Row row = rows.get(i);
        Event event = row.event();
        boolean sameAgent = i > 0 && rows.get(i - 1).event().agent().equals(event.agent());
        String agent = sameAgent || !lanes.namesAgents() ? "" : "[" + event.agent() + "] ";
        String to = event.to() == null ? "" : " → " + names.of(event.to());
        return text(agent + names.of(event.from()) + to + ": " + wording.of(event) + row.repeated(times));
    }

    private void addLegend() {
        List<String> marks = new ArrayList<>();
        addMark(marks, Tone.REFUSED, "refused");
        addMark(marks, Tone.ABORTED, "came back undone");
        addMark(marks, Tone.BROKEN, "a rule is broken");
        marks.add(anyReal ? "= a real device did it; all else is the model" : "simulated: no device was touched");
        Columns.wrap(String.join("   ", marks), style.width())
                .forEach(line -> out.append(line).append('\n'));
    }

    private void addMark(List<String> marks, Tone tone, String meaning) {
        if (rows.stream().anyMatch(row -> Tone.of(row.event()) == tone)) {
            marks.add(tone.mark(style.ascii()) + " " + meaning);
        }
    }

    private String colour(Tone tone, String line) {
        return style.colour() && !tone.colour().isEmpty() ? tone.colour() + line + RESET : line;
    }

    private String symbol(String unicode, String ascii) {
        return style.ascii() ? ascii : unicode;
    }

    private String text(String words) {
        return style.ascii() ? TimelineLanes.ascii(words) : Plain.line(words);
    }
}
