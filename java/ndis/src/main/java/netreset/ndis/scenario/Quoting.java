// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

/** Text of a file, made fit for a message. */
final class Quoting {
    private static final int LONGEST = 40;

    private Quoting() {}

    /** The text's beginning; what might do something to a terminal is spelt out. */
    static String brief(String text) {
        StringBuilder brief = new StringBuilder();
        int shown = 0;
        for (int i = 0; i < text.length() && shown < LONGEST; shown++) {
            int c = text.codePointAt(i);
            if (Outline.isPlain(c)) {
                brief.appendCodePoint(c);
            } else {
                brief.append(String.format("\\u%04x", c));
            }
            i += Character.charCount(c);
        }
        return text.length() > brief.length() ? brief.append('…').toString() : brief.toString();
    }
}
