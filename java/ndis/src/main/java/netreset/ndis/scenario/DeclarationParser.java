// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import netreset.ndis.NdisStatus;

/** What there is: miniports, filters, protocols, connection-oriented objects, and work that is held. */
final class DeclarationParser {
    static final List<String> WORDS = List.of(
            "miniport",
            "protocol",
            "call manager",
            "client",
            "filter",
            "intermediate",
            "address family",
            "sap",
            "vc",
            "party");

    private static final Map<String, Declaration.VcState> STATES = states();

    private final Symbols symbols;
    private final HandlerParser handlers;
    private final MiniportParser miniports;

    DeclarationParser(Symbols symbols, HandlerParser handlers) {
        this.symbols = symbols;
        this.handlers = handlers;
        this.miniports = new MiniportParser(symbols, handlers);
    }

    private static Map<String, Declaration.VcState> states() {
        Map<String, Declaration.VcState> states = new LinkedHashMap<>();
        for (Declaration.VcState state : Declaration.VcState.values()) {
            states.put(state.name().toLowerCase(Locale.ROOT), state);
        }
        return states;
    }

    Declaration parse(String word, Cursor cursor) throws MalformedScenarioException {
        return switch (word) {
            case "miniport" -> miniports.parse(cursor);
            case "protocol" -> protocol(cursor, Declaration.Role.CONNECTIONLESS);
            case "call manager" -> protocol(cursor, Declaration.Role.CALL_MANAGER);
            case "client" -> protocol(cursor, Declaration.Role.CLIENT);
            case "filter" -> filter(cursor);
            default -> plain(word, cursor);
        };
    }

    private Declaration plain(String word, Cursor cursor) throws MalformedScenarioException {
        Declaration declaration = switch (word) {
            case "intermediate" -> intermediate(cursor);
            case "address family" -> family(cursor);
            case "sap" -> sap(cursor);
            case "vc" -> vc(cursor);
            default -> party(cursor);
        };
        cursor.endWithoutBlock();
        return declaration;
    }

    private Declaration protocol(Cursor cursor, Declaration.Role role) throws MalformedScenarioException {
        String name = symbols.declare(cursor, Symbols.Kind.PROTOCOL);
        List<String> adapters = new ArrayList<>();
        if (!cursor.accept("is not bound")) {
            cursor.expect("binds");
            do {
                Place at = cursor.here();
                String adapter = symbols.use(cursor, Symbols.Kind.MINIPORT);
                if (adapters.contains(adapter)) {
                    throw Cursor.wrong(at, "'" + adapter + "' is bound already");
                }
                adapters.add(adapter);
            } while (cursor.accept(","));
        }
        boolean keeps = false;
        List<Handler> does = new ArrayList<>();
        if (cursor.block().opens()) {
            for (Block block : cursor.endWithBlock("what it does")) {
                Cursor line = new Cursor(block);
                if (line.choose(List.of("on", "keeps received buffers")).equals("on")) {
                    does.add(handlers.protocols(line));
                } else {
                    line.endWithoutBlock();
                    keeps = true;
                }
            }
        }
        cursor.end();
        HandlerParser.checkOnce(does);
        return new Declaration.Protocol(cursor.start(), name, role, adapters, keeps, does);
    }

    private Declaration filter(Cursor cursor) throws MalformedScenarioException {
        String name = symbols.declare(cursor, Symbols.Kind.FILTER);
        String adapter = "";
        if (!cursor.accept("is not attached")) {
            cursor.expect("on");
            adapter = symbols.use(cursor, Symbols.Kind.MINIPORT);
        }
        boolean statusHandler = true;
        Set<NdisStatus> swallows = new LinkedHashSet<>();
        if (cursor.block().opens()) {
            for (Block block : cursor.endWithBlock("what it does")) {
                Cursor line = new Cursor(block);
                if (line.choose(List.of("swallows", "no status handler")).equals("swallows")) {
                    do {
                        swallows.add(line.status());
                    } while (line.accept(","));
                } else {
                    statusHandler = false;
                }
                line.endWithoutBlock();
            }
        }
        cursor.end();
        if (!statusHandler && !swallows.isEmpty()) {
            throw Cursor.wrong(cursor.start(), "a filter without a status handler can't swallow a status indication");
        }
        return new Declaration.Filter(cursor.start(), name, adapter, statusHandler, swallows);
    }

