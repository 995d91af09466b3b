// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import netreset.rras.operations.PortOperation;
import netreset.rras.operations.PortRequest;
import picocli.CommandLine.Model.CommandSpec;

/** Hangs up the connections on ports: MprAdminPortDisconnect. */
final class RasDisconnectCommand extends RasChangeCommand {
    private boolean includeActive;

    RasDisconnectCommand(NetResetCommand root) {
        super(root, PortOperation.DISCONNECT);
    }

    @Override
    CommandSpec spec() {
        CommandSpec spec = super.spec();
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Hangs up the connection on each port (MprAdminPortDisconnect), and looks whether the port gets free.")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  netreset ras disconnect VPN2-17 --include-active",
                        "  netreset ras disconnect --older-than 1d --idle 60s --include-active --max 20 --delay 1s",
                        "  netreset ras disconnect --duplicates-keep-newest --include-active --dry-run");
        return spec.name("disconnect")
                .addOption(Arguments.flag("--include-active", value -> includeActive = value)
                        .description("Also ports that somebody uses, not only those that look stuck.")
                        .build());
    }

    @Override
    PortRequest refined(PortRequest request) {
        return request.withPortsInUse(includeActive);
    }
}
