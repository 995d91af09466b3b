// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What there is for the NDIS reset contract and its model. */
final class NdisCommand implements Runnable {
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    /** Describes this command to picocli; to be called once. */
    CommandSpec spec() {
        spec.usageMessage()
                .synopsisSubcommandLabel("COMMAND")
                .description("The NDIS reset contract, on a model of it: no driver and no device is touched.")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  netreset ndis run sync-reset      a lesson, run on the model",
                        "  netreset ndis explore sync-reset  likewise in every order of steps that is possible",
                        "  netreset ndis rules               the rules of the contract",
                        "  netreset ndis rules R58           one of them in full",
                        "  netreset ndis decode 0xC001000D   what a number means");
        return spec.name("ndis");
    }

    /** Reached only without a command. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "which command? there are "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
