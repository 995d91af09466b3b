// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

/** Text inside XML and HTML, in content and in attributes: no character that either forbids, none that means something. */
final class XmlText {
    private XmlText() {}

    static String of(String foreign) {
        StringBuilder text = new StringBuilder(foreign.length() + 16);
        Plain.line(foreign).codePoints().forEach(c -> append(text, c));
        return text.toString();
    }

    private static void append(StringBuilder text, int c) {
        switch (c) {
            case '&' -> text.append("&amp;");
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '"' -> text.append("&quot;");
            case '\'' -> text.append("&#39;");
            default -> text.appendCodePoint(c);
        }
    }
}
