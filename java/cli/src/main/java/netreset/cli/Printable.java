// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

/** Foreign text, such as a name a driver or a user gave, made fit for one line on any terminal. */
final class Printable {
    private Printable() {}

    /** The text with everything that isn't plain escaped: control codes, ESC, bidi marks, bytes that were no UTF-8. */
    static String line(String foreign) {
        if (foreign.codePoints().allMatch(Printable::isPlain)) {
            return foreign;
        }
        StringBuilder line = new StringBuilder(foreign.length() + 16);
        foreign.codePoints().forEach(c -> append(line, c));
        return line.toString();
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

    private static void append(StringBuilder line, int codePoint) {
        if (isPlain(codePoint)) {
            line.appendCodePoint(codePoint);
        } else {
            line.append(String.format("\\u%04x", codePoint));
        }
    }
}
