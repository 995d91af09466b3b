// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a protocol does, in a handler or at a given time. */
final class DeedParser {
    private static final int MOST_NBLS = 10_000;
    private static final int LARGEST = 1_000_000;

    private final Symbols symbols;
    private final Map<String, Verb> verbs = new LinkedHashMap<>();

    private interface Verb {
        Step parse(Cursor cursor) throws MalformedScenarioException;
    }

    DeedParser(Symbols symbols) {
        this.symbols = symbols;
        verbs.put("sends again what came back", c -> new Step.SendAgain(c.start()));
        verbs.put("sends", c -> send(c));
        verbs.put("cancels", c -> cancel(c));
        verbs.put("queries", c -> request(c, false));
        verbs.put("sets", c -> request(c, true));
        verbs.put("returns", c -> returnBuffers(c));
        verbs.put("asks for a reset of", c -> new Step.AskForReset(c.start(), symbols.use(c, Symbols.Kind.MINIPORT)));
        verbs.put("creates", c -> create(c));
        verbs.put("activates", c -> onVc(c, Step.VcVerb.ACTIVATES));
        verbs.put("deactivates", c -> onVc(c, Step.VcVerb.DEACTIVATES));
        verbs.put("deletes", c -> onVc(c, Step.VcVerb.DELETES));
        verbs.put("makes a call on", c -> onVc(c, Step.VcVerb.MAKES_CALL));
        verbs.put("closes the call on", c -> onVc(c, Step.VcVerb.CLOSES_CALL));
    }

    /** What stands in a protocol's handler. */
    List<Step> steps(List<Block> blocks) throws MalformedScenarioException {
        List<Step> steps = new ArrayList<>();
        for (Block block : blocks) {
            steps.add(step(new Cursor(block)));
        }
        return steps;
    }

    /** One step; the cursor is behind its subject if it has one. */
    Step step(Cursor cursor) throws MalformedScenarioException {
        Verb verb = verbs.get(cursor.choose(verbs.keySet()));
        if (verb == null) {
            throw new AssertionError("every phrase has a verb");
        }
        Step step = verb.parse(cursor);
        cursor.endWithoutBlock();
        return step;
    }

    private Step send(Cursor cursor) throws MalformedScenarioException {
        List<String> names = new ArrayList<>();
        do {
            if (names.size() == MOST_NBLS) {
                throw Cursor.wrong(cursor.here(), "at most " + MOST_NBLS + " net buffer lists are sent at once");
            }
            names.add(symbols.declareOrUse(cursor, Symbols.Kind.NBL));
        } while (cursor.accept(","));
        return new Step.Send(
                cursor.start(),
                names,
                StepParser.targetOrNull(cursor, symbols, Symbols.Kind.MINIPORT, Symbols.Kind.VC));
    }

    private Step cancel(Cursor cursor) throws MalformedScenarioException {
        return new Step.Cancel(cursor.start(), symbols.useLater(cursor, Symbols.Kind.NBL, Symbols.Kind.REQUEST));
    }

    private Step request(Cursor cursor, boolean set) throws MalformedScenarioException {
        int oid = cursor.oid();
        String target = StepParser.targetOrNull(cursor, symbols, Symbols.Kind.MINIPORT, Symbols.Kind.FAMILY);
        cursor.expect("as");
        return new Step.Request(cursor.start(), symbols.declareOrUse(cursor, Symbols.Kind.REQUEST), set, oid, target);
    }

    private static Step returnBuffers(Cursor cursor) throws MalformedScenarioException {
        int count = cursor.accept("all") ? 0 : (int) cursor.number("a number of buffers, or 'all'", 1, LARGEST);
        cursor.choose(List.of("buffer", "buffers"));
        return new Step.ReturnBuffers(cursor.start(), count);
    }

    private Step create(Cursor cursor) throws MalformedScenarioException {
        String vc = symbols.declareOrUse(cursor, Symbols.Kind.VC);
        cursor.expect("of");
        return new Step.OnVc(cursor.start(), Step.VcVerb.CREATES, vc, symbols.use(cursor, Symbols.Kind.FAMILY));
    }

    private Step onVc(Cursor cursor, Step.VcVerb verb) throws MalformedScenarioException {
        return new Step.OnVc(cursor.start(), verb, symbols.useLater(cursor, Symbols.Kind.VC), null);
    }
}
