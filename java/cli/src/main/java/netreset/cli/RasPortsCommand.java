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
import picocli.CommandLine.Model.CommandSpec;

/** Lists ports. Changes nothing. */
final class RasPortsCommand implements Callable<Integer> {
    private final NetResetCommand root;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final RasServerOptions options = new RasServerOptions();
    private final PortFilterOptions filter = new PortFilterOptions();
    private final ListForm form = new ListForm();

    RasPortsCommand(NetResetCommand root) {
        this.root = root;
    }

    /** Describes this command to picocli; to be called once. */
    CommandSpec spec() {
        spec.usageMessage()
                .sortOptions(false)
                .description("Lists ports of a Routing and Remote Access server, with who is on them; changes nothing.")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  netreset ras ports",
                        "  netreset ras ports --state suspect",
                        "  netreset ras ports \"VPN2-*\" --older-than 1d --json",
                        "  netreset ras ports --server vpn1 --csv");
        spec.name("ports");
        options.addTo(spec);
        filter.addTo(spec);
        form.addTo(spec);
        return spec;
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
