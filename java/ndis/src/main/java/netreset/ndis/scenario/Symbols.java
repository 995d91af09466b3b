// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names mean; each means one thing only. */
final class Symbols {
    private static final int LONGEST = 60;
    private static final Set<String> RESERVED =
            Set.of("the", "all", "it", "no", "any", "is", "on", "at", "with", "link", "what", "again", "ndis");

    private final Map<String, Symbol> names = new LinkedHashMap<>();
    private final List<Use> later = new ArrayList<>();

    /** Kinds of what has a name. */
    enum Kind {
        MINIPORT("miniport"),
        PROTOCOL("protocol"),
        FILTER("filter"),
        INTERMEDIATE("intermediate driver"),
        FAMILY("address family"),
        SAP("SAP"),
        VC("virtual connection"),
        PARTY("party"),
        NBL("net buffer list"),
        REQUEST("OID request");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private record Symbol(Kind kind, Place at) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Use(Token token, Kind... kinds) {}

    /** Gives a new name. */
    String declare(Cursor cursor, Kind kind) throws MalformedScenarioException {
        Token token = name(cursor, "a name for the " + kind.words());
        Symbol before = names.putIfAbsent(token.text(), new Symbol(kind, token.at()));
        if (before != null) {
            throw Cursor.wrong(
                    token.at(),
                    token.shown() + " is already the name of the "
                            + before.kind().words() + " of line " + before.at().line());
        }
        return token.text();
    }

    /** Reads a name that is new, or already means something of this kind. */
    String declareOrUse(Cursor cursor, Kind kind) throws MalformedScenarioException {
        return kind == kindOf(cursor.peek()) ? cursor.word("a name").text() : declare(cursor, kind);
    }

    /** Reads a name that has been given to something of one of these kinds. */
    String use(Cursor cursor, Kind... kinds) throws MalformedScenarioException {
        Token token = name(cursor, "the name of " + words(kinds));
        check(token, kinds);
        return token.text();
    }

    /** Likewise, or that will be given to it below. */
    String useLater(Cursor cursor, Kind... kinds) throws MalformedScenarioException {
        Token token = name(cursor, "the name of " + words(kinds));
        later.add(new Use(token, kinds));
        return token.text();
    }

    /** Nothing more will be given a name. */
    void checkUses() throws MalformedScenarioException {
        for (Use use : later) {
            check(use.token(), use.kinds());
        }
    }

    private void check(Token token, Kind... kinds) throws MalformedScenarioException {
        String what = words(kinds);
        Symbol symbol = names.get(token.text());
        if (symbol == null) {
            throw Cursor.wrong(
                    token.at(),
                    "there is no " + what + " " + token.shown() + Spelling.hint(token.text(), namesOf(kinds)));
        }
        if (!List.of(kinds).contains(symbol.kind())) {
            throw Cursor.wrong(
                    token.at(),
                    "expected " + what + "; " + token.shown() + " is a "
                            + symbol.kind().words());
        }
    }

    /** What a name means; {@code null} if nothing. */
    @Nullable
    Kind kindOf(String name) {
        Symbol symbol = names.get(name);
        return symbol == null ? null : symbol.kind();
    }

    List<String> namesOf(Kind... kinds) {
        List<String> some = new ArrayList<>();
        names.forEach((name, symbol) -> {
            if (List.of(kinds).contains(symbol.kind())) {
                some.add(name);
            }
        });
        return some;
    }

    /** Reads what can be a name. */
    static Token name(Cursor cursor, String what) throws MalformedScenarioException {
        Token token = cursor.word(what);
        String text = token.text();
        if (!Character.isLetter(text.charAt(0)) || text.indexOf('/') >= 0 || RESERVED.contains(text)) {
            throw Cursor.wrong(
                    token.at(),
                    "expected " + what + ", found " + token.shown()
                            + "; names begin with a letter, have no '/', and are none of the grammar's small words");
        }
        if (text.length() > LONGEST) {
            throw Cursor.wrong(token.at(), "a name has at most " + LONGEST + " characters");
        }
        return token;
    }

    private static String words(Kind... kinds) {
        List<String> words = new ArrayList<>();
        for (Kind kind : kinds) {
            words.add(kind.words());
        }
        return String.join(" or ", words);
    }
}
