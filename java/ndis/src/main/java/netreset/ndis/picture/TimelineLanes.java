// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import netreset.ndis.Irql;
import netreset.ndis.trace.Event;

/** The lanes of a timeline, side by side, with names above them as long as these leave room for words. */
final class TimelineLanes {
    private static final int BARE_LANE = 3;
    private static final int NAMED_LANE = 9;

    private final TimelineStyle style;
    private final List<String> names;
    private final Map<String, Integer> lanes;
    private final int laneWidth;
    /** How many lanes there is room for; the last is shared by all that follow. */
    private final int shown;

    private TimelineLanes(TimelineStyle style, List<String> names, Map<String, Integer> lanes) {
        this.style = style;
        this.names = names;
        this.lanes = lanes;
        int third = style.width() * 2 / 5;
        this.laneWidth = names.size() * NAMED_LANE <= third ? NAMED_LANE : BARE_LANE;
        this.shown = Math.min(names.size(), Math.max(1, third / laneWidth));
    }

    static TimelineLanes of(List<Event> events, TimelineStyle style) {
        Map<String, Integer> lanes = new LinkedHashMap<>();
        if (style.lanes() == TimelineStyle.Lanes.LEVELS) {
            TreeMap<Integer, String> levels = new TreeMap<>();
            events.forEach(event -> levels.put(event.irql(), Irql.name(event.irql())));
            levels.values().forEach(name -> lanes.put(name, lanes.size()));
        } else {
            events.forEach(event -> lanes.putIfAbsent(event.agent(), lanes.size()));
        }
        return new TimelineLanes(style, List.copyOf(lanes.keySet()), lanes);
    }

    /** Whether an event's words have to say which agent it was. */
    boolean namesAgents() {
        return style.lanes() == TimelineStyle.Lanes.LEVELS;
    }

    int width() {
        return shown * laneWidth;
    }

    String head() {
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < shown; i++) {
            head.append(Columns.pad(laneWidth == NAMED_LANE ? text(names.get(i)) : key(i), laneWidth - 1))
                    .append(' ');
        }
        return head.toString();
    }

    /** What the keys above bare lanes, and the letters in them, stand for; no line if the names are there. */
    List<String> legend() {
        List<String> words = new ArrayList<>();
        if (laneWidth == BARE_LANE) {
            for (int i = 0; i < names.size(); i++) {
                words.add(key(Math.min(i, shown - 1)) + " = " + text(names.get(i)));
            }
        }
        if (!namesAgents()) {
            words.add("P, A, D, number = its level");
        }
        return words.isEmpty() ? words : Columns.wrap(String.join(", ", words), style.width());
    }

    /** A row in which this event's lane has its dot. */
    String at(Event event) {
        String name = namesAgents() ? Irql.name(event.irql()) : event.agent();
        int lane = Math.min(lanes.getOrDefault(name, 0), shown - 1);
        return row(lane, namesAgents() ? (style.ascii() ? "*" : "●") : letter(event.irql()));
    }

    /** A row in which nothing happens. */
    String between() {
        return row(-1, "");
    }

    private String row(int lane, String dot) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < shown; i++) {
            String sign = i == lane ? dot : style.ascii() ? "|" : "│";
            row.append(Columns.pad((laneWidth == NAMED_LANE ? "   " : "") + sign, laneWidth));
        }
        return row.toString();
    }

    private static String key(int lane) {
        return lane < 26 ? Character.toString('a' + lane) : Integer.toString(lane);
    }

    private static String letter(int irql) {
        return irql > Irql.DISPATCH ? Integer.toString(irql) : Irql.name(irql).substring(0, 1);
    }

    private String text(String name) {
        return style.ascii() ? ascii(name) : Plain.line(name);
    }

    /** Our own signs have ASCII of their own; foreign ones are escaped. */
    static String ascii(String words) {
        return Plain.ascii(
                words.replace("→", "->").replace("µ", "u").replace("×", "x").replace("…", "..."));
    }
}
