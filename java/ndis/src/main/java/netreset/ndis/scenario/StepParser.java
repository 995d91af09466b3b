// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netreset.ndis.NdisStatus;
import org.jspecify.annotations.Nullable;

/** What a miniport does: in a handler, later, or at a given time. */
final class StepParser {
    private static final int LARGEST = 1_000_000;

    private final Symbols symbols;
    private final Map<String, Verb> verbs = new LinkedHashMap<>();

    private interface Verb {
        Step parse(Cursor cursor) throws MalformedScenarioException;
    }

    StepParser(Symbols symbols) {
        this.symbols = symbols;
        verbs.put("asks for a reset", c -> new Step.AskForReset(c.start(), null));
        verbs.put("completes the reset", c -> completeReset(c));
        verbs.put("completes the send", c -> completeSends(c, false));
        verbs.put("completes all sends", c -> completeSends(c, true));
        verbs.put("completes the request", c -> completeRequests(c, false));
        verbs.put("completes all requests", c -> completeRequests(c, true));
        verbs.put("completes the pause", c -> complete(c, Occasion.PAUSE));
        verbs.put("completes the restart", c -> complete(c, Occasion.RESTART));
        verbs.put("completes the activation of", c -> complete(c, Occasion.ACTIVATE_VC));
        verbs.put("completes the deactivation of", c -> complete(c, Occasion.DEACTIVATE_VC));
        verbs.put("completes", c -> completeNamed(c));
        verbs.put("returns", c -> new Step.Return(c.start(), c.status(), addressing(c)));
        verbs.put("never completes it", c -> new Step.NeverComplete(c.start()));
        verbs.put("answers", c -> answer(c));
        verbs.put("keeps it", c -> new Step.Keep(c.start(), false));
        verbs.put("puts it on the wire", c -> new Step.Keep(c.start(), true));
        verbs.put("indicates link up", c -> new Step.Indicate(c.start(), NdisStatus.LINK_STATE, true));
        verbs.put("indicates link down", c -> new Step.Indicate(c.start(), NdisStatus.LINK_STATE, false));
        verbs.put("indicates", c -> new Step.Indicate(c.start(), c.status(), false));
        verbs.put(
                "logs an error",
                c -> new Step.LogError(
                        c.start(), c.atEnd() ? "" : c.word("a code").text()));
        verbs.put("stalls for", c -> new Step.Stall(c.start(), c.duration()));
        verbs.put(
                "takes lock",
                c -> new Step.Lock(c.start(), Symbols.name(c, "a lock's name").text(), true));
        verbs.put(
                "releases lock",
                c -> new Step.Lock(c.start(), Symbols.name(c, "a lock's name").text(), false));
        hardware("loses its link", Step.HardwareVerb.LOSES_LINK);
        hardware("gets its link", Step.HardwareVerb.GETS_LINK);
        hardware("forgets its mac", Step.HardwareVerb.FORGETS_MAC);
        hardware("forgets its coalescing filters", Step.HardwareVerb.FORGETS_COALESCING_FILTERS);
        hardware("keeps its match counter", Step.HardwareVerb.KEEPS_MATCH_COUNTER);
        hardware("interrupts", Step.HardwareVerb.INTERRUPTS);
        hardware("needs a reset", Step.HardwareVerb.NEEDS_RESET);
        hardware("is beyond repair", Step.HardwareVerb.BEYOND_REPAIR);
        verbs.put("detects its link for", c -> new Step.DetectLink(c.start(), c.duration()));
        verbs.put("removes itself", c -> new Step.RemoveItself(c.start()));
        verbs.put("receives", c -> receive(c));
        verbs.put("after", c -> later(c));
    }

    private void hardware(String phrase, Step.HardwareVerb verb) {
        verbs.put(phrase, c -> new Step.Hardware(c.start(), verb));
    }

    /** What stands in a handler, or below {@code after}. */
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
        if (!(step instanceof Step.Later)) {
            cursor.endWithoutBlock();
        }
        return step;
    }

    private Step later(Cursor cursor) throws MalformedScenarioException {
        long nanos = cursor.duration();
        Runs runs = RunsParser.parse(cursor, symbols, Runs.Kind.TIMER);
        return new Step.Later(cursor.start(), nanos, runs, steps(cursor.endWithBlock("what happens then")));
    }

    private static Step completeReset(Cursor cursor) throws MalformedScenarioException {
        cursor.expect("with");
        return new Step.CompleteReset(cursor.start(), cursor.status(), addressing(cursor));
    }

    private static boolean addressing(Cursor cursor) throws MalformedScenarioException {
        if (!cursor.accept(",")) {
            return false;
        }
        cursor.expect("addressing reset");
        return true;
    }

    private static Step completeSends(Cursor cursor, boolean all) throws MalformedScenarioException {
        cursor.expect("with");
        return new Step.CompleteSends(cursor.start(), all, cursor.status());
    }

    private static Step completeRequests(Cursor cursor, boolean all) throws MalformedScenarioException {
        cursor.expect("with");
        return new Step.CompleteRequests(cursor.start(), all, cursor.status());
    }

    private Step completeNamed(Cursor cursor) throws MalformedScenarioException {
        String name = symbols.useLater(cursor, Symbols.Kind.NBL, Symbols.Kind.REQUEST);
        cursor.expect("with");
        return new Step.CompleteNamed(cursor.start(), name, cursor.status());
    }

    private Step complete(Cursor cursor, Occasion occasion) throws MalformedScenarioException {
        boolean ofVc = occasion == Occasion.ACTIVATE_VC || occasion == Occasion.DEACTIVATE_VC;
        String vc = ofVc ? symbols.useLater(cursor, Symbols.Kind.VC) : null;
        NdisStatus status = cursor.accept("with") ? cursor.status() : NdisStatus.SUCCESS;
        return new Step.Complete(cursor.start(), occasion, vc, status);
    }

    private static Step answer(Cursor cursor) throws MalformedScenarioException {
        List<Boolean> hung = new ArrayList<>();
        do {
            hung.add(cursor.choose(List.of("yes", "no")).equals("yes"));
        } while (cursor.accept(","));
        return new Step.Answer(cursor.start(), hung);
    }

    private static Step receive(Cursor cursor) throws MalformedScenarioException {
        int count = (int) cursor.number("a number of buffers", 1, LARGEST);
        cursor.choose(List.of("buffer", "buffers"));
        return new Step.Receive(cursor.start(), count);
    }

    static @Nullable String targetOrNull(Cursor cursor, Symbols symbols, Symbols.Kind... kinds)
            throws MalformedScenarioException {
        return cursor.accept("on") ? symbols.use(cursor, kinds) : null;
    }
}
