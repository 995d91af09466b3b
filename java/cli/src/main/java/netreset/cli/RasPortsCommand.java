// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import netreset.ResetException;
import netreset.rras.RasServer;
import netreset.rras.operations.AuditTrail;
import netreset.rras.operations.PortOperations;
import netreset.rras.operations.PortSelection;
import netreset.rras.operations.SelectedPorts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists ports. Changes nothing. */
@Command(
        name = "ports",
        sortOptions = false,
        description = "Lists ports of a Routing and Remote Access server, with who is on them; changes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  netreset ras ports",
            "  netreset ras ports --state suspect",
            "  netreset ras ports \"VPN2-*\" --older-than 1d --json",
            "  netreset ras ports --server vpn1 --csv"
        })
final class RasPortsCommand implements Callable<Integer> {
    private final NetResetCommand root;

    @Mixin
    private RasServerOptions options = new RasServerOptions();

    @Mixin
    private PortFilterOptions filter = new PortFilterOptions();

    @Mixin
    private ListForm form = new ListForm();

    RasPortsCommand(NetResetCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws ResetException, IOException {
        PortSelection selection = filter.selection();
        try (Progress progress = new Progress(root.console(), "ras ports", filter.awaited())) {
            progress.start();
            try (RasServer server = options.connect(root)) {
                SelectedPorts selected = new PortOperations(server, AuditTrail.NONE).select(selection);
                selected.notes().forEach(root.console()::message);
                form.print(root.console(), "port", PortFields.port(server), PortTable.PORTS, selected.ports());
            }
        }
        return ExitCode.DONE.number();
    }
}
