// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import netreset.Printable;
import netreset.rras.RasPort;
import netreset.rras.RasServer;
import org.jspecify.annotations.Nullable;

/** What changed from one list of ports to the next: a line for a person, or an object of kind {@code event}. */
final class PortChanges {
    private final Console console;
    private final boolean json;
    private final @Nullable String server;
    private final boolean every;
    private final long began = System.nanoTime();
    private Map<Key, RasPort> seen;

    /**
     * Begins with these ports.
     *
     * @param every whether the lists are of every port, so that one that isn't in them isn't there
     */
    PortChanges(Console console, boolean json, RasServer server, boolean every, List<RasPort> ports) {
        this.console = console;
        this.json = json;
        this.server = server.options().server();
        this.every = every;
        this.seen = byKey(ports);
    }

    /** A handle may be another port's after a restart of the service: a port is its name and device. */
    private record Key(String name, String device) {
        static Key of(RasPort port) {
            return new Key(port.name(), port.device());
        }
    }

    private static Map<Key, RasPort> byKey(List<RasPort> ports) {
        Map<Key, RasPort> byKey = new LinkedHashMap<>();
        ports.forEach(port -> byKey.putIfAbsent(Key.of(port), port));
        return byKey;
    }

    int size() {
        return seen.size();
    }

    /** Since the beginning. */
    long nanos() {
        return System.nanoTime() - began;
    }

    /** Tells what changed since the last look. */
    void look(List<RasPort> ports) throws IOException {
        Map<Key, RasPort> now = byKey(ports);
        now.replaceAll(this::asKnown);
        for (Map.Entry<Key, RasPort> before : seen.entrySet()) {
            if (!now.containsKey(before.getKey())) {
                tell("vanished", before.getValue(), null);
            }
        }
        for (Map.Entry<Key, RasPort> after : now.entrySet()) {
            RasPort before = seen.get(after.getKey());
            if (before == null) {
                tell("appeared", null, after.getValue());
            } else if (isOther(before, after.getValue())) {
                tell("changed", before, after.getValue());
            }
        }
        seen = now;
    }

    /** That connections couldn't be read this time doesn't mean that nobody is on them. */
    private RasPort asKnown(Key key, RasPort now) {
        RasPort before = seen.get(key);
        return before == null || now.connection() != null || now.connectionHandle() != before.connectionHandle()
                ? now
                : now.with(before.connection());
    }

    /** More calls mean that somebody came and went between two looks. */
    private static boolean isOther(RasPort before, RasPort after) {
        return before.conditionValue() != after.conditionValue()
                || before.connectionHandle() != after.connectionHandle()
                || before.totalCalls() != after.totalCalls()
                || !Objects.equals(user(before), user(after));
    }

    private void tell(String what, @Nullable RasPort before, @Nullable RasPort after) throws IOException {
        RasPort port = after == null ? Objects.requireNonNull(before) : after;
        String id = PortFields.id(server, port.name());
        String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String text = text(what, before, after);
        if (!json) {
            console.out().print(Printable.line(at + "  " + id + "  " + text) + "\n");
            return;
        }
        JsonLine line = JsonLine.begin(console.out(), "event")
                .put("id", id)
                .put("atNanos", nanos())
                .put("atRfc3339", at)
                .put("what", what)
                .put("text", text);
        PortReportJson.port(line, "before", before);
        PortReportJson.port(line, "after", after);
        line.end();
    }

    private String text(String what, @Nullable RasPort before, @Nullable RasPort after) {
        if (after == null) {
            return (every ? what : "isn't among those selected any more") + ", was "
                    + state(Objects.requireNonNull(before));
        } else if (before == null) {
            return (every ? what : "is among those selected now") + ": " + state(after);
        }
        boolean other =
                before.isConnected() && after.isConnected() && before.connectionHandle() != after.connectionHandle();
        return state(before) + " -> " + state(after) + (other ? ", another connection" : "") + ", calls "
                + before.totalCalls() + " -> " + after.totalCalls();
    }

    private static String state(RasPort port) {
        String user = user(port);
        return PortTable.state(port) + (user == null ? "" : " (" + user + ")");
    }

    private static @Nullable String user(RasPort port) {
        return port.connection() == null ? null : PortTable.user(port.connection());
    }
}
