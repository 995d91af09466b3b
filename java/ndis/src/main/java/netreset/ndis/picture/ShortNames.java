// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import netreset.ndis.trace.Event;
import org.jspecify.annotations.Nullable;

/**
 * Participants' names without the adapter's, where all events are about one: a terminal has no room to say it in each row.
 *
 * @param adapter the one adapter; {@code null} if there is none, or more than one
 */
record ShortNames(@Nullable String adapter) {
    static ShortNames of(List<Event> events) {
        Set<String> adapters = new LinkedHashSet<>();
        for (Event event : events) {
            if (event.adapter() != null) {
                adapters.add(event.adapter());
            }
        }
        return new ShortNames(adapters.size() == 1 ? adapters.iterator().next() : null);
    }

    String of(String participant) {
        if (adapter == null || adapter.isEmpty()) {
            return participant;
        }
        int own = participant.length() - adapter.length() - 1;
        boolean ends = own > 0 && participant.endsWith(adapter);
        return ends && (participant.charAt(own) == '/' || participant.charAt(own) == ' ')
                ? participant.substring(0, own)
                : participant;
    }
}
