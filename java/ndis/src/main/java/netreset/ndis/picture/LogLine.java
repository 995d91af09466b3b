// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import netreset.ndis.Irql;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.Event;
import org.jspecify.annotations.Nullable;

/**
 * Events as lines of a log for people and for {@code grep}: time in nanoseconds, agent and level, who to whom, the kind's
 * word, then what there is of status, OID, object, connection, rule and remark. Equal events give equal lines.
 */
public final class LogLine {
    private LogLine() {}

    /** One event's line, without its end. */
    public static String of(Event event) {
        StringBuilder line = new StringBuilder(120);
        line.append(event.seq()).append(' ').append(event.atNanos()).append("ns [");
        line.append(event.agent()).append(" @").append(Irql.name(event.irql())).append("] ");
        line.append(event.from());
        if (event.to() != null) {
            line.append(" -> ").append(event.to());
        }
        line.append(": ").append(event.what().word());
        addDetails(line, event);
        return Plain.line(line.toString());
    }

    private static void addDetails(StringBuilder line, Event event) {
        add(line, " adapter=", event.adapter());
        NdisStatus status = event.status();
        add(line, " status=", status == null ? null : status.toString());
        add(line, " oid=", event.oid() == 0 ? null : String.format("0x%08X", event.oid()));
        add(line, " nbl=", event.nbl());
        add(line, " vc=", event.vc());
        add(line, " rule=R", event.rule() == 0 ? null : Integer.toString(event.rule()));
        if (event.real()) {
            line.append(" real");
        }
        add(line, " -- ", event.text());
    }

    private static void add(StringBuilder line, String before, @Nullable String value) {
        if (value != null) {
            line.append(before).append(value);
        }
    }
}
