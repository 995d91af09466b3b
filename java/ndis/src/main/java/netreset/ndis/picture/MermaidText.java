// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

/**
 * Text inside Mermaid. All but the most harmless ASCII is written as {@code #NUMBER;}, Mermaid's way of naming a
 * character: a semicolon ends a statement, a hash begins such a number, a per cent sign a comment or directive, a colon a
 * keyword, and angle brackets are HTML to it.
 */
final class MermaidText {
    private static final String HARMLESS = " .,()[]/=+_→×µ✗⚑↩※…-";

    private MermaidText() {}

    static String of(String foreign) {
        StringBuilder text = new StringBuilder(foreign.length() + 16);
        Plain.line(foreign).codePoints().forEach(c -> append(text, c));
        return text.toString();
    }

    private static void append(StringBuilder text, int c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || HARMLESS.indexOf(c) >= 0) {
            text.appendCodePoint(c);
        } else {
            text.append('#').append(c).append(';');
        }
    }
}
