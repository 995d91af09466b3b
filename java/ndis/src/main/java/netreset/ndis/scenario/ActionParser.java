// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.ArrayList;
import java.util.List;

/** Who does what when: {@code at 5ms on dpc: nic0 asks for a reset}. */
final class ActionParser {
    private static final List<String> SYSTEM_VERBS = List.of(
            "pauses",
            "restarts",
            "halts",
            "removes",
            "shuts down",
            "sets the power of",
            "binds",
            "unbinds",
            "attaches",
            "detaches");

    private final Symbols symbols;
    private final StepParser steps;
    private final DeedParser deeds;
    private long latest;

    ActionParser(Symbols symbols, StepParser steps, DeedParser deeds) {
        this.symbols = symbols;
        this.steps = steps;
        this.deeds = deeds;
    }

    /** The word is {@code at}, or {@code after}, which counts from the action before. */
    Action parse(String word, Cursor cursor) throws MalformedScenarioException {
        long time = cursor.duration();
        latest = word.equals("after") ? latest + time : time;
        Runs runs = RunsParser.parse(cursor, symbols, Runs.Kind.THREAD);
        List<Action.Deed> done = new ArrayList<>();
        for (Block block : cursor.endWithBlock("who does what")) {
            done.add(deed(new Cursor(block)));
        }
        return new Action(cursor.start(), latest, runs, done);
    }

    private Action.Deed deed(Cursor cursor) throws MalformedScenarioException {
        if (cursor.accept(Action.SYSTEM)) {
            return new Action.Deed(Action.SYSTEM, system(cursor));
        }
        if (cursor.accept(Action.OPERATOR)) {
            cursor.expect("resets");
            return new Action.Deed(Action.OPERATOR, system(cursor, Step.SystemVerb.RESETS));
        }
        if (cursor.sees("the")) {
            cursor.accept("the");
            throw cursor.unexpected("'system' or 'operator'", List.of("system", "operator"));
        }
        String subject = symbols.use(cursor, Symbols.Kind.MINIPORT, Symbols.Kind.PROTOCOL);
        if (symbols.kindOf(subject) == Symbols.Kind.PROTOCOL) {
            return new Action.Deed(subject, deeds.step(cursor));
        }
        if (cursor.accept("is pulled out")) {
            cursor.endWithoutBlock();
            return new Action.Deed(subject, new Step.BySystem(cursor.start(), Step.SystemVerb.PULLS, subject, null, 0));
        }
        return new Action.Deed(subject, steps.step(cursor));
    }

    private Step system(Cursor cursor) throws MalformedScenarioException {
        return switch (cursor.choose(SYSTEM_VERBS)) {
            case "pauses" -> system(cursor, Step.SystemVerb.PAUSES);
            case "restarts" -> system(cursor, Step.SystemVerb.RESTARTS);
            case "halts" -> system(cursor, Step.SystemVerb.HALTS);
            case "removes" -> system(cursor, Step.SystemVerb.REMOVES);
            case "shuts down" -> system(cursor, Step.SystemVerb.SHUTS_DOWN);
            case "binds" -> pair(cursor, Step.SystemVerb.BINDS, Symbols.Kind.PROTOCOL, "to");
            case "unbinds" -> pair(cursor, Step.SystemVerb.UNBINDS, Symbols.Kind.PROTOCOL, "from");
            case "attaches" -> pair(cursor, Step.SystemVerb.ATTACHES, Symbols.Kind.FILTER, "to");
            case "detaches" -> pair(cursor, Step.SystemVerb.DETACHES, Symbols.Kind.FILTER, "from");
            default -> power(cursor);
        };
    }

    private Step system(Cursor cursor, Step.SystemVerb verb) throws MalformedScenarioException {
        String adapter = symbols.use(cursor, Symbols.Kind.MINIPORT);
        cursor.endWithoutBlock();
        return new Step.BySystem(cursor.start(), verb, adapter, null, 0);
    }

    private Step pair(Cursor cursor, Step.SystemVerb verb, Symbols.Kind kind, String preposition)
            throws MalformedScenarioException {
        String other = symbols.use(cursor, kind);
        cursor.expect(preposition);
        String adapter = symbols.use(cursor, Symbols.Kind.MINIPORT);
        cursor.endWithoutBlock();
        return new Step.BySystem(cursor.start(), verb, adapter, other, 0);
    }

    private Step power(Cursor cursor) throws MalformedScenarioException {
        String adapter = symbols.use(cursor, Symbols.Kind.MINIPORT);
        cursor.expect("to");
        String state = cursor.choose(List.of("D0", "D1", "D2", "D3"));
        cursor.endWithoutBlock();
        return new Step.BySystem(cursor.start(), Step.SystemVerb.POWERS, adapter, null, state.charAt(1) - '0');
    }
}
