// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import netreset.DeviceId;
import netreset.NetReset;
import netreset.ResetException;
import netreset.rras.RasServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** What every command shares: the options that any of them takes, and how an error is told. */
final class NetResetCommand implements Runnable {
    private final Console console;
    private final boolean json;
    private final RasConnector connector;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private @Nullable String bridge;
    private boolean stacktrace;

    NetResetCommand(Console console, boolean json, RasConnector connector) {
        this.console = console;
        this.json = json;
        this.connector = connector;
    }

    /** Describes this command to picocli; to be called once. */
    CommandSpec spec() {
        spec.usageMessage()
                .synopsisSubcommandLabel("COMMAND")
                .description("Resets network hardware for real, and tells the truth about what happened.")
                .exitCodeListHeading("%nExit codes:%n")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  netreset list                        what is there, and what can be reset",
                        "  netreset reset nic:eth1 --dry-run    what a reset would do; touches nothing",
                        "  netreset reset nic:eth1              resets eth1 and watches its link return",
                        "  netreset watch nic:eth1              tells of a lost carrier, a transmit timeout, ... as it happens",
                        "  netreset ras ports                   ports of a Routing and Remote Access server on Windows",
                        "  netreset ndis rules                  the rules of the NDIS reset contract",
                        "  netreset doctor                      why something can't be done here");
        return spec.name("netreset")
                .scopeType(ScopeType.INHERIT)
                .versionProvider(new Version())
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .description("Show this help message and exit.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .description("Print version information and exit.")
                        .build())
                .addOption(Arguments.option("--bridge", String.class, value -> bridge = value)
                        .paramLabel("ffm|jna")
                        .scopeType(ScopeType.INHERIT)
                        .description("How Java calls C; the best usable one unless named.")
                        .build())
                .addOption(Arguments.flag("--stacktrace", value -> stacktrace = value)
                        .scopeType(ScopeType.INHERIT)
                        .description("With an error, show where it came from.")
                        .build());
    }

    /** Reached only without a command. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? list, reset, watch, ras, ndis or doctor");
    }

    Console console() {
        return console;
    }

    /** Opens for this network namespace; for the process's own if {@code null}. */
    NetReset open(@Nullable String networkNamespace) throws ResetException {
        return openWith(NetReset.Options.DEFAULT.withNetworkNamespace(networkNamespace));
    }

    /** Opens so, with the bridge that was asked for. */
    NetReset openWith(NetReset.Options options) throws ResetException {
        return NetReset.open(options.withBridge(bridge));
    }

    /** Arguments that ask another netreset for the same bridge. */
    List<String> bridgeOption() {
        return bridge == null ? List.of() : List.of("--bridge", bridge);
    }

    /** Connects to a Routing and Remote Access server. */
    RasServer connect(RasServer.Options options) throws ResetException {
        return connector.connect(options.withBridge(bridge));
    }

    /**
     * Tells an error: a line for a person, and an object for a program that asked for JSON.
     *
     * @param id the device it is about; {@code null} if none
     */
    ExitCode fail(@Nullable DeviceId id, ResetException e) {
        ExitCode exit = ExitCode.of(e.reason());
        console.message(String.valueOf(e.getMessage()));
        if (stacktrace) {
            console.stackTrace(e);
        }
        if (json) {
            try {
                ErrorJson.write(console.out(), id, e, exit);
            } catch (IOException io) {
                throw new UncheckedIOException(io);
            }
        }
        return exit;
    }
}
