// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import netreset.rras.operations.PortOperation;
import netreset.rras.operations.PortRequest;
import picocli.CommandLine.Model.CommandSpec;

/** Resets the devices of ports: MprAdminPortReset. */
final class RasResetCommand extends RasChangeCommand {
    private boolean includeActive;
    private boolean escalate;

    RasResetCommand(NetResetCommand root) {
        super(root, PortOperation.RESET);
    }

    @Override
    CommandSpec spec() {
        CommandSpec spec = super.spec();
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Asks for a reset of the device of each port (MprAdminPortReset), and looks whether it had an effect.",
                        "Windows may accept that and do nothing: what frees a port for certain is ras disconnect.")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  netreset ras reset VPN2-17",
                        "  netreset ras reset \"*\" --state free --dry-run",
                        "  netreset ras reset \"*\" --state suspect --escalate --include-active --audit netreset.ndjson");
        return spec.name("reset")
                .addOption(Arguments.flag("--include-active", value -> includeActive = value)
                        .description("Also ports that somebody uses.")
                        .build())
                .addOption(Arguments.flag("--escalate", value -> escalate = value)
                        .description("Hang up the connection on a port whose device reset had no effect.")
                        .build());
    }

    @Override
    PortRequest refined(PortRequest request) {
        return request.withPortsInUse(includeActive).withEscalation(escalate);
    }
}
