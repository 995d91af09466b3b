// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code on reset 2:}, and what a driver does then. */
final class HandlerParser {
    private static final int MOST = 1_000_000;

    private final Symbols symbols;
    private final StepParser miniportSteps;
    private final DeedParser protocolSteps;

    HandlerParser(Symbols symbols, StepParser miniportSteps, DeedParser protocolSteps) {
        this.symbols = symbols;
        this.miniportSteps = miniportSteps;
        this.protocolSteps = protocolSteps;
    }

    /** A miniport's; the cursor is behind {@code on}. */
    Handler miniports(Cursor cursor) throws MalformedScenarioException {
        return parse(cursor, true);
    }

    /** A protocol's; the cursor is behind {@code on}. */
    Handler protocols(Cursor cursor) throws MalformedScenarioException {
        return parse(cursor, false);
    }

    private Handler parse(Cursor cursor, boolean miniport) throws MalformedScenarioException {
        Map<String, Occasion> occasions = new LinkedHashMap<>();
        Occasion.of(miniport).forEach(occasion -> occasions.put(occasion.words(), occasion));
        Occasion occasion = occasions.get(cursor.choose(occasions.keySet()));
        if (occasion == null) {
            throw new AssertionError("every phrase has an occasion");
        }
        String only = only(cursor, occasion);
        int nth = cursor.seesNumber() ? (int) cursor.number("which call it is for", 1, MOST) : 0;
        List<Block> blocks = cursor.endWithBlock("what the driver does");
        List<Step> steps = miniport ? miniportSteps.steps(blocks) : protocolSteps.steps(blocks);
        return new Handler(cursor.start(), occasion, nth, only, steps);
    }

    /** What a handler is only for, said behind its occasion. */
    private @Nullable String only(Cursor cursor, Occasion occasion) throws MalformedScenarioException {
        if (cursor.atEnd() || (cursor.seesNumber() && !cursor.peek().startsWith("0x"))) {
            return occasion == Occasion.STATUS ? cursor.status().toString() : null;
        }
        return switch (occasion) {
            case STATUS -> cursor.status().toString();
            case REQUEST, CANCEL_REQUEST, REQUEST_DONE ->
                cursor.peek().matches("OID_.*|0x.*")
                        ? String.format("0x%08X", cursor.oid())
                        : symbols.declareOrUse(cursor, Symbols.Kind.REQUEST);
            case SEND, CANCEL_SEND, SEND_DONE -> symbols.declareOrUse(cursor, Symbols.Kind.NBL);
            case CREATE_VC, ACTIVATE_VC, DEACTIVATE_VC, DELETE_VC -> symbols.declareOrUse(cursor, Symbols.Kind.VC);
            default -> null;
        };
    }

    /** No two for the same call. */
    static void checkOnce(List<Handler> handlers) throws MalformedScenarioException {
        Map<String, Handler> seen = new HashMap<>();
        for (Handler handler : handlers) {
            Handler before = seen.putIfAbsent(handler.occasion() + " " + handler.nth() + " " + handler.only(), handler);
            if (before != null) {
                throw Cursor.wrong(
                        handler.at(),
                        "line " + before.at().line() + " says already what is done on "
                                + handler.occasion().words());
            }
        }
    }
}
