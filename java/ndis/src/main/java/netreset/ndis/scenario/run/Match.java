// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.Irql;
import netreset.ndis.scenario.Pattern;
import netreset.ndis.trace.Event;
import org.jspecify.annotations.Nullable;

/** Whether an event is like a pattern, and if not, what about it isn't. */
final class Match {
    private Match() {}

    static boolean is(Pattern pattern, Event event) {
        return pattern.what() == event.what() && differences(pattern, event).isEmpty();
    }

    /** What is different, in words; the kind is not compared. */
    static List<String> differences(Pattern pattern, Event event) {
        List<String> all = new ArrayList<>();
        compare(all, "on", pattern.adapter(), event.adapter(), equal(pattern.adapter(), event.adapter()));
        compare(all, "from", pattern.from(), event.from(), isParty(pattern.from(), event.from()));
        compare(all, "to", pattern.to(), event.to(), isParty(pattern.to(), event.to()));
        compare(all, "vc", pattern.vc(), event.vc(), equal(pattern.vc(), event.vc()));
        compare(all, "with", pattern.status(), event.status(), equal(pattern.status(), event.status()));
        compare(all, "of", pattern.nbl(), event.nbl(), equal(pattern.nbl(), event.nbl()));
        compare(all, "by", pattern.agent(), event.agent(), isAgent(pattern.agent(), event.agent()));
        boolean sameOid = pattern.oid() == 0 || pattern.oid() == event.oid();
        compare(all, "oid", hex(pattern.oid()), hex(event.oid()), sameOid);
        boolean sameRule = pattern.rule() == 0 || pattern.rule() == event.rule();
        compare(all, "rule", "R" + pattern.rule(), "R" + event.rule(), sameRule);
        boolean sameLevel = pattern.irql() < 0 || pattern.irql() == event.irql();
        compare(all, "at", Irql.name(pattern.irql()), Irql.name(event.irql()), sameLevel);
        String saying = pattern.saying();
        String text = event.text();
        compare(all, "saying", saying, text, saying == null || (text != null && text.contains(saying)));
        boolean inTime = event.atNanos() >= pattern.notBefore() && event.atNanos() <= pattern.notAfter();
        compare(all, "at", PatternText.time(pattern), Time.of(event.atNanos()), inTime);
        return all;
    }

    private static void compare(
            List<String> all, String what, @Nullable Object wanted, @Nullable Object found, boolean same) {
        if (!same) {
            all.add(what + " " + (found == null ? "nothing" : found) + ", not " + wanted);
        }
    }

    private static boolean equal(@Nullable Object wanted, @Nullable Object found) {
        return wanted == null || wanted.equals(found);
    }

    /** A protocol stands for each of its bindings. */
    private static boolean isParty(@Nullable String wanted, @Nullable String found) {
        return equal(wanted, found)
                || (wanted != null && found != null && wanted.indexOf('/') < 0 && found.startsWith(wanted + "/"));
    }

    private static boolean isAgent(@Nullable String wanted, String found) {
        return equal(wanted, found) || (wanted != null && wanted.indexOf(' ') < 0 && found.startsWith(wanted + " "));
    }

    private static String hex(int oid) {
        return String.format("0x%08X", oid);
    }
}
