// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

/** Foreign text, such as a name from a scenario, made fit for one line of any picture, terminal or XML. */
final class Plain {
    private static final char ESCAPE = '\\';

    private Plain() {}

    /** The text with everything escaped that isn't plain: control codes, bidi marks, halves of surrogate pairs. */
    static String line(String foreign) {
        if (foreign.codePoints().allMatch(Plain::isPlain)) {
            return foreign;
        }
        StringBuilder line = new StringBuilder(foreign.length() + 16);
        foreign.codePoints().forEach(c -> append(line, c, isPlain(c)));
        return line.toString();
    }

    /** Likewise, with everything escaped that isn't ASCII. */
    static String ascii(String foreign) {
        StringBuilder line = new StringBuilder(foreign.length() + 16);
        foreign.codePoints().forEach(c -> append(line, c, c >= 0x20 && c < 0x7f));
        return line.toString();
    }

    /** A plain line of no more than this many code points; the last is an ellipsis if there were more. */
    static String brief(String foreign, int most) {
        String line = line(foreign);
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** Whether a code point shows as itself, and moves nothing but the cursor to the right. */
    static boolean isPlain(int codePoint) {
        if (codePoint < 0x7f) {
            return codePoint >= 0x20;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static void append(StringBuilder line, int codePoint, boolean plain) {
        if (plain) {
            line.appendCodePoint(codePoint);
        } else {
            line.append(ESCAPE).append(String.format("u%04x", codePoint));
        }
    }
}
