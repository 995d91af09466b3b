// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.TreeMap;
import netreset.ndis.Irql;

/** What the signs of a diagram mean; those that aren't in it are left out. */
final class SvgLegend {
    private static final int SIGN = 28;
    private static final int GAP = 22;
    private static final int LINE = 22;

    private final SvgRun run;
    private final Svg svg;
    private int x;
    private int y;
    private int right;
    /** Where the last sign begins. */
    private int sign;

    SvgLegend(SvgRun run, Svg svg) {
        this.run = run;
        this.svg = svg;
    }

    /** Draws it from a height on, and returns where it ends. */
    int draw(int top, int width) {
        x = SvgColumns.MARGIN;
        y = top;
        right = width - SvgColumns.MARGIN;
        svg.line("life", x, top, right, top);
        y += LINE;
        drawOrigin();
        drawSpans();
        drawTones();
        drawLevels();
        return y + LINE / 2;
    }

    private void drawOrigin() {
        if (run.anyReal()) {
            place("a real device did it");
            line("real", "a");
            place("the model");
            line("row", "a dash");
        } else {
            int width = Font.SMALL_BOLD.width(run.origin());
            next(width);
            svg.text("s w", x - width - GAP, y, run.origin());
        }
    }

    private void drawSpans() {
        if (!run.gates().spans().isEmpty()) {
            place("gate closed");
            svg.rect("shade", sign, y - 11, SIGN - 8, 14, 0);
            svg.rect("gatebar", sign + 8, y - 11, 4, 14, 0);
        }
        if (run.activations().stream().anyMatch(span -> !span.pending())) {
            place("in MiniportResetEx");
            svg.rect("bar", sign + 5, y - 11, 10, 14, 0);
        }
        if (run.activations().stream().anyMatch(Activations.Span::pending)) {
            place("reset pending");
            svg.rect("pend", sign + 5, y - 11, 10, 14, 0);
        }
    }

    private void drawTones() {
        if (has(Tone.REFUSED)) {
            place("refused");
            line("bad", "a");
        }
        if (has(Tone.ABORTED)) {
            place("came back undone");
            line("undone", "a");
        }
        if (run.rows().stream().anyMatch(row -> row.shape() == SvgRow.Shape.FLAG)) {
            place("a rule is broken");
            svg.path("pennant", "M# #h22l-4 7l4 7h-22Z", sign, y - 12);
        }
    }

    private void drawLevels() {
        TreeMap<Integer, String> levels = new TreeMap<>();
        run.rows()
                .forEach(row ->
                        levels.put(row.event().irql(), Irql.name(row.event().irql())));
        levels.forEach((irql, name) -> {
            place(name);
            svg.rect(SvgRows.level(irql), sign + 8, y - 11, 6, 14, 0);
        });
    }

    private boolean has(Tone tone) {
        return run.rows().stream().anyMatch(row -> Tone.of(row.event()) == tone);
    }

    private void place(String meaning) {
        int width = SIGN + Font.SMALL.width(meaning);
        next(width);
        sign = x - width - GAP;
        svg.text("s", sign + SIGN, y, meaning);
    }

    private void next(int width) {
        if (x > SvgColumns.MARGIN && x + width > right) {
            x = SvgColumns.MARGIN;
            y += LINE;
        }
        x += width + GAP;
    }

    private void line(String tone, String css) {
        svg.raw("<g class=\"" + tone + "\">");
        svg.line(css, sign, y - 4, sign + SIGN - 8, y - 4);
        svg.close();
    }
}
