// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.LogLine;
import org.jspecify.annotations.Nullable;

/**
 * Where two runs part: their first difference, with what came before it in both and what followed in each. A run that is
 * the same but for its end differs where the shorter one ends.
 */
public final class RunDiff {
    private static final int NEIGHBOURS = 3;

    private RunDiff() {}

    /** The place in the lists, from 0, of the first event that isn't equal; -1 if there is none. */
    public static int firstDifference(List<Event> left, List<Event> right) {
        int both = Math.min(left.size(), right.size());
        for (int i = 0; i < both; i++) {
            if (!left.get(i).equals(right.get(i))) {
                return i;
            }
        }
        return left.size() == right.size() ? -1 : both;
    }

    /** The difference as text that ends with a line end, as {@code diff -u} marks it. */
    public static String text(String leftName, List<Event> left, String rightName, List<Event> right) {
        int at = firstDifference(left, right);
        if (at < 0) {
            return "equal: " + left.size() + " events\n";
        }
        StringBuilder text = new StringBuilder();
        text.append("--- ")
                .append(Plain.line(leftName))
                .append(", ")
                .append(left.size())
                .append(" events\n");
        text.append("+++ ")
                .append(Plain.line(rightName))
                .append(", ")
                .append(right.size())
                .append(" events\n");
        text.append("@@ first difference: event ")
                .append(at + 1)
                .append(" of either, ")
                .append(parts(left, right, at));
        text.append(" @@\n");
        add(text, ' ', left, Math.max(0, at - NEIGHBOURS), at);
        add(text, '-', left, at, at + 1 + NEIGHBOURS);
        add(text, '+', right, at, at + 1 + NEIGHBOURS);
        return text.toString();
    }

    private static void add(StringBuilder text, char mark, List<Event> events, int from, int to) {
        for (Event event : events.subList(Math.min(from, events.size()), Math.min(to, events.size()))) {
            text.append(mark).append(Plain.line(LogLine.of(event))).append('\n');
        }
    }

    private static String parts(List<Event> left, List<Event> right, int at) {
        if (at == left.size() || at == right.size()) {
            return at == left.size() ? "where the first run ends" : "where the second run ends";
        }
        return "in " + String.join(", ", parts(left.get(at), right.get(at)));
    }

    private static List<String> parts(Event a, Event b) {
        List<String> parts = new ArrayList<>();
        add(parts, "seq", a.seq(), b.seq());
        add(parts, "time", a.atNanos(), b.atNanos());
        add(parts, "agent", a.agent(), b.agent());
        add(parts, "irql", a.irql(), b.irql());
        add(parts, "kind", a.what(), b.what());
        add(parts, "adapter", a.adapter(), b.adapter());
        add(parts, "from", a.from(), b.from());
        add(parts, "to", a.to(), b.to());
        add(parts, "vc", a.vc(), b.vc());
        add(parts, "status", a.status(), b.status());
        add(parts, "oid", a.oid(), b.oid());
        add(parts, "nbl", a.nbl(), b.nbl());
        add(parts, "rule", a.rule(), b.rule());
        add(parts, "text", a.text(), b.text());
        add(parts, "real", a.real(), b.real());
        return parts;
    }

    private static void add(List<String> parts, String name, @Nullable Object a, @Nullable Object b) {
        if (!Objects.equals(a, b)) {
            parts.add(name);
        }
    }
}
