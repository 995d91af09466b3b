// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import netreset.ndis.NdisStatus;

/** Reads a statement word by word, and says what was expected where something else stands. */
final class Cursor {
    private final Block block;
    private final List<Token> tokens;
    private int next;

    Cursor(Block block) {
        this.block = block;
        this.tokens = block.tokens();
    }

    Block block() {
        return block;
    }

    /** Where the statement begins. */
    Place start() {
        return block.at();
    }

    /** Where the next word is, or would be. */
    Place here() {
        return next < tokens.size() ? tokens.get(next).at() : block.end();
    }

    boolean atEnd() {
        return next >= tokens.size();
    }

    private static List<String> words(String phrase) {
        return List.of(phrase.split(" ", -1));
    }

    /** Whether these words come next. */
    boolean sees(String phrase) {
        List<String> words = words(phrase);
        if (next + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!tokens.get(next + i).is(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Reads these words if they come next. */
    boolean accept(String phrase) {
        boolean seen = sees(phrase);
        if (seen) {
            next += words(phrase).size();
        }
        return seen;
    }

    void expect(String phrase) throws MalformedScenarioException {
        for (String word : words(phrase)) {
            if (!accept(word)) {
                throw unexpected(shown(word), List.of(word));
            }
        }
    }

    /** Reads one of these phrases, the longest that fits. */
    String choose(Collection<String> phrases) throws MalformedScenarioException {
        String best = "";
        for (String phrase : phrases) {
            if (phrase.length() > best.length() && sees(phrase)) {
                best = phrase;
            }
        }
        if (best.isEmpty()) {
            throw unexpected(alternatives(phrases), phrases);
        }
        accept(best);
        return best;
    }

    /** Reads a word that is a key of the map. */
    <T> T oneOf(Map<String, T> words, String what) throws MalformedScenarioException {
        if (!atEnd() && tokens.get(next).kind() == Token.Kind.WORD) {
            T value = words.get(tokens.get(next).text());
            if (value != null) {
                next++;
                return value;
            }
        }
        throw unexpected(what, words.keySet());
    }

    Token word(String what) throws MalformedScenarioException {
        if (atEnd() || tokens.get(next).kind() != Token.Kind.WORD) {
            throw unexpected(what, List.of());
        }
        return tokens.get(next++);
    }

    String quoted(String what) throws MalformedScenarioException {
        if (atEnd() || tokens.get(next).kind() != Token.Kind.QUOTED) {
            throw unexpected(what + " between quotes", List.of());
        }
        return tokens.get(next++).text();
    }

    boolean seesQuoted() {
        return !atEnd() && tokens.get(next).kind() == Token.Kind.QUOTED;
    }

    /** The next word, or nothing. */
    String peek() {
        return atEnd() || tokens.get(next).kind() == Token.Kind.QUOTED
                ? ""
                : tokens.get(next).text();
    }

    /** The word after the next, or nothing. */
    String peekSecond() {
        return next + 1 >= tokens.size() ? "" : tokens.get(next + 1).text();
    }

    /** Whether the next word begins with a digit. */
    boolean seesNumber() {
        String word = peek();
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    long number(String what, long least, long most) throws MalformedScenarioException {
        Place at = here();
        Token token = word(what);
        long number = Quantity.number(token.text());
        if (number < 0) {
            throw wrong(at, "expected " + what + ", found " + token.shown());
        }
        if (number < least || number > most) {
            throw wrong(at, what + " must be from " + least + " to " + most + ", not " + token.text());
        }
        return number;
    }

    /** A time with its unit, in nanoseconds. */
    long duration() throws MalformedScenarioException {
        Place at = here();
        Token token = word("a time, such as 5ms");
        String text = token.text();
        if (seesUnit() && Quantity.isDecimal(text)) {
            text += tokens.get(next++).text();
        }
        long nanos = Quantity.nanos(text);
        if (nanos < 0) {
            throw wrong(
                    at, "expected a time, such as 5ms, 2s, 100us or 50ns (at most 1000000s), found " + token.shown());
        }
        return nanos;
    }

    private boolean seesUnit() {
        return Quantity.UNITS.contains(peek());
    }

    /** A status by name, or by number. */
    NdisStatus status() throws MalformedScenarioException {
        String word = peek();
        if (word.startsWith("0x")) {
            return new NdisStatus((int) number("a status", 0, 0xFFFFFFFFL));
        }
        NdisStatus status = Vocabulary.status(word);
        if (status == null) {
            throw unexpected("a status, such as SUCCESS or 0xC001000D", Vocabulary.STATUSES);
        }
        next++;
        return status;
    }

    boolean seesStatus() {
        String word = peek();
        return word.startsWith("0x") ? word.length() == 10 : Vocabulary.status(word) != null;
    }

    /** An OID by name, or by number. */
    int oid() throws MalformedScenarioException {
        if (peek().startsWith("0x")) {
            return (int) number("an OID", 1, 0xFFFFFFFFL);
        }
        Integer oid = Vocabulary.oid(peek());
        if (oid == null) {
            throw unexpected("an OID, such as OID_GEN_STATISTICS or 0x00020106", Vocabulary.OIDS);
        }
        next++;
        return oid;
    }

    /** Nothing more may come. */
    void end() throws MalformedScenarioException {
        if (!atEnd()) {
            throw wrong(
                    here(),
                    "the statement should end before " + tokens.get(next).shown());
        }
    }

    /** Nothing more may come, and nothing belongs to it. */
    void endWithoutBlock() throws MalformedScenarioException {
        end();
        if (block.opens()) {
            throw wrong(block.end(), "nothing can belong to this statement: leave out the ':'");
        }
    }

    /** The statement ends with a colon, and has something below. */
    List<Block> endWithBlock(String what) throws MalformedScenarioException {
        end();
        if (!block.opens()) {
            throw wrong(block.end(), "expected ':' and " + what);
        }
        return block.children();
    }

    MalformedScenarioException unexpected(String what, Collection<String> candidates) {
        if (atEnd()) {
            return wrong(
                    here(), "expected " + what + ", found " + (block.opens() ? "':'" : "the end of the statement"));
        }
        Token found = tokens.get(next);
        List<String> firsts = new ArrayList<>();
        candidates.forEach(phrase -> firsts.add(words(phrase).get(0)));
        String hint = found.kind() == Token.Kind.WORD ? Spelling.hint(found.text(), firsts) : "";
        return wrong(found.at(), "expected " + what + ", found " + found.shown() + hint);
    }

    static MalformedScenarioException wrong(Place at, String message) {
        return new MalformedScenarioException("", at, message);
    }

    static String alternatives(Collection<String> phrases) {
        List<String> all = List.copyOf(phrases);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            text.append(i == 0 ? "" : i == all.size() - 1 ? " or " : ", ").append(shown(all.get(i)));
        }
        return text.toString();
    }

    private static String shown(String word) {
        return "'" + word + "'";
    }
}
