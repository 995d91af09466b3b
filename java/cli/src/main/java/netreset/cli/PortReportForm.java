// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import netreset.Printable;
import netreset.rras.RasServer;
import netreset.rras.operations.PortOperation;
import netreset.rras.operations.PortReport;

/** Prints what became of each port: a line for a person, or an object of kind {@code report}. */
final class PortReportForm {
    private final Console console;
    private final boolean json;
    private final RasServer server;
    private final PortOperation operation;

    PortReportForm(Console console, boolean json, RasServer server, PortOperation operation) {
        this.console = console;
        this.json = json;
        this.server = server;
        this.operation = operation;
    }

    void print(PortReport report) {
        String id = PortFields.id(server.options().server(), report.port().name());
        if (!json) {
            console.out().print(Printable.line(id + "  " + Words.outcome(report) + "  " + report.message()) + "\n");
            return;
        }
        try {
            new PortReportJson(report, operation)
                    .write(console.out(), id, server.module().bridge().name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
