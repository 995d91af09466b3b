// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import netreset.ndis.Irql;
import org.jspecify.annotations.Nullable;

/** Which thread of control something runs in: {@code on dpc}, {@code on thread app at DISPATCH}. */
final class RunsParser {
    private static final Map<String, Integer> LEVELS = levels();
    private static final Map<String, Runs.Kind> KINDS = kinds();

    private RunsParser() {}

    private static Map<String, Integer> levels() {
        Map<String, Integer> levels = new LinkedHashMap<>();
        levels.put("PASSIVE", Irql.PASSIVE);
        levels.put("APC", Irql.APC);
        levels.put("DISPATCH", Irql.DISPATCH);
        levels.put("DEVICE", Irql.DEVICE);
        return levels;
    }

    private static Map<String, Runs.Kind> kinds() {
        Map<String, Runs.Kind> kinds = new LinkedHashMap<>();
        for (Runs.Kind kind : Runs.Kind.values()) {
            kinds.put(kind.name().toLowerCase(Locale.ROOT), kind);
        }
        return kinds;
    }

    /** Reads it if it is there. */
    static Runs parse(Cursor cursor, Symbols symbols, Runs.Kind usual) throws MalformedScenarioException {
        Runs.Kind kind = usual;
        String name = null;
        if (cursor.accept("on")) {
            kind = cursor.oneOf(KINDS, Cursor.alternatives(KINDS.keySet()));
            name = name(cursor, symbols, kind);
        }
        return new Runs(kind, name, cursor.accept("at") ? level(cursor) : usualLevel(kind));
    }

    static int level(Cursor cursor) throws MalformedScenarioException {
        return cursor.oneOf(LEVELS, Cursor.alternatives(LEVELS.keySet()));
    }

    static boolean seesLevel(Cursor cursor) {
        return LEVELS.containsKey(cursor.peek());
    }

    private static @Nullable String name(Cursor cursor, Symbols symbols, Runs.Kind kind)
            throws MalformedScenarioException {
        if (kind == Runs.Kind.THREAD) {
            return Symbols.name(cursor, "the thread's name").text();
        }
        return cursor.accept("of") ? symbols.use(cursor, Symbols.Kind.MINIPORT) : null;
    }

    private static int usualLevel(Runs.Kind kind) {
        return switch (kind) {
            case ISR -> Irql.DEVICE;
            case DPC, TIMER -> Irql.DISPATCH;
            case WORKER, THREAD -> Irql.PASSIVE;
        };
    }
}
