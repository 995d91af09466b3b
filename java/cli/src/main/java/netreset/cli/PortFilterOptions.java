// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.time.Duration;
import java.util.List;
import netreset.rras.operations.PortSelection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which ports: those that meet every condition given. */
final class PortFilterOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "PORT",
            description = "Names of ports; * stands for any characters and ? for one: quote them.")
    private List<String> names = List.of();

    @Option(
            names = "--state",
            split = ",",
            paramLabel = "WORD",
            description = "Ports in one of these states: non-operational, disconnected, calling-back, listening,"
                    + " authenticating, authenticated (or connected), initializing, unknown; or free, transitional, active,"
                    + " suspect (state and connection contradict each other, as on a stuck port).")
    private List<String> states = List.of();

    @Option(names = "--device", paramLabel = "GLOB", description = "Ports of such a device, by its name or type.")
    private List<String> devices = List.of();

    @Option(names = "--user", paramLabel = "GLOB", description = "Ports with such a user, USER or DOMAIN\\USER.")
    private List<String> users = List.of();

    @Option(
            names = "--older-than",
            paramLabel = "D",
            converter = DurationConverter.class,
            description = "Ports connected at least so long, such as 8h or 1d.")
    private @Nullable Duration olderThan;

    @Option(
            names = "--idle",
            paramLabel = "D",
            converter = DurationConverter.class,
            description = "Ports whose counters don't change for so long, which it takes to see; such as 60s.")
    private @Nullable Duration idle;

    @Option(
            names = "--duplicates-keep-newest",
            description = "Ports whose user has a newer connection: the newest is left out.")
    private boolean duplicates;

    PortSelection selection() {
        try {
            return new PortSelection(names, states, devices, users, olderThan, idle, duplicates);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    /** Likewise, but not by saying nothing: who wants to change every port writes it. */
    PortSelection deliberateSelection() {
        PortSelection selection = selection();
        if (selection.equals(PortSelection.ALL)) {
            throw new ParameterException(spec.commandLine(), "which ports? name them, or write \"*\" for every port");
        }
        return selection;
    }

    /** What lets a person wait while ports are selected. */
    String awaited() {
        return idle == null ? "the server" : "counters that move, as long as --idle says";
    }

    /** Names without wildcards, if nothing but names was given: the ports that must be there. */
    List<String> literalNames() {
        boolean namesOnly = selection().equals(PortSelection.named(names.toArray(String[]::new)));
        return namesOnly
                ? names.stream().filter(name -> !name.matches(".*[*?].*")).toList()
                : List.of();
    }
}
