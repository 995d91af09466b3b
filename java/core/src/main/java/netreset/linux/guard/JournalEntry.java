// SPDX-License-Identifier: Apache-2.0
package netreset.linux.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation is at, and all that another process needs to put things back if this one dies. Its text is lines of a
 * word and a percent-encoded value, an empty line, and the snapshot.
 *
 * @param target the NIC as the caller named it
 * @param namespace which network namespace it was in, as a number of this boot's
 * @param name its interface's name before everything
 * @param index its interface's index before everything
 * @param bus the bus of its hardware; {@code null} for a virtual NIC
 * @param address its hardware's address there; {@code null} with it
 * @param permanentAddress the hardware address it was made with; {@code null} if it has none
 * @param port which port of its device it is; {@code null} if that isn't known
 * @param driver the bus driver that was bound to its device; {@code null} if none was
 * @param resetMethods the ways of resetting its PCI function that were enabled; empty if the kernel doesn't say
 * @param pid the process
 * @param startedAt when it began, RFC 3339
 * @param step the means it is at, with its rung
 * @param phase how far that is
 * @param snapshot what was configured on the NIC, as text
 */
public record JournalEntry(
        String target,
        String namespace,
        String name,
        int index,
        @Nullable String bus,
        @Nullable String address,
        @Nullable String permanentAddress,
        @Nullable String port,
        @Nullable String driver,
        String resetMethods,
        long pid,
        String startedAt,
        String step,
        Phase phase,
        String snapshot) {

    private static final String FORMAT = "netreset-journal 1";

    /** How far a means is. */
    public enum Phase {
        /** It is about to begin, or under way. */
        BEGUN,
        /** It is over; what was configured may not be back yet. */
        RETURNED,
        /** The operation is over, and what was configured couldn't be put back. */
        LEFT,
        /** The operation is over, and its caller hasn't said yet that all is well. */
        UNCONFIRMED
    }

    /** The same at another step. */
    public JournalEntry at(String newStep, Phase newPhase) {
        return new JournalEntry(
                target,
                namespace,
                name,
                index,
                bus,
                address,
                permanentAddress,
                port,
                driver,
                resetMethods,
                pid,
                startedAt,
                newStep,
                newPhase,
                snapshot);
    }

    /** Its text. */
    public String text() {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put("target", target);
        values.put("namespace", namespace);
        values.put("name", name);
        values.put("index", String.valueOf(index));
        values.put("bus", bus);
        values.put("address", address);
        values.put("permanentAddress", permanentAddress);
        values.put("port", port);
        values.put("driver", driver);
        values.put("resetMethods", resetMethods);
        values.put("pid", String.valueOf(pid));
        values.put("startedAt", startedAt);
        values.put("step", step);
        values.put("phase", phase.name());
        values.forEach((word, value) -> {
            if (value != null) {
                text.append(word)
                        .append(' ')
                        .append(URLEncoder.encode(value, UTF_8))
                        .append('\n');
            }
        });
        return text.append('\n').append(snapshot).toString();
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it didn't, or not all of it is there
     */
    public static JournalEntry parse(String text) {
        int end = text.indexOf("\n\n");
        List<String> lines =
                end < 0 ? List.of() : text.substring(0, end).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FORMAT)) {
            throw new IllegalArgumentException("it doesn't begin with '" + FORMAT + "', or ends too early");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int space = line.indexOf(' ');
            if (space < 0) {
                throw new IllegalArgumentException("a line without a value: '" + line + "'");
            }
            values.put(line.substring(0, space), URLDecoder.decode(line.substring(space + 1), UTF_8));
        }
        return new JournalEntry(
                needed(values, "target"),
                needed(values, "namespace"),
                needed(values, "name"),
                Integer.parseInt(needed(values, "index")),
                values.get("bus"),
                values.get("address"),
                values.get("permanentAddress"),
                values.get("port"),
                values.get("driver"),
                needed(values, "resetMethods"),
                Long.parseLong(needed(values, "pid")),
                needed(values, "startedAt"),
                needed(values, "step"),
                Phase.valueOf(needed(values, "phase")),
                text.substring(end + 2));
    }

    private static String needed(Map<String, String> values, String word) {
        String value = values.get(word);
        if (value == null) {
            throw new IllegalArgumentException("it says nothing of " + word);
        }
        return value;
    }
}
