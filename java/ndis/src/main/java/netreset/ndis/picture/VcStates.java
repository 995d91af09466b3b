// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.Event;
import org.jspecify.annotations.Nullable;

/**
 * The states each virtual connection goes through, as its events tell: activation and deactivation are asked for and later
 * done, and a failed one leaves it as it was. A reset changes none.
 */
final class VcStates {
    /** From a row to another, both included: the last is where the next state begins, or after the run's end. */
    record Span(String state, int first, int last) {}

    private static final String CREATED = "CREATED";
    private static final String ACTIVATING = "ACTIVATING";
    private static final String ACTIVE = "ACTIVE";
    private static final String REACTIVATING = "REACTIVATING";
    private static final String DEACTIVATING = "DEACTIVATING";
    private static final String DELETED = "DELETED";

    private VcStates() {}

    /** By the name of the connection, in the order of their first events. */
    static Map<String, List<Span>> of(List<Row> rows) {
        Map<String, List<Span>> states = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Event event = rows.get(i).event();
            if (event.vc() != null) {
                enter(states.computeIfAbsent(event.vc(), vc -> new ArrayList<>()), event, i);
            }
        }
        states.values().removeIf(List::isEmpty);
        states.values().forEach(spans -> endLast(spans, rows.size()));
        return states;
    }

    private static void enter(List<Span> spans, Event event, int row) {
        String now = spans.isEmpty() ? DELETED : spans.get(spans.size() - 1).state();
        String next = next(now, event);
        if (!next.equals(now)) {
            endLast(spans, row);
            spans.add(new Span(next, row, row));
        }
    }

    private static void endLast(List<Span> spans, int row) {
        if (!spans.isEmpty()) {
            int last = spans.size() - 1;
            Span span = spans.get(last);
            spans.set(last, new Span(span.state(), span.first(), row));
        }
    }

    private static String next(String now, Event event) {
        return switch (event.what()) {
            case VC_CREATE -> now.equals(DELETED) && isAccepted(event.status()) ? CREATED : now;
            case VC_ACTIVATE -> !isAccepted(event.status()) ? now : now.equals(ACTIVE) ? REACTIVATING : ACTIVATING;
            case VC_ACTIVATED -> worked(event.status()) || now.equals(REACTIVATING) ? ACTIVE : CREATED;
            case VC_DEACTIVATE -> isAccepted(event.status()) ? DEACTIVATING : now;
            case VC_DEACTIVATED -> CREATED;
            case VC_DELETE -> worked(event.status()) ? DELETED : now;
            default -> now;
        };
    }

    private static boolean isAccepted(@Nullable NdisStatus status) {
        return worked(status) || NdisStatus.PENDING.equals(status);
    }

    private static boolean worked(@Nullable NdisStatus status) {
        return status == null || status.equals(NdisStatus.SUCCESS);
    }
}
