// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import netreset.rras.operations.PortOperation;
import netreset.rras.operations.PortRequest;
import picocli.CommandLine.Model.CommandSpec;

/** Sets the counters of ports to 0: MprAdminPortClearStats. */
final class RasClearStatsCommand extends RasChangeCommand {
    RasClearStatsCommand(NetResetCommand root) {
        super(root, PortOperation.CLEAR_STATISTICS);
    }

    @Override
    CommandSpec spec() {
        CommandSpec spec = super.spec();
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Sets the counters of each port to 0 (MprAdminPortClearStats), which disturbs nobody on it.")
                .footerHeading("%nExamples:%n")
                .footer("  netreset ras clear-stats VPN2-17", "  netreset ras clear-stats \"*\" --json");
        return spec.name("clear-stats");
    }

    @Override
    PortRequest refined(PortRequest request) {
        return request;
    }
}
