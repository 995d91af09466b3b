// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code miniport nic0 is scripted:}, and what belongs to it. */
final class MiniportParser {
    /** The kinds of drivers, and how a file says them. */
    static final Map<String, String> KINDS = kinds();

    /** What protocols set. */
    private static final Set<String> SETTINGS =
            Set.of("packet filter", "multicast list", "encapsulation", "wake patterns", "wol patterns");

    private static final String MAC = "[0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){5}";
    private static final int MOST_SECONDS = 1_000_000;
    private static final int MOST = 1000;

    private final Symbols symbols;
    private final HandlerParser handlers;
    private final Map<String, Trait> words = new LinkedHashMap<>();

    private interface Trait {
        void parse(Cursor cursor, TraitsSoFar traits) throws MalformedScenarioException;
    }

    MiniportParser(Symbols symbols, HandlerParser handlers) {
        this.symbols = symbols;
        this.handlers = handlers;
        words.put(
                "version",
                (c, t) -> t.version =
                        c.oneOf(SettingsParser.VERSIONS, Cursor.alternatives(SettingsParser.VERSIONS.keySet())));
        words.put("connection-oriented", (c, t) -> t.connectionOriented = true);
        words.put("its own call manager", (c, t) -> {
            t.connectionOriented = true;
            t.callManager = true;
        });
        words.put("no reset handler", (c, t) -> t.resetHandler = false);
        words.put("no check-for-hang handler", (c, t) -> t.hangHandler = false);
        words.put("no attributes", (c, t) -> t.attributes = false);
        words.put("check for hang every", MiniportParser::hangPeriod);
        words.put("initialising takes", (c, t) -> t.initializeNanos = c.duration());
        words.put("packet filter", (c, t) -> t.packetFilter = (int) c.number("a packet filter", 1, 0xFFFFFFFFL));
        words.put("multicast list", (c, t) -> multicast(c, t));
        words.put("encapsulation", (c, t) -> t.encapsulation = true);
        words.put("wake patterns", (c, t) -> t.wakePatterns = (int) c.number("a number of patterns", 1, MOST));
        words.put("wol patterns", (c, t) -> t.wolPatterns = (int) c.number("a number of patterns", 1, MOST));
        words.put("coalescing filters", (c, t) -> t.coalescing = (int) c.number("a number of filters", 1, MOST));
        words.put("mac", (c, t) -> t.mac = mac(c));
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("a well-behaved nic", "well-behaved");
        kinds.put("scripted", "scripted");
        for (String fixture : List.of("netvmini", "gvnic", "netkvm", "kb967915", "e100")) {
            kinds.put(fixture, fixture);
        }
        return kinds;
    }

    Declaration.Miniport parse(Cursor cursor) throws MalformedScenarioException {
        String name = symbols.declare(cursor, Symbols.Kind.MINIPORT);
        cursor.expect("is");
        Place kindAt = cursor.here();
        String kind = KINDS.get(cursor.choose(KINDS.keySet()));
        TraitsSoFar traits = new TraitsSoFar();
        List<Handler> does = new ArrayList<>();
        if (cursor.block().opens()) {
            for (Block block : cursor.endWithBlock("what it is like")) {
                Cursor line = new Cursor(block);
                if (line.accept("on")) {
                    does.add(handlers.miniports(line));
                } else {
                    trait(line, traits);
                }
            }
        }
        cursor.end();
        if (!does.isEmpty() && !"scripted".equals(kind)) {
            throw Cursor.wrong(
                    does.get(0).at(),
                    "only a scripted miniport has handlers of its own; line " + kindAt.line() + " names another");
        }
        checkTraits(String.valueOf(kind), traits);
        HandlerParser.checkOnce(does);
        return new Declaration.Miniport(cursor.start(), name, String.valueOf(kind), traits.traits(), does);
    }

    private void trait(Cursor cursor, TraitsSoFar traits) throws MalformedScenarioException {
        List<String> all = new ArrayList<>(words.keySet());
        all.add("on");
        String word = cursor.choose(all);
        Trait trait = words.get(word);
        if (trait == null) {
            throw new AssertionError("'on' is read before");
        }
        if (traits.said.putIfAbsent(word, cursor.start()) != null) {
            throw Cursor.wrong(cursor.start(), "'" + word + "' is there already");
        }
        trait.parse(cursor, traits);
        cursor.endWithoutBlock();
    }

    private static void checkTraits(String kind, TraitsSoFar traits) throws MalformedScenarioException {
        for (Map.Entry<String, Place> said : traits.said.entrySet()) {
            String trait = said.getKey();
            boolean ownPeriod = kind.equals("kb967915") && trait.equals("check for hang every");
            if (!kind.equals("scripted") && !ownPeriod && !SETTINGS.contains(trait) && !trait.equals("version")) {
                throw Cursor.wrong(said.getValue(), "only a scripted miniport can have this; a " + kind + " is as it is");
            }
            if (traits.initializeNanos > 0 && SETTINGS.contains(trait)) {
                throw Cursor.wrong(
                        said.getValue(), "nobody can set this beforehand, as initialising takes time and nobody is bound yet");
            }
        }
    }

    private static void hangPeriod(Cursor cursor, TraitsSoFar traits) throws MalformedScenarioException {
        Place at = cursor.here();
        long nanos = cursor.duration();
        if (nanos % 1_000_000_000L != 0 || nanos / 1_000_000_000L > MOST_SECONDS) {
            throw Cursor.wrong(at, "NDIS takes the check-for-hang period in whole seconds");
        }
        traits.hangSeconds = (int) (nanos / 1_000_000_000L);
    }

    private static void multicast(Cursor cursor, TraitsSoFar traits) throws MalformedScenarioException {
        do {
            traits.multicast.add(mac(cursor));
        } while (cursor.accept(","));
    }

    private static String mac(Cursor cursor) throws MalformedScenarioException {
        Place at = cursor.here();
        Token token = cursor.word("a MAC address, such as 02-00-00-00-00-01");
        if (!token.text().matches(MAC)) {
            throw Cursor.wrong(at, "expected a MAC address, such as 02-00-00-00-00-01, found " + token.shown());
        }
        return token.text();
    }
}
