// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** {@code expect …}. */
final class ExpectationParser {
    private static final int MOST = 1_000_000;
    private static final int MOST_PATTERNS = 1000;
    private static final List<String> ADAPTER_STATES = List.of(
            "halted", "shut down", "initialising", "paused", "restarting", "running", "pausing", "resetting", "idle");
    private static final List<String> VC_STATES =
            List.of("created", "activating", "active", "reactivating", "deactivating", "deleted");
    private static final List<String> FORMS = List.of(
            "in order",
            "exactly",
            "in any order",
            "no",
            "once",
            "at least",
            "at most",
            "within",
            "violation",
            "bug check");

    private final Symbols symbols;
    private final PatternParser patterns;

    ExpectationParser(Symbols symbols) {
        this.symbols = symbols;
        this.patterns = new PatternParser(symbols);
    }

    Expectation parse(Cursor cursor) throws MalformedScenarioException {
        Place at = cursor.start();
        if (cursor.seesNumber()) {
            int times = times(cursor);
            return count(cursor, times, times);
        }
        if (Vocabulary.WHATS.containsKey(cursor.peek()) && !isViolation(cursor)) {
            return count(cursor, 1, Integer.MAX_VALUE);
        }
        if (symbols.kindOf(cursor.peek()) != null) {
            return state(cursor);
        }
        List<String> forms = new ArrayList<>(FORMS);
        forms.addAll(Vocabulary.WHATS.keySet());
        forms.addAll(symbols.namesOf(Symbols.Kind.values()).stream().limit(100).toList());
        String form = FORMS.stream().filter(cursor::sees).findFirst().orElse("");
        if (form.isEmpty()) {
            throw cursor.unexpected(
                    Cursor.alternatives(FORMS) + ", a number of times, a kind of event, or a name", forms);
        }
        cursor.accept(form);
        return switch (form) {
            case "in order" -> new Expectation.InOrder(at, block(cursor));
            case "in any order" -> new Expectation.InAnyOrder(at, block(cursor));
            case "exactly" -> exactly(cursor);
            case "no" -> count(cursor, 0, 0);
            case "once" -> count(cursor, 1, 1);
            case "at least" -> count(cursor, times(cursor), Integer.MAX_VALUE);
            case "at most" -> count(cursor, 0, times(cursor));
            case "within" -> within(cursor);
            case "violation" -> violation(cursor);
            default -> bugCheck(cursor);
        };
    }

    /** The statement about a rule, not the kind of event. */
    private static boolean isViolation(Cursor cursor) {
        return cursor.sees("violation") && !PatternParser.clauses().contains(cursor.peekSecond());
    }

    private List<Pattern> block(Cursor cursor) throws MalformedScenarioException {
        List<Pattern> all = new ArrayList<>();
        for (Block block : cursor.endWithBlock("the events that are expected")) {
            if (all.size() == MOST_PATTERNS) {
                throw Cursor.wrong(block.at(), "at most " + MOST_PATTERNS + " events can be expected at once");
            }
            all.add(patterns.whole(block));
        }
        return all;
    }

    private Expectation exactly(Cursor cursor) throws MalformedScenarioException {
        Set<What> kinds = EnumSet.noneOf(What.class);
        if (cursor.accept("of")) {
            do {
                kinds.add(cursor.oneOf(Vocabulary.WHATS, "a kind of event, such as reset-handler"));
            } while (cursor.accept(","));
        }
        String adapter = cursor.accept("on") ? symbols.use(cursor, Symbols.Kind.MINIPORT) : null;
        List<Pattern> events = block(cursor);
        for (Pattern event : events) {
            if (!kinds.isEmpty() && !kinds.contains(event.what())) {
                throw Cursor.wrong(
                        event.at(),
                        "'" + event.what().word() + "' is none of the kinds that line "
                                + cursor.start().line() + " counts");
            }
        }
        return new Expectation.Exactly(cursor.start(), kinds, adapter, events);
    }

    private static int times(Cursor cursor) throws MalformedScenarioException {
        int times = (int) cursor.number("a number", 0, MOST);
        cursor.choose(List.of("times", "time"));
        return times;
    }

    private Expectation count(Cursor cursor, int least, int most) throws MalformedScenarioException {
        Pattern pattern = patterns.parse(cursor);
        Pattern after = cursor.accept("after") ? patterns.parse(cursor) : null;
        Pattern before = cursor.accept("before") ? patterns.parse(cursor) : null;
        if (!cursor.atEnd()) {
            List<String> words = new ArrayList<>(PatternParser.clauses());
            words.addAll(List.of("after", "before"));
            throw cursor.unexpected(Cursor.alternatives(words) + " or the end of the statement", words);
        }
        cursor.endWithoutBlock();
        return new Expectation.Count(cursor.start(), pattern, least, most, after, before);
    }

    private Expectation within(Cursor cursor) throws MalformedScenarioException {
        long nanos = cursor.duration();
        cursor.expect("of");
        Pattern first = patterns.parse(cursor);
        List<Pattern> then = block(cursor);
        if (then.size() != 1) {
            throw Cursor.wrong(then.get(1).at(), "one event only can be expected within a time");
        }
        return new Expectation.Within(cursor.start(), nanos, first, then.get(0));
    }

    private Expectation violation(Cursor cursor) throws MalformedScenarioException {
        int rule = SettingsParser.rule(cursor);
        String adapter = cursor.accept("on") ? symbols.use(cursor, Symbols.Kind.MINIPORT) : null;
        int times = 0;
        if (cursor.accept("once")) {
            times = 1;
        } else if (!cursor.atEnd()) {
            times = Math.max(1, times(cursor));
        }
        cursor.endWithoutBlock();
        return new Expectation.Violation(cursor.start(), rule, adapter, times);
    }

    private static Expectation bugCheck(Cursor cursor) throws MalformedScenarioException {
        long code = cursor.number("a bug check's number, such as 0x7C", 0, 0xFFFFFFFFL);
        long parameter = cursor.atEnd() ? -1 : cursor.number("its first parameter", 0, 0xFFFFFFFFL);
        cursor.endWithoutBlock();
        return new Expectation.BugCheck(cursor.start(), code, parameter);
    }

    private Expectation state(Cursor cursor) throws MalformedScenarioException {
        String name =
                symbols.use(cursor, Symbols.Kind.MINIPORT, Symbols.Kind.VC, Symbols.Kind.NBL, Symbols.Kind.REQUEST);
        Symbols.Kind kind = symbols.kindOf(name);
        Expectation expected;
        if (kind == Symbols.Kind.VC) {
            cursor.expect("is");
            expected = new Expectation.VcIs(cursor.start(), name, cursor.choose(VC_STATES));
        } else if (kind != Symbols.Kind.MINIPORT) {
            expected = new Expectation.EndsWith(cursor.start(), name, ending(cursor));
        } else if (cursor.accept("has been reset")) {
            expected = new Expectation.ResetCount(cursor.start(), name, cursor.accept("once") ? 1 : times(cursor));
        } else {
            cursor.expect("is");
            expected = new Expectation.AdapterIs(cursor.start(), name, cursor.choose(ADAPTER_STATES));
        }
        cursor.endWithoutBlock();
        return expected;
    }

    private static @Nullable NdisStatus ending(Cursor cursor) throws MalformedScenarioException {
        return cursor.choose(List.of("ends with", "has not come back")).equals("ends with") ? cursor.status() : null;
    }
}
