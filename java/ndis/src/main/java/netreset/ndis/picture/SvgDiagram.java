// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.trace.Event;

/**
 * Events as an SVG sequence diagram that needs nothing else: no font, script or style from anywhere. It follows the
 * viewer's choice of light or dark. Rows bear their event's log line as a title, for those who can't see and for pointers.
 */
public final class SvgDiagram {
    /** About what a large screen shows, and a printer puts on paper. */
    public static final int USUAL_ROWS = 60;

    private SvgDiagram() {}

    /** All of it as one document, however long. */
    public static String of(Caption caption, List<Event> events, Wording wording) {
        return pages(caption, events, wording, Integer.MAX_VALUE).get(0);
    }

    /** As many documents as it takes with so many rows on each; there is always one. */
    public static List<String> pages(Caption caption, List<Event> events, Wording wording, int rowsPerPage) {
        if (rowsPerPage < 1) {
            throw new IllegalArgumentException("no rows on a page: " + rowsPerPage);
        }
        SvgRun run = new SvgRun(events, wording);
        int count = Math.max(1, (int) (((long) run.size() + rowsPerPage - 1) / rowsPerPage));
        List<String> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int first = i * rowsPerPage;
            int end = (int) Math.min(run.size(), (long) first + rowsPerPage);
            pages.add(new SvgPage(run, caption, i + 1, count).draw(first, end));
        }
        return pages;
    }
}
