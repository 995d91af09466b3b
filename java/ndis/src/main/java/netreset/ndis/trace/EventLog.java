// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps all events. */
public final class EventLog implements Trace {
    private final List<Event> events = new ArrayList<>();

    public EventLog() {}

    @Override
    public void add(Event event) {
        events.add(event);
    }

    public List<Event> events() {
        return Collections.unmodifiableList(events);
    }

    /** The last events, for a message. */
    public List<Event> tail(int count) {
        return List.copyOf(events.subList(Math.max(0, events.size() - count), events.size()));
    }

    /** All of it as text, a line each; equal runs give equal bytes. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Event event : events) {
            text.append(LogLine.of(event)).append('\n');
        }
        return text.toString();
    }
}
