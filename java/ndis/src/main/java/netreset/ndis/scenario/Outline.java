// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A file as a tree of statements: indentation says what belongs to what. Knows nothing of what the words mean. */
final class Outline {
    /** The longest file read, in characters. */
    static final int LARGEST = 8 << 20;

    private static final int LONGEST_LINE = 1000;
    private static final int DEEPEST = 6;

    private final Deque<Level> open = new ArrayDeque<>();
    private final List<Block> top = new ArrayList<>();
    private final List<String> lesson = new ArrayList<>();

    private record Level(int indent, Block block) {}

    private Outline() {}

    static Outline of(String text) throws MalformedScenarioException {
        if (text.length() > LARGEST) {
            throw new MalformedScenarioException(
                    "", new Place(1, 1), "the file is too long: " + LARGEST + " characters are the most");
        }
        Outline outline = new Outline();
        int number = 0;
        int begin = text.startsWith("\uFEFF") ? 1 : 0;
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin);
            int next = end < 0 ? text.length() : end;
            int last = next > begin && text.charAt(next - 1) == '\r' ? next - 1 : next;
            outline.line(text.substring(begin, last), ++number);
            begin = next + 1;
        }
        outline.checkOpened(new Place(number + 1, 1));
        return outline;
    }

    List<Block> top() {
        return top;
    }

    /** The comment that the file begins with. */
    List<String> lesson() {
        return lesson;
    }

    static boolean isPlain(int c) {
        if (c < 0x7f) {
            return c >= 0x20;
        }
        return switch (Character.getType(c)) {
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

    private void line(String text, int number) throws MalformedScenarioException {
        check(text, number);
        if (top.isEmpty() && text.startsWith("#")) {
            lesson.add(text.substring(1).strip());
        }
        List<Token> tokens = Line.tokens(text, number);
        if (tokens.isEmpty()) {
            return;
        }
        int indent = tokens.get(0).at().column() - 1;
        if (text.lastIndexOf('\t', indent) >= 0) {
            throw wrong(new Place(number, text.indexOf('\t') + 1), "indent with spaces, not with tabs");
        }
        Place at = tokens.get(0).at();
        while (!open.isEmpty() && open.peek().indent() >= indent) {
            closeTop(at);
        }
        Block block = block(tokens, new Place(number, text.stripTrailing().length() + 1), open.size() + 1);
        siblings(indent, at).add(block);
        open.push(new Level(indent, block));
    }

    private static void check(String text, int number) throws MalformedScenarioException {
        if (text.length() > LONGEST_LINE) {
            throw wrong(
                    new Place(number, LONGEST_LINE + 1),
                    "the line is too long: " + LONGEST_LINE + " characters are the most");
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c != '\t' && !isPlain(c)) {
                throw wrong(new Place(number, i + 1), String.format("a character that can't be shown: U+%04X", c));
            }
        }
    }

    private List<Block> siblings(int indent, Place at) throws MalformedScenarioException {
        if (open.isEmpty()) {
            if (indent > 0) {
                throw wrong(at, "this is indented, but nothing above it ends with a colon");
            }
            return top;
        }
        Level parent = open.element();
        if (!parent.block().opens()) {
            throw wrong(at, "this is indented, but the line above it doesn't end with a colon");
        }
        List<Block> siblings = parent.block().children();
        if (!siblings.isEmpty()
                && siblings.get(0).at().line() == parent.block().at().line()) {
            throw wrong(at, "either goes after the colon, or on lines of its own below it, not both");
        }
        if (!siblings.isEmpty() && siblings.get(0).at().column() - 1 != indent) {
            throw wrong(
                    at, "indented otherwise than line " + siblings.get(0).at().line() + ", which it stands beside");
        }
        return siblings;
    }

    /** A colon within the line opens a block there; semicolons divide what is in it. */
    private static Block block(List<Token> tokens, Place end, int depth) throws MalformedScenarioException {
        if (depth > DEEPEST) {
            throw wrong(tokens.get(0).at(), "nested too deeply: " + DEEPEST + " levels are the most");
        }
        int colon = indexOf(tokens, ":", 0);
        if (colon == 0 || tokens.get(0).is(";")) {
            throw wrong(
                    tokens.get(0).at(),
                    "a word was expected before " + tokens.get(0).shown());
        }
        Token semicolon = tokens.get(Math.max(0, indexOf(tokens, ";", 0)));
        if (semicolon.is(";") && (colon < 0 || indexOf(tokens, ";", 0) < colon)) {
            throw wrong(semicolon.at(), "semicolons divide what stands after a colon; there is none before it");
        }
        if (colon < 0) {
            return new Block(List.copyOf(tokens), false, end, List.of());
        }
        List<Block> children = new ArrayList<>();
        for (int begin = colon + 1; begin < tokens.size(); ) {
            int next = endOfItem(tokens, begin);
            if (next == begin) {
                throw wrong(tokens.get(begin).at(), "a word was expected before ';'");
            }
            Place itsEnd = next < tokens.size() ? tokens.get(next).at() : end;
            children.add(block(tokens.subList(begin, next), itsEnd, depth + 1));
            begin = next + 1;
        }
        Place head = tokens.get(colon).at();
        return new Block(List.copyOf(tokens.subList(0, colon)), true, head, children);
    }

    /** Up to the semicolon; an item with a colon of its own takes all that follows. */
    private static int endOfItem(List<Token> tokens, int begin) {
        int semicolon = indexOf(tokens, ";", begin);
        int colon = indexOf(tokens, ":", begin);
        return semicolon < 0 || (colon >= 0 && colon < semicolon) ? tokens.size() : semicolon;
    }

    private static int indexOf(List<Token> tokens, String mark, int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == Token.Kind.MARK && tokens.get(i).is(mark)) {
                return i;
            }
        }
        return -1;
    }

    private void closeTop(Place at) throws MalformedScenarioException {
        Block closed = open.pop().block();
        if (closed.opens() && closed.children().isEmpty()) {
            throw wrong(
                    at,
                    "expected what belongs to line " + closed.at().line() + ", indented, as that ends with a colon");
        }
    }

    private void checkOpened(Place end) throws MalformedScenarioException {
        while (!open.isEmpty()) {
            closeTop(end);
        }
    }

    private static MalformedScenarioException wrong(Place at, String message) {
        return new MalformedScenarioException("", at, message);
    }
}
