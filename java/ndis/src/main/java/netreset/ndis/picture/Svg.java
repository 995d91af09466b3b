// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.List;

/** Writes SVG: whole pixels, one element a line, every text escaped. */
final class Svg {
    private final StringBuilder out = new StringBuilder();

    void raw(String xml) {
        out.append(xml).append('\n');
    }

    /** Begins a group that says what it is when pointed at. */
    void open(String css, String title) {
        out.append("<g class=\"")
                .append(css)
                .append("\"><title>")
                .append(XmlText.of(title))
                .append("</title>\n");
    }

    void close() {
        out.append("</g>\n");
    }

    void rect(String css, int x, int y, int width, int height, int radius) {
        out.append("<rect class=\"").append(css).append('"');
        number("x", x);
        number("y", y);
        number("width", width);
        number("height", Math.max(height, 0));
        if (radius > 0) {
            number("rx", radius);
        }
        out.append("/>\n");
    }

    void line(String css, int x1, int y1, int x2, int y2) {
        out.append("<line class=\"").append(css).append('"');
        number("x1", x1);
        number("y1", y1);
        number("x2", x2);
        number("y2", y2);
        out.append("/>\n");
    }

    /** A path of moves and lines as SVG has them, with a {@code #} for each number. */
    void path(String css, String moves, int... numbers) {
        out.append("<path class=\"").append(css).append("\" d=\"");
        int next = 0;
        for (int i = 0; i < moves.length(); i++) {
            if (moves.charAt(i) == '#') {
                out.append(numbers[next++]);
            } else {
                out.append(moves.charAt(i));
            }
        }
        out.append("\"/>\n");
    }

    /** One line of text that starts, ends or has its middle at a place, as its class's {@code text-anchor} has it. */
    void text(String css, int x, int y, String text) {
        out.append("<text class=\"").append(css).append('"');
        number("x", x);
        number("y", y);
        out.append('>').append(XmlText.of(text)).append("</text>\n");
    }

    /** Lines of text, the first at a place. */
    void texts(String css, int x, int y, Font font, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            text(css, x, y + i * font.lineHeight(), lines.get(i));
        }
    }

    private void number(String name, int value) {
        out.append(' ').append(name).append("=\"").append(value).append('"');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
