// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part, from the top of the stack to the hardware. Among equals the order is that of their first event, but for
 * filters: indications climb, so the filter that first hears one is nearest the miniport.
 */
final class Participants {
    private final List<String> names;
    private final Map<String, Integer> lanes = new LinkedHashMap<>();

    private Participants(List<String> names) {
        this.names = List.copyOf(names);
        for (String name : this.names) {
            lanes.put(name, lanes.size());
        }
    }

    static Participants of(List<Event> events) {
        Map<String, Integer> order = new LinkedHashMap<>();
        Map<String, Integer> climbed = new LinkedHashMap<>();
        for (Event event : events) {
            see(order, event.from());
            see(order, event.to());
            if (event.what() == What.STATUS || event.what() == What.STATUS_SWALLOWED) {
                seeFilter(climbed, event.from());
                seeFilter(climbed, event.to());
            }
        }
        List<String> names = new ArrayList<>(order.keySet());
        names.sort(Comparator.<String, Role>comparing(Role::of)
                .thenComparingInt(name -> -climbed.getOrDefault(name, -1))
                .thenComparingInt(name -> order.getOrDefault(name, 0)));
        return new Participants(names);
    }

    private static void see(Map<String, Integer> order, @Nullable String name) {
        if (name != null) {
            order.putIfAbsent(name, order.size());
        }
    }

    private static void seeFilter(Map<String, Integer> climbed, @Nullable String name) {
        if (name != null && Role.of(name) == Role.FILTER) {
            climbed.putIfAbsent(name, climbed.size());
        }
    }

    List<String> names() {
        return names;
    }

    int size() {
        return names.size();
    }

    /** A participant's lane, from 0; -1 if it has none. */
    int lane(@Nullable String name) {
        return name == null ? -1 : lanes.getOrDefault(name, -1);
    }
}
