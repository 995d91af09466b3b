// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.List;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.LogLine;
import netreset.ndis.trace.What;

/**
 * A row of a sequence diagram: what it says and where its parts are.
 *
 * @param row the row
 * @param shape how it is drawn
 * @param from the lane of who did it
 * @param to the lane of whom it reached; the same if there is none
 * @param words what it says
 */
record SvgRow(Row row, Shape shape, int from, int to, String words) {
    enum Shape {
        /** From one lane to another. */
        ARROW,
        /** On a lane. */
        BOX,
        /** On a lane, with a flag that bears the rule's number. */
        FLAG,
        /** Across all lanes. */
        BANNER
    }

    static SvgRow of(Row row, Participants participants, Wording wording, Times times) {
        Event event = row.event();
        int from = participants.lane(event.from());
        int to = participants.lane(event.to());
        Shape shape = shape(event, from, to);
        String words = shape == Shape.FLAG ? flagWords(event, wording) : wording.of(event);
        return new SvgRow(row, shape, from, shape == Shape.ARROW ? to : from, words + row.repeated(times));
    }

    private static Shape shape(Event event, int from, int to) {
        if (event.what() == What.BUG_CHECK) {
            return Shape.BANNER;
        }
        if (event.what() == What.VIOLATION) {
            return Shape.FLAG;
        }
        return to < 0 || to == from ? Shape.BOX : Shape.ARROW;
    }

    private static String flagWords(Event event, Wording wording) {
        return event.text() == null ? wording.of(event) : Plain.brief(event.text(), 240);
    }

    Event event() {
        return row.event();
    }

    int left() {
        return Math.min(from, to);
    }

    int right() {
        return Math.max(from, to);
    }

    /** Whether it is the way back from a call. */
    boolean isReturn() {
        return event().what() == What.RESET_HANDLER_RETURN || event().what() == What.INITIALIZE_RETURN;
    }

    /** What its flag bears. */
    String flag() {
        return event().rule() == 0 ? "!" : "R" + event().rule();
    }

    /** What to say of it to someone who can't see, or wants to know more. */
    String title() {
        return LogLine.of(event());
    }

    static List<SvgRow> of(List<Row> rows, Participants participants, Wording wording, Times times) {
        return rows.stream().map(row -> of(row, participants, wording, times)).toList();
    }
}
