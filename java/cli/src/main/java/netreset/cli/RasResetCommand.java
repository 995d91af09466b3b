// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import netreset.rras.operations.PortOperation;
import netreset.rras.operations.PortRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Resets the devices of ports: MprAdminPortReset. */
@Command(
        name = "reset",
        sortOptions = false,
        description = {
            "Asks for a reset of the device of each port (MprAdminPortReset), and looks whether it had an effect.",
            "Windows may accept that and do nothing: what frees a port for certain is ras disconnect."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  netreset ras reset VPN2-17",
            "  netreset ras reset \"*\" --state free --dry-run",
            "  netreset ras reset \"*\" --state suspect --escalate --include-active --audit netreset.ndjson"
        })
final class RasResetCommand extends RasChangeCommand {
    @Option(names = "--include-active", description = "Also ports that somebody uses.")
    private boolean includeActive;

    @Option(names = "--escalate", description = "Hang up the connection on a port whose device reset had no effect.")
    private boolean escalate;

    RasResetCommand(NetResetCommand root) {
        super(root, PortOperation.RESET);
    }

    @Override
    PortRequest refined(PortRequest request) {
        return request.withPortsInUse(includeActive).withEscalation(escalate);
    }
}
