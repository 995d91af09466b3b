// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import netreset.ndis.Irql;
import netreset.ndis.scenario.Pattern;
import org.jspecify.annotations.Nullable;

/** Patterns as scenario files have them. */
final class PatternText {
    private PatternText() {}

    static String of(Pattern pattern) {
        StringBuilder text = new StringBuilder(pattern.what().word());
        add(text, " ", pattern.status());
        add(text, " on ", pattern.adapter());
        add(text, " from ", pattern.from());
        add(text, " to ", pattern.to());
        add(text, " vc ", pattern.vc());
        add(text, " oid ", pattern.oid() == 0 ? null : String.format("0x%08X", pattern.oid()));
        add(text, " of ", pattern.nbl());
        add(text, " rule R", pattern.rule() == 0 ? null : pattern.rule());
        add(text, " saying ", pattern.saying() == null ? null : '"' + pattern.saying() + '"');
        add(text, " by ", pattern.agent());
        add(text, " at ", pattern.irql() < 0 ? null : Irql.name(pattern.irql()));
        add(text, " at ", isAnyTime(pattern) ? null : time(pattern));
        return text.toString();
    }

    static String time(Pattern pattern) {
        if (pattern.notBefore() == pattern.notAfter()) {
            return Time.of(pattern.notBefore());
        }
        String from = pattern.notBefore() == 0 ? "" : Time.of(pattern.notBefore());
        return from + ".." + (pattern.notAfter() == Long.MAX_VALUE ? "" : Time.of(pattern.notAfter()));
    }

    private static boolean isAnyTime(Pattern pattern) {
        return pattern.notBefore() == 0 && pattern.notAfter() == Long.MAX_VALUE;
    }

    private static void add(StringBuilder text, String before, @Nullable Object value) {
        if (value != null) {
            text.append(before).append(value);
        }
    }
}
