// SPDX-License-Identifier: Apache-2.0
package netreset;

/** Foreign text, such as a name a driver or a user gave, made fit for one line on any terminal. */
public final class Printable {
    /** Longer than any name: what goes beyond it says nothing. */
    private static final int LONGEST = 140;

    private Printable() {}

    /** The text with everything that isn't plain escaped: control codes, ESC, bidi marks, bytes that were no UTF-8. */
    public static String line(String foreign) {
        if (foreign.codePoints().allMatch(Printable::isPlain)) {
            return foreign;
        }
        StringBuilder line = new StringBuilder(foreign.length() + 16);
        foreign.codePoints().forEach(c -> append(line, c));
        return line.toString();
    }

    /** Likewise, cut where it is longer than any name. */
    public static String brief(String foreign) {
        return foreign.codePointCount(0, foreign.length()) <= LONGEST
                ? line(foreign)
                : line(foreign.substring(0, foreign.offsetByCodePoints(0, LONGEST))) + "…";
    }

    /** Whether a code point shows as itself, and moves nothing but the cursor to the right. */
    public static boolean isPlain(int codePoint) {
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

    private static void append(StringBuilder line, int codePoint) {
        if (isPlain(codePoint)) {
            line.appendCodePoint(codePoint);
        } else {
            line.append(String.format("\\u%04x", codePoint));
        }
    }
}
