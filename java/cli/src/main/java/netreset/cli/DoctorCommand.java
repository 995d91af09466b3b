// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Says what works here, what doesn't, and what to do about it. Touches nothing. */
final class DoctorCommand implements Callable<Integer> {
    private final NetResetCommand root;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private boolean json;

    DoctorCommand(NetResetCommand root) {
        this.root = root;
    }

    /** Describes this command to picocli; to be called once. */
    CommandSpec spec() {
        spec.usageMessage()
                .description("Says what works here, what doesn't, and what to do about it; touches nothing.")
                .footerHeading("%nExamples:%n")
                .footer("  netreset doctor", "  netreset doctor --bridge jna");
        return spec.name("doctor")
                .addOption(Arguments.flag("--json", value -> json = value)
                        .description("One JSON object.")
                        .build());
    }

    @Override
    public Integer call() throws IOException {
        List<Check> checks = Checkup.of(root);
        return Verdict.of(checks).tell(root.console(), checks, json).number();
    }
}
