// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** When NDIS's gates are closed, in rows: one span for each time an adapter's gate is. */
final class Gates {
    /**
     * From the row in which a gate closes to the one in which it opens, both included; the one after the last if it never
     * does.
     */
    record Span(@Nullable String adapter, int first, int last) {}

    private final List<Span> spans;
    private final BitSet closed = new BitSet();
    private final Map<@Nullable String, BitSet> byAdapter = new LinkedHashMap<>();

    private Gates(List<Span> spans) {
        this.spans = spans;
        for (Span span : spans) {
            closed.set(span.first, span.last + 1);
            byAdapter.computeIfAbsent(span.adapter, adapter -> new BitSet()).set(span.first, span.last + 1);
        }
    }

    static Gates of(List<Row> rows) {
        List<Span> spans = new ArrayList<>();
        Map<@Nullable String, Integer> closed = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Event event = rows.get(i).event();
            if (event.what() == What.GATE_CLOSE) {
                closed.putIfAbsent(event.adapter(), i);
            } else if (event.what() == What.GATE_OPEN) {
                Integer since = closed.remove(event.adapter());
                if (since != null) {
                    spans.add(new Span(event.adapter(), since, i));
                }
            }
        }
        closed.forEach((adapter, since) -> spans.add(new Span(adapter, since, rows.size())));
        spans.sort(Comparator.comparingInt(Span::first));
        return new Gates(List.copyOf(spans));
    }

    List<Span> spans() {
        return spans;
    }

    /** The adapters whose gates close at all, in the order in which they first do. */
    List<@Nullable String> adapters() {
        return new ArrayList<>(byAdapter.keySet());
    }

    /** Whether an adapter's gate is closed in a row. */
    boolean isClosed(@Nullable String adapter, int row) {
        BitSet rows = byAdapter.get(adapter);
        return rows != null && rows.get(row);
    }

    /** Whether any gate is closed in a row. */
    boolean isAnyClosed(int row) {
        return closed.get(row);
    }
}
