// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.List;

/** One page of a sequence diagram: a title, some rows with the heads of the lanes above them, a legend. */
final class SvgPage {
    private static final int TITLE_TOP = 30;

    private final SvgRun run;
    private final Caption caption;
    private final int number;
    private final int pages;

    SvgPage(SvgRun run, Caption caption, int number, int pages) {
        this.run = run;
        this.caption = caption;
        this.number = number;
        this.pages = pages;
    }

    /** Rows from a first to before an end, as a document of its own. */
    String draw(int first, int end) {
        Svg svg = new Svg();
        int width = run.columns().width();
        int top = drawTitle(svg, width);
        SvgHeights heights = new SvgHeights(run, first, end, top);
        new SvgBackground(run, heights, svg).draw();
        new SvgRows(run, heights, svg).draw();
        int height = new SvgLegend(run, svg).draw(heights.foot() + SvgColumns.MARGIN, width);
        return document(svg, width, height);
    }

    private int drawTitle(Svg svg, int width) {
        int y = TITLE_TOP;
        List<String> lines = Font.TITLE.wrap(Plain.line(title()), width - 2 * SvgColumns.MARGIN, 2);
        svg.texts("title", SvgColumns.MARGIN, y, Font.TITLE, lines);
        y += Math.max(0, lines.size() - 1) * Font.TITLE.lineHeight();
        String facts = Plain.line(caption.facts());
        if (!facts.isEmpty()) {
            List<String> more = Font.LABEL.wrap(facts, width - 2 * SvgColumns.MARGIN, 3);
            svg.texts("f", SvgColumns.MARGIN, y + 22, Font.LABEL, more);
            y += 6 + more.size() * Font.LABEL.lineHeight();
        }
        return y + 18;
    }

    private String title() {
        String scenario = caption.scenario().isBlank() ? "NDIS" : caption.scenario();
        return pages == 1 ? scenario : scenario + " (page " + number + " of " + pages + ")";
    }

    private String document(Svg svg, int width, int height) {
        String id = "nd" + number;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"nd\" role=\"img\" aria-labelledby=\"" + id + "t " + id
                + "d\" width=\"" + width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height
                + "\">\n"
                + "<title id=\"" + id + "t\">" + XmlText.of(title()) + "</title>\n"
                + "<desc id=\"" + id + "d\">" + XmlText.of(description()) + "</desc>\n"
                + "<style>\n" + SvgStyle.CSS + "</style>\n"
                + "<rect class=\"bg\" width=\"" + width + "\" height=\"" + height + "\"/>\n"
                + svg + "</svg>\n";
    }

    private String description() {
        return "Sequence diagram of " + run.eventCount() + " events, from top to bottom, between "
                + String.join(", ", run.participants().names()) + ". " + run.origin() + " " + caption.facts();
    }
}
