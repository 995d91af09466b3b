// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what works here, what doesn't, and what to do about it. Touches nothing. */
@Command(
        name = "doctor",
        description = "Says what works here, what doesn't, and what to do about it; touches nothing.",
        footerHeading = "%nExamples:%n",
        footer = {"  netreset doctor", "  netreset doctor --bridge jna"})
final class DoctorCommand implements Callable<Integer> {
    private final NetResetCommand root;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    DoctorCommand(NetResetCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        List<Check> checks = Checkup.of(root);
        return Verdict.of(checks).tell(root.console(), checks, json).number();
    }
}
