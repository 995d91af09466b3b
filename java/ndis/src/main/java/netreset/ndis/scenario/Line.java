// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.ArrayList;
import java.util.List;

/** The words of one line. */
final class Line {
    private final String text;
    private final int number;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Line(String text, int number) {
        this.text = text;
        this.number = number;
    }

    static List<Token> tokens(String text, int number) throws MalformedScenarioException {
        Line line = new Line(text, number);
        while (line.at < text.length() && text.charAt(line.at) != '#') {
            line.next();
        }
        return line.tokens;
    }

    private void next() throws MalformedScenarioException {
        char c = text.charAt(at);
        if (c == ' ' || c == '\t') {
            at++;
        } else if (c == '"') {
            quoted();
        } else if (":;,".indexOf(c) >= 0) {
            add(Token.Kind.MARK, at, at + 1);
            at++;
        } else if (isOfWord(c)) {
            int begin = at;
            while (at < text.length() && isOfWord(text.charAt(at))) {
                at++;
            }
            add(Token.Kind.WORD, begin, at);
        } else {
            int bad = text.codePointAt(at);
            throw wrong(
                    at,
                    "'" + Quoting.brief(Character.toString(bad)) + "' has no meaning here; texts go between quotes");
        }
    }

    private void quoted() throws MalformedScenarioException {
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
            throw wrong(at, "this quote is not closed on its line");
        }
        add(Token.Kind.QUOTED, at + 1, end);
        at = end + 1;
    }

    private void add(Token.Kind kind, int begin, int end) {
        int quote = kind == Token.Kind.QUOTED ? 1 : 0;
        tokens.add(new Token(kind, text.substring(begin, end), new Place(number, begin + 1 - quote)));
    }

    /** Names, numbers with their units, MAC addresses with hyphens, {@code protocol/adapter}. */
    private static boolean isOfWord(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '.'
                || c == '/';
    }

    private MalformedScenarioException wrong(int index, String message) {
        return new MalformedScenarioException("", new Place(number, index + 1), message);
    }
}
