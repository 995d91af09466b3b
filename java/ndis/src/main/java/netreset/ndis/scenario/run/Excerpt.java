// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.List;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.LogLine;

/** The part of a log around a place, for a message. */
final class Excerpt {
    private static final int BEFORE = 4;
    private static final int AFTER = 8;

    private Excerpt() {}

    /** The events around the index, which is marked; an index of -1 is before the first. */
    static String around(List<Event> events, int index) {
        StringBuilder text = new StringBuilder();
        int begin = Math.max(0, index - BEFORE);
        int end = Math.min(events.size(), index + AFTER + 1);
        if (begin > 0) {
            text.append("    … ").append(begin).append(" before\n");
        }
        for (int i = begin; i < end; i++) {
            text.append(i == index ? "  > " : "    ")
                    .append(LogLine.of(events.get(i)))
                    .append('\n');
        }
        if (end < events.size()) {
            text.append("    … ").append(events.size() - end).append(" after\n");
        }
        return text.toString();
    }
}
