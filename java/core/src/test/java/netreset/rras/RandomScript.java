// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lines for the stand-in: a server at random, what it does wrong, and what happens to it. */
final class RandomScript {
    private static final List<String> STATES = List.of(
            "nonoperational",
            "disconnected",
            "callingback",
            "listening",
            "authenticating",
            "authenticated",
            "initializing",
            "99");

    private static final List<String> FUNCTIONS = List.of(
            "MprAdminServerConnect",
            "MprAdminPortEnum",
            "MprAdminPortGetInfo",
            "MprAdminPortReset",
            "MprAdminPortDisconnect",
            "MprAdminPortClearStats",
            "MprAdminConnectionEnum",
            "MprAdminConnectionEnumEx",
            "MprAdminIsServiceInitialized",
            "MprAdminServerGetInfo",
            "*");

    private static final List<String> LISTS =
            List.of("MprAdminPortEnum", "MprAdminConnectionEnum", "MprAdminConnectionEnumEx");

    private static final List<String> CODES =
            List.of("5", "87", "234", "601", "903", "1702", "1722", "1726", "1727", "4711");

    /** More entries than the stand-in backs with memory, no reader could tell from the truth: up to 4096, or absurd. */
    private static final List<String> ENTRIES =
            List.of("0", "1", "3", "200", "4096", "100001", "2147483647", "4294967295");

    private static final List<String> EVENTS = List.of(
            "restart new",
            "restart same",
            "restart shuffle",
            "service running",
            "service starting",
            "service stopped",
            "service denied",
            "service dead",
            "service lan-only",
            "ports 7 SSTP-",
            "event all",
            "no-connection -1",
            "page 1",
            "release all");

    private RandomScript() {}

    /** A server and its faults. */
    static String[] of(Random random, int seed) {
        List<String> lines = new ArrayList<>();
        lines.add("seed " + seed);
        // Rarely: a guarded buffer's pages stay mapped for good.
        lines.add("memory " + (random.nextInt(20) == 0 ? "guard" : "canary"));
        lines.add("ports " + (1 + random.nextInt(40)) + " VPN2- state=" + one(random, STATES));
        for (int i = random.nextInt(6); i > 0; i--) {
            lines.add("port L2TP-" + i + " state=" + one(random, STATES) + " connection=" + (0x8000_0000L + i));
            lines.add("connection " + (0x8000_0000L + i) + " user=\"a\\ud800" + i + "\\u001b[2J\"");
        }
        lines.add("page " + random.nextInt(12));
        lines.add("total " + one(random, List.of("remaining", "grand", "less")));
        lines.add("reset " + one(random, List.of("noop", "effective", "effective 3")));
        lines.add("disconnect " + one(random, List.of("0", "2", "never", "0 619")));
        for (int i = random.nextInt(4); i > 0; i--) {
            lines.add(fault(random));
        }
        return lines.toArray(String[]::new);
    }

    private static String fault(Random random) {
        String chance = " chance=" + (50 + random.nextInt(500)) + " ";
        return switch (random.nextInt(9)) {
            case 0 -> "on " + one(random, LISTS) + chance + "null";
            case 1 -> "on " + one(random, LISTS) + chance + "entries=" + one(random, ENTRIES);
            case 2 -> "on " + one(random, LISTS) + chance + "total=" + random.nextInt(1 << 20);
            case 3 -> "on " + one(random, LISTS) + " more resume=same";
            case 4 -> "on " + one(random, LISTS) + chance + "resume=" + random.nextInt(5);
            case 5 -> "on " + one(random, LISTS) + chance + "fuzz=" + random.nextInt(400);
            case 6 -> "on MprAdminPortGetInfo" + chance + "fuzz=" + random.nextInt(200);
            case 7 -> "on MprAdminPortEnum call=2 -- " + one(random, EVENTS);
            default ->
                "on " + one(random, FUNCTIONS) + chance + "return=" + one(random, CODES) + "," + one(random, CODES);
        };
    }

    /** A call that comes back only when everything is released. */
    static String hang(Random random) {
        return "on " + one(random, FUNCTIONS) + " call=" + (1 + random.nextInt(3)) + " hang";
    }

    /** Something that happens between two calls. */
    static String event(Random random) {
        return one(random, EVENTS);
    }

    private static String one(Random random, List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
