// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.time.Duration;
import java.util.List;
import netreset.rras.operations.PortSelection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Which ports: those that meet every condition given. */
final class PortFilterOptions {
    @SuppressWarnings("NullAway.Init") // by addTo
    private CommandSpec spec;

    private List<String> names = List.of();
    private List<String> states = List.of();
    private List<String> devices = List.of();
    private List<String> users = List.of();
    private @Nullable Duration olderThan;
    private @Nullable Duration idle;
    private boolean duplicates;

    void addTo(CommandSpec spec) {
        this.spec = spec;
        spec.addPositional(Arguments.parameters(value -> names = value)
                        .arity("0..*")
                        .paramLabel("PORT")
                        .description("Names of ports; * stands for any characters and ? for one: quote them.")
                        .build())
                .addOption(Arguments.list("--state", value -> states = value)
                        .splitRegex(",")
                        .paramLabel("WORD")
                        .description(
                                "Ports in one of these states: non-operational, disconnected, calling-back, listening,"
                                        + " authenticating, authenticated (or connected), initializing, unknown; or free, transitional, active,"
                                        + " suspect (state and connection contradict each other, as on a stuck port).")
                        .build())
                .addOption(Arguments.list("--device", value -> devices = value)
                        .paramLabel("GLOB")
                        .description("Ports of such a device, by its name or type.")
                        .build())
                .addOption(Arguments.list("--user", value -> users = value)
                        .paramLabel("GLOB")
                        .description("Ports with such a user, USER or DOMAIN\\USER.")
                        .build())
                .addOption(Arguments.duration("--older-than", value -> olderThan = value)
                        .description("Ports connected at least so long, such as 8h or 1d.")
                        .build())
                .addOption(Arguments.duration("--idle", value -> idle = value)
                        .description(
                                "Ports whose counters don't change for so long, which it takes to see; such as 60s.")
                        .build())
                .addOption(Arguments.flag("--duplicates-keep-newest", value -> duplicates = value)
                        .description("Ports whose user has a newer connection: the newest is left out.")
                        .build());
    }

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
