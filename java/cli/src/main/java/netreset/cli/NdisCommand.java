// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What there is for the NDIS reset contract and its model. */
@Command(
        name = "ndis",
        synopsisSubcommandLabel = "COMMAND",
        description = "The NDIS reset contract, on a model of it: no driver and no device is touched.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  netreset ndis run sync-reset      a lesson, run on the model",
            "  netreset ndis explore sync-reset  likewise in every order of steps that is possible",
            "  netreset ndis rules               the rules of the contract",
            "  netreset ndis rules R58           one of them in full",
            "  netreset ndis decode 0xC001000D   what a number means"
        })
final class NdisCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    /** Reached only without a command. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "which command? there are "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
