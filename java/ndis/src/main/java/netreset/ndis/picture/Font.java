// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide text may get. Which font a viewer has isn't known: measured is a wide one (the widths are DejaVu Sans's), so
 * that in narrower ones there is only more air.
 *
 * @param size in pixels
 * @param bold whether it is bold
 */
record Font(int size, boolean bold) {
    static final Font TITLE = new Font(18, true);
    static final Font NAME = new Font(13, true);
    static final Font LABEL = new Font(13, false);
    static final Font SMALL = new Font(11, false);
    static final Font SMALL_BOLD = new Font(11, true);

    private static final int FIRST = 32;
    private static final int LAST = 126;
    private static final double BOLDER = 1.13;
    private static final int OTHER_PERCENT = 70;
    private static final int WIDE_PERCENT = 105;

    /** From the space to the tilde, in hundredths of the size. */
    private static final int[] PERCENT = {
        32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34,
        84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73, 68, 99,
        69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52,
        39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84
    };

    /** The width in pixels, rounded up. */
    int width(String text) {
        long percent = text.codePoints().mapToLong(Font::percent).sum();
        return (int) Math.ceil(percent * size * (bold ? BOLDER : 1) / 100);
    }

    int lineHeight() {
        return size + 3;
    }

    int widest(List<String> lines) {
        return lines.stream().mapToInt(this::width).max().orElse(0);
    }

    /** The text in at most some lines of a width; an ellipsis ends it if that isn't enough. */
    List<String> wrap(String text, int width, int mostLines) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty() && lines.size() < mostLines) {
            int end = lineEnd(rest, width);
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.set(mostLines - 1, shortened(lines.get(mostLines - 1), width));
        }
        return lines;
    }

    /** Where a line ends: after as much as fits, at a place for a break if it has one. */
    private int lineEnd(String text, int width) {
        if (width(text) <= width) {
            return text.length();
        }
        int end = fitting(text, width);
        int space = text.lastIndexOf(' ', end);
        return space > end / 3 ? space : joint(text, end);
    }

    /** A place inside a word where it may be cut: after a joint, if there is one that isn't too near its beginning. */
    private static int joint(String text, int end) {
        for (int i = end; i > end / 3; i--) {
            if ("_/-.".indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return end;
    }

    private String shortened(String line, int width) {
        String cut = line;
        while (!cut.isEmpty() && width(cut + "…") > width) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut + "…";
    }

    private int fitting(String text, int width) {
        int end = Character.charCount(text.codePointAt(0));
        while (end < text.length()) {
            int next = end + Character.charCount(text.codePointAt(end));
            if (width(text.substring(0, next)) > width) {
                return end;
            }
            end = next;
        }
        return end;
    }

    private static int percent(int c) {
        if (c >= FIRST && c <= LAST) {
            return PERCENT[c - FIRST];
        }
        return switch (Columns.width(c)) {
            case 0 -> 0;
            case 1 -> c > 0x2000 ? 100 : OTHER_PERCENT;
            default -> WIDE_PERCENT;
        };
    }
}
