// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import netreset.ResetException;
import netreset.rras.RasServer;
import picocli.CommandLine.Model.CommandSpec;

/** Lists connections. Changes nothing. */
final class RasConnectionsCommand implements Callable<Integer> {
    private final NetResetCommand root;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final RasServerOptions options = new RasServerOptions();
    private final ListForm form = new ListForm();

    RasConnectionsCommand(NetResetCommand root) {
        this.root = root;
    }

    /** Describes this command to picocli; to be called once. */
    CommandSpec spec() {
        spec.usageMessage()
                .sortOptions(false)
                .description("Lists connections to a Routing and Remote Access server; changes nothing.")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  netreset ras connections",
                        "  netreset ras connections --server vpn1 --json | jq -r 'select(.dormant).user'");
        spec.name("connections");
        options.addTo(spec);
        form.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws ResetException, IOException {
        try (Progress progress = new Progress(root.console(), "ras connections", "the server")) {
            progress.start();
            try (RasServer server = options.connect(root)) {
                form.print(
                        root.console(),
                        "connection",
                        PortFields.connection(server),
                        PortTable.CONNECTIONS,
                        server.connections());
            }
        }
        return ExitCode.DONE.number();
    }
}
