// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.List;
import netreset.ndis.Irql;
import netreset.ndis.trace.Event;

/** A page's rows: when, who and at which level on the left, then an arrow, a box, a flag or a banner. */
final class SvgRows {
    /** From a lane to the end of an arrow: beside a bar that may be there. */
    private static final int BESIDE = 6;

    private static final int TIP = 8;
    private static final int CROSS = 5;

    private final SvgRun run;
    private final SvgColumns columns;
    private final SvgHeights heights;
    private final Svg svg;

    SvgRows(SvgRun run, SvgHeights heights, Svg svg) {
        this.run = run;
        this.columns = run.columns();
        this.heights = heights;
        this.svg = svg;
    }

    void draw() {
        for (int i = heights.first(); i < heights.end(); i++) {
            drawGutter(i);
        }
        for (int i = heights.first(); i < heights.end(); i++) {
            drawRow(i);
        }
    }

    private void drawGutter(int i) {
        Event event = run.row(i).event();
        Event before = i == heights.first() ? null : run.row(i - 1).event();
        int y = heights.contentTop(i);
        if (before == null || before.atNanos() != event.atNanos()) {
            svg.text("s e", columns.timeRight(), y + 18, run.times().label(event.atNanos()));
            if (before != null) {
                svg.line("tick", SvgColumns.MARGIN, y - 3, columns.lanesRight(), y - 3);
            }
        }
        boolean sameRunner = before != null && before.agent().equals(event.agent()) && before.irql() == event.irql();
        int bandTop = sameRunner ? heights.rowTop(i) : y + 2;
        svg.rect(level(event.irql()), columns.bandX(), bandTop, 6, heights.rowEnd(i) - bandTop, 0);
        if (!sameRunner) {
            svg.text("s w", columns.bandX() + 12, y + 12, SvgColumns.agent(event));
            svg.text("s f", columns.bandX() + 12, y + 25, Irql.name(event.irql()));
        }
    }

    static String level(int irql) {
        return irql < Irql.DISPATCH ? "q0" : irql == Irql.DISPATCH ? "q2" : "q5";
    }

    private void drawRow(int i) {
        SvgRow row = run.row(i);
        svg.open(css(row) + (run.gates().isAnyClosed(i) ? " in" : ""), row.title());
        switch (row.shape()) {
            case ARROW -> drawArrow(i, row);
            case BOX -> drawBox(i, row, 0);
            case FLAG -> drawBox(i, row, SvgColumns.PENNANT);
            case BANNER -> drawBanner(i, row);
        }
        svg.close();
    }

    private static String css(SvgRow row) {
        if (row.shape() == SvgRow.Shape.FLAG) {
            return "flag";
        }
        String tone = switch (Tone.of(row.event())) {
            case REFUSED, BROKEN -> "bad";
            case ABORTED -> "undone";
            case QUIET -> "quiet";
            case GATE -> "gate";
            default -> "row";
        };
        return row.event().real() ? tone + " real" : tone;
    }

    private String dashed(SvgRow row) {
        return run.anyReal() && !row.event().real() ? " dash" : "";
    }

    private void drawArrow(int i, SvgRow row) {
        int y = heights.yOf(i);
        int direction = row.to() > row.from() ? 1 : -1;
        int start = columns.x(row.from()) + direction * BESIDE;
        int tip = columns.x(row.to()) - direction * BESIDE;
        int base = tip - direction * TIP;
        svg.path("a" + dashed(row), "M# #H#", start, y, base);
        if (row.isReturn()) {
            svg.path("a", "M# #L# #L# #M# #H#", base, y - 5, tip, y, base, y + 5, tip, y, base);
        } else {
            svg.path("tip", "M# #L# #L# #Z", base, y - 5, tip, y, base, y + 5);
        }
        if (Tone.of(row.event()) == Tone.REFUSED) {
            drawCross(start + direction * 8, y);
        }
        List<String> lines = columns.lines(row);
        int middle = (columns.x(row.from()) + columns.x(row.to())) / 2;
        svg.texts("l c halo", middle, y - 6 - (lines.size() - 1) * Font.LABEL.lineHeight(), Font.LABEL, lines);
    }

    private void drawCross(int x, int y) {
        svg.path("a", "M# #l10 10m-10 0l10 -10", x - CROSS, y - CROSS);
    }

    private void drawBox(int i, SvgRow row, int pennant) {
        List<String> lines = columns.lines(row);
        int width = Font.LABEL.widest(lines) + SvgColumns.BOX_EXTRA + pennant;
        int height = lines.size() * Font.LABEL.lineHeight() + 8;
        int x = columns.boxLeft(row.from(), width);
        int y = heights.yOf(i) - height / 2;
        svg.rect("box" + dashed(row), x, y, width, height, 4);
        if (pennant > 0) {
            int right = x + pennant;
            svg.path("pennant", "M# #H#l-7 12l7 12H#Z", x, y, right, x);
            svg.text("onred w c", x + pennant / 2 - 3, y + 17, row.flag());
        }
        svg.texts("l c", x + pennant + (width - pennant) / 2, y + 16, Font.LABEL, lines);
    }

    private void drawBanner(int i, SvgRow row) {
        List<String> lines = columns.lines(row);
        int height = lines.size() * Font.NAME.lineHeight() + 10;
        int y = heights.yOf(i) - height / 2;
        svg.rect("banner", columns.lanesLeft(), y, columns.lanesRight() - columns.lanesLeft(), height, 0);
        svg.texts("onred w c", (columns.lanesLeft() + columns.lanesRight()) / 2, y + 17, Font.NAME, lines);
    }
}
