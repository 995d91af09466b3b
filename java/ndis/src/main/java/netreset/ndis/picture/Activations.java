// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.Event;

/** When MiniportResetEx runs, and when a reset it has left pending is still going on, in rows. */
final class Activations {
    /**
     * From a row to another, both included; to the one after the last if it never ends.
     *
     * @param participant whose
     * @param pending whether the handler has returned, and the completion is to come
     */
    record Span(String participant, boolean pending, int first, int last) {}

    private final List<Span> spans = new ArrayList<>();
    private final Map<String, Integer> running = new LinkedHashMap<>();
    private final Map<String, Integer> pending = new LinkedHashMap<>();
    /** Completed before the handler returned PENDING. */
    private final List<String> early = new ArrayList<>();

    private Activations() {}

    static List<Span> of(List<Row> rows) {
        Activations activations = new Activations();
        for (int i = 0; i < rows.size(); i++) {
            activations.see(rows.get(i).event(), i);
        }
        int last = rows.size();
        activations.running.forEach((who, first) -> activations.spans.add(new Span(who, false, first, last)));
        activations.pending.forEach((who, first) -> activations.spans.add(new Span(who, true, first, last)));
        return List.copyOf(activations.spans);
    }

    private void see(Event event, int row) {
        switch (event.what()) {
            case RESET_HANDLER -> running.putIfAbsent(event.to() == null ? event.from() : event.to(), row);
            case RESET_HANDLER_RETURN -> handlerReturns(event, row);
            case RESET_COMPLETE -> complete(event.from(), row);
            default -> {}
        }
    }

    private void handlerReturns(Event event, int row) {
        String who = event.from();
        end(running, who, false, row);
        boolean completed = early.remove(who);
        if (NdisStatus.PENDING.equals(event.status()) && !completed) {
            pending.putIfAbsent(who, row);
        }
    }

    private void complete(String who, int row) {
        if (running.containsKey(who)) {
            early.add(who);
        }
        end(pending, who, true, row);
    }

    private void end(Map<String, Integer> begun, String who, boolean isPending, int row) {
        Integer first = begun.remove(who);
        if (first != null) {
            spans.add(new Span(who, isPending, first, row));
        }
    }
}
