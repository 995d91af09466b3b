// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import netreset.rras.operations.PortOperation;
import netreset.rras.operations.PortRequest;
import picocli.CommandLine.Command;

/** Sets the counters of ports to 0: MprAdminPortClearStats. */
@Command(
        name = "clear-stats",
        sortOptions = false,
        description = "Sets the counters of each port to 0 (MprAdminPortClearStats), which disturbs nobody on it.",
        footerHeading = "%nExamples:%n",
        footer = {"  netreset ras clear-stats VPN2-17", "  netreset ras clear-stats \"*\" --json"})
final class RasClearStatsCommand extends RasChangeCommand {
    RasClearStatsCommand(NetResetCommand root) {
        super(root, PortOperation.CLEAR_STATISTICS);
    }

    @Override
    PortRequest refined(PortRequest request) {
        return request;
    }
}
