// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What there is for ports of a Routing and Remote Access server. */
final class RasCommand implements Runnable {
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    /** Describes this command to picocli; to be called once. */
    CommandSpec spec() {
        spec.usageMessage()
                .synopsisSubcommandLabel("COMMAND")
                .description("Ports of a Routing and Remote Access server: this Windows machine's, or another's.")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  netreset ras ports --state suspect                 ports that look stuck",
                        "  netreset ras disconnect \"VPN2-17\" --include-active  hangs up the connection on a port",
                        "  netreset ras reset \"*\" --state free --dry-run      which devices would be reset");
        return spec.name("ras");
    }

    /** Reached only without a command. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "which command? ports, connections, reset, disconnect, clear-stats, watch or doctor");
    }
}
