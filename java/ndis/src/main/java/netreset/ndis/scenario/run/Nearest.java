// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.List;
import netreset.ndis.scenario.Pattern;
import netreset.ndis.trace.Event;

/** The event that was perhaps meant, where none is like a pattern. */
final class Nearest {
    private static final int MOST_DIFFERENCES = 2;

    private Nearest() {}

    /** The first event of the pattern's kind that differs least, and in what; nothing if all are quite different. */
    static String of(Pattern pattern, List<Event> events, int from) {
        Event best = null;
        int least = MOST_DIFFERENCES + 1;
        for (Event event : events.subList(from, events.size())) {
            int differences = event.what() == pattern.what()
                    ? Match.differences(pattern, event).size()
                    : least;
            if (differences < least) {
                least = differences;
                best = event;
            }
        }
        return best == null
                ? ""
                : "; event " + best.seq() + " is " + String.join("; ", Match.differences(pattern, best));
    }
}
