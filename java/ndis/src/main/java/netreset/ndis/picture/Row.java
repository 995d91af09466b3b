// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.trace.Event;

/**
 * What pictures draw in one go: an event, or the first of several that repeat it.
 *
 * @param event the first of them
 * @param times how often it happened
 * @param untilNanos when it happened last
 */
record Row(Event event, int times, long untilNanos) {
    private static final int LONGEST_CYCLE = 4;
    /** Two may well be worth two rows. */
    private static final int FEWEST = 3;

    /** The events as rows: of ticks that go on and on, the first cycle only. */
    static List<Row> of(List<Event> events) {
        List<Row> rows = new ArrayList<>(events.size());
        int i = 0;
        while (i < events.size()) {
            int cycle = cycleAt(events, i);
            int times = cycle == 0 ? 1 : repeats(events, i, cycle);
            int rowsHere = Math.max(cycle, 1);
            for (int j = i; j < i + rowsHere; j++) {
                Event last = events.get(j + (times - 1) * rowsHere);
                rows.add(new Row(events.get(j), times, last.atNanos()));
            }
            i += rowsHere * times;
        }
        return rows;
    }

    /** What to add to its words if it stands for more than one. */
    String repeated(Times clock) {
        return times == 1 ? "" : " (×" + times + ", until " + clock.label(untilNanos) + ")";
    }

    private static int cycleAt(List<Event> events, int start) {
        for (int cycle = 1; cycle <= LONGEST_CYCLE; cycle++) {
            if (start + cycle * FEWEST > events.size() || !isTick(events.get(start + cycle - 1))) {
                return 0;
            }
            if (repeats(events, start, cycle) >= FEWEST) {
                return cycle;
            }
        }
        return 0;
    }

    private static int repeats(List<Event> events, int start, int cycle) {
        int i = start + cycle;
        while (i < events.size() && same(events.get(i), events.get(i - cycle))) {
            i++;
        }
        return (i - start) / cycle;
    }

    private static boolean isTick(Event event) {
        return switch (event.what()) {
            case CHECK_FOR_HANG, TIMER, DPC, INTERRUPT, WORK_ITEM, LOCK, UNLOCK, STALL -> true;
            default -> false;
        };
    }

    /** But for their place in the log and their time. */
    static boolean same(Event a, Event b) {
        return at(a, 0, 0).equals(at(b, 0, 0));
    }

    private static Event at(Event e, long seq, long atNanos) {
        return new Event(
                seq,
                atNanos,
                e.agent(),
                e.irql(),
                e.what(),
                e.adapter(),
                e.from(),
                e.to(),
                e.vc(),
                e.status(),
                e.oid(),
                e.nbl(),
                e.rule(),
                e.text(),
                e.real());
    }
}
