// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.List;

/** What is behind a page's rows: lifelines and their heads, closed gates, running handlers, states of connections. */
final class SvgBackground {
    private static final int BAR = 5;

    private final SvgRun run;
    private final SvgColumns columns;
    private final SvgHeights heights;
    private final Svg svg;

    SvgBackground(SvgRun run, SvgHeights heights, Svg svg) {
        this.run = run;
        this.columns = run.columns();
        this.heights = heights;
        this.svg = svg;
    }

    void draw() {
        drawShades();
        drawLives();
        drawGates();
        drawActivations();
        drawHeads(heights.top());
        if (heights.hasFoot()) {
            drawHeads(heights.bottom());
        }
        drawConnections();
    }

    private void drawShades() {
        for (Gates.Span span : run.gates().spans()) {
            if (heights.isHere(span.first(), span.last())) {
                int y = heights.yOf(span.first());
                int left = columns.lanesLeft() - 8;
                int height = heights.yOf(span.last()) - y;
                svg.rect("shade", left, y, columns.lanesRight() - left + 8, height, 0);
            }
        }
    }

    private void drawLives() {
        int bottom = heights.end(heights.end() - 1);
        for (int lane = 0; lane < run.participants().size(); lane++) {
            int x = columns.x(lane);
            svg.line("life", x, heights.top() + heights.head(), x, bottom);
        }
    }

    /** Beside NDIS's lifeline, a bar for each adapter. */
    private void drawGates() {
        int ndis = run.participants().lane("ndis");
        for (Gates.Span span : run.gates().spans()) {
            if (ndis >= 0 && heights.isHere(span.first(), span.last())) {
                int y = heights.yOf(span.first());
                int x = columns.x(ndis) - 2 + Math.max(0, run.gates().adapters().indexOf(span.adapter())) * BAR;
                svg.rect("gatebar", x, y, BAR - 1, heights.yOf(span.last()) - y, 0);
            }
        }
    }

    private void drawActivations() {
        for (Activations.Span span : run.activations()) {
            int lane = run.participants().lane(span.participant());
            if (lane >= 0 && heights.isHere(span.first(), span.last())) {
                int y = heights.yOf(span.first());
                svg.rect(
                        span.pending() ? "pend" : "bar",
                        columns.x(lane) - BAR,
                        y,
                        2 * BAR,
                        heights.yOf(span.last()) - y,
                        0);
            }
        }
    }

    private void drawHeads(int y) {
        for (int lane = 0; lane < run.participants().size(); lane++) {
            String name = run.participants().names().get(lane);
            drawHead(columns.x(lane), y, columns.headWidth(lane), name, columns.name(lane));
        }
        int vc = 0;
        for (String name : run.connections().keySet()) {
            int width = SvgColumns.VC_WIDTH - 8;
            List<String> lines = Font.NAME.wrap(Plain.line(name), width - 8, 1);
            drawHead(columns.vcX(vc++) + SvgColumns.VC_WIDTH / 2, y, width, "VC " + name, lines);
        }
    }

    private void drawHead(int x, int y, int width, String name, List<String> lines) {
        svg.open("lane", name);
        svg.rect("head", x - width / 2, y, width, heights.head(), 6);
        String kind = kind(name);
        int below =
                kind.isEmpty() ? (heights.head() - lines.size() * Font.NAME.lineHeight()) / 2 + Font.NAME.size() : 30;
        if (!kind.isEmpty()) {
            svg.text("s f c", x, y + 14, kind);
        }
        svg.texts("name", x, y + below, Font.NAME, lines);
        svg.close();
    }

    private static String kind(String participant) {
        int space = participant.indexOf(' ');
        return space < 0 ? "" : Plain.brief(participant.substring(0, space), 16);
    }

    private void drawConnections() {
        int column = 0;
        for (var entry : run.connections().entrySet()) {
            int x = columns.vcX(column++);
            int middle = x + SvgColumns.VC_WIDTH / 2;
            for (VcStates.Span span : entry.getValue()) {
                if (heights.isHere(span.first(), span.last()) && !span.state().equals("DELETED")) {
                    drawState(span, x, middle);
                }
            }
        }
    }

    private void drawState(VcStates.Span span, int x, int middle) {
        int y = heights.yOf(span.first());
        svg.rect(stateStyle(span.state()), x + 4, y, SvgColumns.VC_WIDTH - 8, heights.yOf(span.last()) - y, 3);
        svg.text("s c", middle, y + 15, span.state());
    }

    private static String stateStyle(String state) {
        return switch (state) {
            case "ACTIVE" -> "vcactive";
            case "CREATED" -> "vc";
            default -> "vcmoving";
        };
    }
}
