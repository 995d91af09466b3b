// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** {@code status RESET_START to protocol tcpip/nic0 at 5ms}: an event's kind, and what else must be true of it. */
final class PatternParser {
    private static final List<String> CLAUSES =
            List.of("on", "from", "to", "vc", "with", "oid", "of", "rule", "saying", "by", "at");
    private static final List<String> PARTIES =
            List.of("ndis", "miniport", "filter", "protocol", "hardware", "intermediate", "operator", "system");
    private static final List<String> AGENTS = List.of("worker", "isr", "dpc", "timer", "thread");

    private final Symbols symbols;

    PatternParser(Symbols symbols) {
        this.symbols = symbols;
    }

    /** Reads as far as the pattern goes. */
    Pattern parse(Cursor cursor) throws MalformedScenarioException {
        Place at = cursor.here();
        What what = cursor.oneOf(Vocabulary.WHATS, "a kind of event, such as reset-handler");
        Clauses clauses = new Clauses();
        clauses.status = cursor.seesStatus() ? cursor.status() : null;
        while (!cursor.atEnd() && CLAUSES.contains(cursor.peek())) {
            clause(cursor, clauses);
        }
        return new Pattern(
                at,
                what,
                clauses.agent,
                clauses.irql,
                clauses.adapter,
                clauses.from,
                clauses.to,
                clauses.vc,
                clauses.status,
                clauses.oid,
                clauses.nbl,
                clauses.rule,
                clauses.saying,
                clauses.notBefore,
                clauses.notAfter);
    }

    /** A pattern that is all of its statement. */
    Pattern whole(Block block) throws MalformedScenarioException {
        Cursor cursor = new Cursor(block);
        Pattern pattern = parse(cursor);
        if (!cursor.atEnd()) {
            throw cursor.unexpected(Cursor.alternatives(CLAUSES) + " or the end of the statement", CLAUSES);
        }
        cursor.endWithoutBlock();
        return pattern;
    }

    static List<String> clauses() {
        return CLAUSES;
    }

    private void clause(Cursor cursor, Clauses clauses) throws MalformedScenarioException {
        Place at = cursor.here();
        String word = cursor.choose(CLAUSES);
        boolean time = word.equals("at") && !RunsParser.seesLevel(cursor);
        if (!clauses.said.add(time ? "at time" : word)) {
            throw Cursor.wrong(at, "'" + word + "' is there already");
        }
        switch (word) {
            case "on" -> clauses.adapter = symbols.use(cursor, Symbols.Kind.MINIPORT);
            case "from" -> clauses.from = party(cursor);
            case "to" -> clauses.to = party(cursor);
            case "vc" -> clauses.vc = symbols.use(cursor, Symbols.Kind.VC);
            case "with" -> clauses.status = status(cursor, at, clauses.status);
            case "oid" -> clauses.oid = cursor.oid();
            case "of" -> clauses.nbl = symbols.use(cursor, Symbols.Kind.NBL, Symbols.Kind.REQUEST);
            case "rule" -> clauses.rule = SettingsParser.rule(cursor);
            case "saying" -> clauses.saying = cursor.quoted("a part of the event's text");
            case "by" -> clauses.agent = agent(cursor);
            default -> when(cursor, clauses, time);
        }
    }

    private static NdisStatus status(Cursor cursor, Place at, @Nullable NdisStatus before)
            throws MalformedScenarioException {
        if (before != null) {
            throw Cursor.wrong(at, "the status is there already");
        }
        return cursor.status();
    }

    private String party(Cursor cursor) throws MalformedScenarioException {
        String kind = cursor.choose(PARTIES);
        return switch (kind) {
            case "ndis", "operator", "system" -> kind;
            case "miniport", "hardware" -> kind + " " + symbols.use(cursor, Symbols.Kind.MINIPORT);
            case "filter" -> kind + " " + symbols.use(cursor, Symbols.Kind.FILTER);
            case "intermediate" -> kind + " " + symbols.use(cursor, Symbols.Kind.INTERMEDIATE);
            default -> kind + " " + binding(cursor);
        };
    }

    /** {@code tcpip}, or {@code tcpip/nic0}. */
    private String binding(Cursor cursor) throws MalformedScenarioException {
        Place at = cursor.here();
        Token token = cursor.word("a protocol, or a binding such as tcpip/nic0");
        int slash = token.text().indexOf('/');
        String protocol = slash < 0 ? token.text() : token.text().substring(0, slash);
        check(at, protocol, Symbols.Kind.PROTOCOL, Symbols.Kind.INTERMEDIATE);
        if (slash >= 0) {
            check(at, token.text().substring(slash + 1), Symbols.Kind.MINIPORT);
        }
        return token.text();
    }

    private void check(Place at, String name, Symbols.Kind... kinds) throws MalformedScenarioException {
        Symbols.Kind kind = symbols.kindOf(name);
        if (kind == null || !List.of(kinds).contains(kind)) {
            throw Cursor.wrong(
                    at,
                    "there is no " + kinds[0].words() + " '" + Quoting.brief(name) + "'"
                            + Spelling.hint(name, symbols.namesOf(kinds)));
        }
    }

    private static String agent(Cursor cursor) throws MalformedScenarioException {
        String kind = cursor.choose(AGENTS);
        boolean named = !cursor.atEnd() && !CLAUSES.contains(cursor.peek()) && !cursor.seesQuoted();
        return named ? kind + " " + cursor.word("a name").text() : kind;
    }

    private static void when(Cursor cursor, Clauses clauses, boolean time) throws MalformedScenarioException {
        if (!time) {
            clauses.irql = RunsParser.level(cursor);
            return;
        }
        String text = cursor.peek();
        int dots = text.indexOf("..");
        if (dots < 0) {
            clauses.notBefore = cursor.duration();
            clauses.notAfter = clauses.notBefore;
            return;
        }
        Place at = cursor.here();
        cursor.word("a time");
        clauses.notBefore = dots == 0 ? 0 : Quantity.nanos(text.substring(0, dots));
        String until = text.substring(dots + 2);
        clauses.notAfter = until.isEmpty() ? Long.MAX_VALUE : Quantity.nanos(until);
        if (clauses.notBefore < 0 || clauses.notAfter < clauses.notBefore) {
            throw Cursor.wrong(
                    at, "expected times such as 5ms..7ms, 5ms.. or ..7ms, found '" + Quoting.brief(text) + "'");
        }
    }

    /** A pattern while it is read. */
    private static final class Clauses {
        private final Set<String> said = new HashSet<>();
        private @Nullable String agent;
        private int irql = -1;
        private @Nullable String adapter;
        private @Nullable String from;
        private @Nullable String to;
        private @Nullable String vc;
        private @Nullable NdisStatus status;
        private int oid;
        private @Nullable String nbl;
        private int rule;
        private @Nullable String saying;
        private long notBefore;
        private long notAfter = Long.MAX_VALUE;
    }
}
