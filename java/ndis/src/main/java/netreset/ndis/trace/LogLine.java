// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.trace;

import netreset.ndis.Irql;
import org.jspecify.annotations.Nullable;

/**
 * An event as a line of a log: number, time in seconds, {@code model} or {@code real}, agent, level, kind, who to whom, and
 * then whatever it has of {@code vc=}, {@code status=}, {@code oid=}, {@code nbl=}, {@code rule=}, and a text after a
 * colon.
 */
public final class LogLine {
    private LogLine() {}

    public static String of(Event event) {
        StringBuilder line = new StringBuilder(160);
        line.append(padLeft(Long.toString(event.seq()), 5)).append(' ');
        time(line, event.atNanos());
        line.append(event.real() ? " real  " : " model ");
        line.append(padRight(event.agent(), 16)).append(' ');
        line.append(padRight(Irql.name(event.irql()), 8)).append(' ');
        line.append(padRight(event.what().word(), 21)).append(' ');
        if (event.adapter() != null) {
            line.append('[').append(event.adapter()).append("] ");
        }
        line.append(event.from());
        field(line, " -> ", event.to());
        details(line, event);
        return line.toString();
    }

    private static void details(StringBuilder line, Event event) {
        field(line, " vc=", event.vc());
        field(line, " status=", event.status());
        if (event.oid() != 0) {
            line.append(String.format(" oid=0x%08X", event.oid()));
        }
        field(line, " nbl=", event.nbl());
        if (event.rule() != 0) {
            line.append(" rule=R").append(event.rule());
        }
        field(line, ": ", event.text());
    }

    private static void time(StringBuilder line, long nanos) {
        String digits = Long.toString(nanos % 1_000_000_000L);
        line.append(padLeft(Long.toString(nanos / 1_000_000_000L), 3)).append('.');
        line.append("0".repeat(9 - digits.length())).append(digits);
    }

    private static void field(StringBuilder line, String before, @Nullable Object value) {
        if (value != null) {
            line.append(before).append(value);
        }
    }

    private static String padLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String padRight(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
