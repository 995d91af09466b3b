// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.Arrays;
import java.util.List;
import netreset.ndis.scenario.Expectation;
import netreset.ndis.scenario.Pattern;
import netreset.ndis.trace.Event;
import org.jspecify.annotations.Nullable;

/** Finds for each pattern an event of its own, whatever the order: a matching in a bipartite graph, by augmenting paths. */
final class AnyOrder {
    private final List<Pattern> patterns;
    private final List<Event> events;
    private final int[] patternOf;

    private AnyOrder(List<Pattern> patterns, List<Event> events) {
        this.patterns = patterns;
        this.events = events;
        this.patternOf = new int[events.size()];
        Arrays.fill(patternOf, -1);
    }

    static @Nullable Failure check(Expectation.InAnyOrder expected, List<Event> events) {
        AnyOrder matching = new AnyOrder(expected.patterns(), events);
        for (int i = 0; i < expected.patterns().size(); i++) {
            if (!matching.place(i, new boolean[events.size()])) {
                Pattern pattern = expected.patterns().get(i);
                String message = "expected one more event: " + PatternText.of(pattern) + Nearest.of(pattern, events, 0);
                return new Failure(pattern.at(), message, Excerpt.around(events, events.size() - 1));
            }
        }
        return null;
    }

    private boolean place(int pattern, boolean[] tried) {
        for (int i = 0; i < events.size(); i++) {
            if (!tried[i] && Match.is(patterns.get(pattern), events.get(i))) {
                tried[i] = true;
                if (patternOf[i] < 0 || place(patternOf[i], tried)) {
                    patternOf[i] = pattern;
                    return true;
                }
            }
        }
        return false;
    }
}
