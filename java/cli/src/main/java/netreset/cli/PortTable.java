// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.util.List;
import java.util.Locale;
import netreset.rras.Activity;
import netreset.rras.Counters;
import netreset.rras.RasConnection;
import netreset.rras.RasPort;
import org.jspecify.annotations.Nullable;

/** Ports and connections as tables. */
final class PortTable {
    private static final long SECONDS_PER_DAY = 86_400;
    private static final long SECONDS_PER_HOUR = 3_600;
    private static final long SECONDS_PER_MINUTE = 60;

    static final Table<RasPort> PORTS = new Table<>(
            List.of(
                    new Table.Column<>("PORT", RasPort::name),
                    new Table.Column<>("STATE", PortTable::state),
                    new Table.Column<>("FOR", port -> port.isConnected() ? elapsed(port.connectSeconds()) : null),
                    new Table.Column<>("USER", port -> port.connection() == null ? null : user(port.connection())),
                    new Table.Column<>("DEVICE", RasPort::device),
                    new Table.Column<>("CALLS", port -> Long.toString(port.totalCalls())),
                    new Table.Column<>("FROM", port -> port.connection() == null ? null : from(port.connection())),
                    new Table.Column<>("TYPE", RasPort::deviceType)),
            3);

    static final Table<RasConnection> CONNECTIONS = new Table<>(
            List.of(
                    new Table.Column<>("USER", PortTable::user),
                    new Table.Column<>("FOR", connection -> elapsed(connection.connectSeconds())),
                    new Table.Column<>("STATE", connection -> connection.isDormant() ? "dormant" : "connected"),
                    new Table.Column<>("PROTOCOL", PortTable::protocol),
                    new Table.Column<>("CLIENT", RasConnection::clientAddress),
                    new Table.Column<>("FROM", PortTable::from),
                    new Table.Column<>("SENT", connection -> sent(connection.counters())),
                    new Table.Column<>("RECEIVED", connection -> received(connection.counters())),
                    new Table.Column<>("COMPUTER", RasConnection::computer),
                    new Table.Column<>("INTERFACE", RasConnection::interfaceName)),
            3);

    private PortTable() {}

    /** Its condition, and what stands out about it. */
    static String state(RasPort port) {
        String state = condition(port);
        if (port.activity() == Activity.SUSPECT) {
            state += ", suspect";
        }
        return port.connection() != null && port.connection().isDormant() ? state + ", dormant" : state;
    }

    static String condition(RasPort port) {
        return port.conditionText().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String user(RasConnection connection) {
        return connection.domain().isEmpty() ? connection.user() : connection.domain() + "\\" + connection.user();
    }

    /** As a clock that goes on after 24 hours would show it. */
    static String elapsed(long seconds) {
        long days = seconds / SECONDS_PER_DAY;
        String clock = String.format(
                Locale.ROOT,
                "%02d:%02d:%02d",
                seconds / SECONDS_PER_HOUR % 24,
                seconds / SECONDS_PER_MINUTE % 60,
                seconds % SECONDS_PER_MINUTE);
        return days == 0 ? clock : days + "d " + clock;
    }

    private static @Nullable String from(RasConnection connection) {
        return connection.endpointAddress();
    }

    private static @Nullable String protocol(RasConnection connection) {
        if (connection.isIkev2()) {
            return "ikev2";
        }
        return connection.isPpp() ? "ppp" : null;
    }

    private static @Nullable String sent(@Nullable Counters counters) {
        return counters == null ? null : Long.toString(counters.bytesTransmitted());
    }

    private static @Nullable String received(@Nullable Counters counters) {
        return counters == null ? null : Long.toString(counters.bytesReceived());
    }
}
