// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

/** Foreign text made fit for one line of a message. */
final class Printable {
    private static final int LONGEST = 140;

    private Printable() {}

    /** The text with everything but printable characters escaped, and cut if it is longer than any name. */
    static String text(String foreign) {
        StringBuilder line = new StringBuilder();
        foreign.codePoints().limit(LONGEST).forEach(c -> append(line, c));
        return foreign.codePointCount(0, foreign.length()) > LONGEST ? line + "…" : line.toString();
    }

    private static void append(StringBuilder line, int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> line.append(String.format("\\u%04x", codePoint));
            default -> line.appendCodePoint(codePoint);
        }
    }
}
