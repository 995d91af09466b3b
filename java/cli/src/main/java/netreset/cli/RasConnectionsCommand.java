// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import netreset.ResetException;
import netreset.rras.RasServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists connections. Changes nothing. */
@Command(
        name = "connections",
        sortOptions = false,
        description = "Lists connections to a Routing and Remote Access server; changes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  netreset ras connections",
            "  netreset ras connections --server vpn1 --json | jq -r 'select(.dormant).user'"
        })
final class RasConnectionsCommand implements Callable<Integer> {
    private final NetResetCommand root;

    @Mixin
    private RasServerOptions options = new RasServerOptions();

    @Mixin
    private ListForm form = new ListForm();

    RasConnectionsCommand(NetResetCommand root) {
        this.root = root;
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