    private Declaration intermediate(Cursor cursor) throws MalformedScenarioException {
        String name = symbols.declare(cursor, Symbols.Kind.INTERMEDIATE);
        cursor.expect("binds");
        String lower = symbols.use(cursor, Symbols.Kind.MINIPORT);
        cursor.expect("and offers");
        String virtual = symbols.declare(cursor, Symbols.Kind.MINIPORT);
        return new Declaration.Intermediate(cursor.start(), name, lower, virtual);
    }

    private Declaration family(Cursor cursor) throws MalformedScenarioException {
        String name = symbols.declare(cursor, Symbols.Kind.FAMILY);
        cursor.expect("of");
        String client = symbols.use(cursor, Symbols.Kind.PROTOCOL);
        String manager = cursor.accept("with") ? symbols.use(cursor, Symbols.Kind.PROTOCOL) : null;
        cursor.expect("on");
        String adapter = symbols.use(cursor, Symbols.Kind.MINIPORT);
        return new Declaration.AddressFamily(cursor.start(), name, client, manager, adapter);
    }

    private Declaration sap(Cursor cursor) throws MalformedScenarioException {
        String name = symbols.declare(cursor, Symbols.Kind.SAP);
        cursor.expect("of");
        return new Declaration.Sap(cursor.start(), name, symbols.use(cursor, Symbols.Kind.FAMILY));
    }

    private Declaration vc(Cursor cursor) throws MalformedScenarioException {
        String name = symbols.declareOrUse(cursor, Symbols.Kind.VC);
        cursor.expect("of");
        String family = symbols.use(cursor, Symbols.Kind.FAMILY);
        cursor.expect("is");
        return new Declaration.Vc(
                cursor.start(), name, family, cursor.oneOf(STATES, Cursor.alternatives(STATES.keySet())));
    }

    private Declaration party(Cursor cursor) throws MalformedScenarioException {
        String name = symbols.declare(cursor, Symbols.Kind.PARTY);
        cursor.expect("of");
        return new Declaration.Party(cursor.start(), name, symbols.use(cursor, Symbols.Kind.VC));
    }

    /** {@code nic0 holds nbl1 of tcpip}, {@code nic0 has nbl2 of tcpip on the wire}, {@code nic0 holds a query of OID as q1 of tcpip}. */
    List<Declaration> held(Cursor cursor) throws MalformedScenarioException {
        String target = symbols.use(cursor, Symbols.Kind.MINIPORT, Symbols.Kind.VC);
        List<Declaration> held = new ArrayList<>();
        boolean wire = cursor.choose(List.of("holds", "has")).equals("has");
        if (!wire && (cursor.accept("a query of") || cursor.sees("a set of"))) {
            boolean set = cursor.accept("a set of");
            int oid = cursor.oid();
            cursor.expect("as");
            String name = symbols.declareOrUse(cursor, Symbols.Kind.REQUEST);
            cursor.expect("of");
            held.add(new Declaration.HeldRequest(cursor.start(), name, protocol(cursor), target, set, oid));
        } else {
            List<String> names = new ArrayList<>();
            do {
                names.add(symbols.declareOrUse(cursor, Symbols.Kind.NBL));
            } while (cursor.accept(","));
            cursor.expect("of");
            String protocol = protocol(cursor);
            if (wire) {
                cursor.expect("on the wire");
            }
            names.forEach(name -> held.add(new Declaration.HeldSend(cursor.start(), name, protocol, target, wire)));
        }
        cursor.endWithoutBlock();
        return held;
    }

    private String protocol(Cursor cursor) throws MalformedScenarioException {
        return symbols.use(cursor, Symbols.Kind.PROTOCOL);
    }
}
