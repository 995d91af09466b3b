// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Says what can be known of a server, for a person and for who wants to know how real servers answer. Changes nothing. */
final class RasDoctorCommand implements Callable<Integer> {
    private final NetResetCommand root;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final RasServerOptions options = new RasServerOptions();
    private boolean json;

    RasDoctorCommand(NetResetCommand root) {
        this.root = root;
    }

    /** Describes this command to picocli; to be called once. */
    CommandSpec spec() {
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Says what works with a Routing and Remote Access server, what doesn't, and what to do about it.",
                        "It also asks what no documentation answers: its output is welcome in a bug report. It changes nothing.")
                .footerHeading("%nExamples:%n")
                .footer("  netreset ras doctor", "  netreset ras doctor --server vpn1 --json");
        spec.name("doctor");
        options.addTo(spec);
        return spec.addOption(Arguments.flag("--json", value -> json = value)
                .description("One JSON object.")
                .build());
    }

    @Override
    public Integer call() throws IOException {
        try (Progress progress = new Progress(root.console(), "ras doctor", "the server")) {
            progress.start();
            List<Check> checks = RasCheckup.of(root, options.options());
            return Verdict.of(checks).tell(root.console(), checks, json).number();
        }
    }
}
