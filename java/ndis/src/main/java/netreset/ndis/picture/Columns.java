// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.ArrayList;
import java.util.List;

/** Text in a terminal's columns: most characters take one, some take two or none. */
final class Columns {
    private Columns() {}

    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return c >= 0x1100 && isWide(c) ? 2 : 1;
    }

    /** East Asian wide or full width, or an emoji, by Unicode's blocks: as terminals draw them. */
    private static boolean isWide(int c) {
        return c <= 0x115f
                || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0xffe0 && c <= 0xffe6)
                || (c >= 0x1f300 && c <= 0x1faff)
                || (c >= 0x20000 && c <= 0x3fffd);
    }

    /** The text followed by spaces up to a width; cut to it if it is longer. */
    static String pad(String text, int width) {
        String fitting = fit(text, width);
        return fitting + " ".repeat(width - width(fitting));
    }

    /** The text, cut to a width if it is longer. */
    static String fit(String text, int width) {
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            used += width(c);
            if (used > width) {
                return text.substring(0, i);
            }
            i += Character.charCount(c);
        }
        return text;
    }

    /** The text in lines no wider than this, broken at spaces where there are some. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (width(rest) > width) {
            String line = fit(rest, width);
            int space = rest.startsWith(" ", line.length()) ? line.length() : line.lastIndexOf(' ');
            int end = space > 0 ? space : Math.max(line.length(), Character.charCount(rest.codePointAt(0)));
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty() || lines.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }
}
