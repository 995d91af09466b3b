// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import netreset.ndis.rules.NdisRule;
import netreset.ndis.rules.Rules;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Says what the rules of the contract are. */
final class NdisRulesCommand implements Callable<Integer> {
    private final NetResetCommand root;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private List<String> names = new ArrayList<>();
    private boolean json;

    NdisRulesCommand(NetResetCommand root) {
        this.root = root;
    }

    /** Describes this command to picocli; to be called once. */
    CommandSpec spec() {
        spec.usageMessage()
                .description(
                        "Lists the rules of the NDIS reset contract, or says all about one: what holds, where it comes from, and which"
                                + " reading of a knob would make the opposite legal.",
                        "OWNER is whose obligation it is; library is NDIS. MARK says how it is known: documented by Microsoft, observed"
                                + " in public drivers, or inferred.")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  netreset ndis rules",
                        "  netreset ndis rules R47 R58",
                        "  netreset ndis rules --json | jq -r 'select(.owner == \"miniport\").sentence'");
        return spec.name("rules")
                .addPositional(Arguments.parameters(value -> names = value)
                        .arity("0..*")
                        .paramLabel("RULE")
                        .description("The number of a rule: R17, or 17.")
                        .build())
                .addOption(Arguments.flag("--json", value -> json = value)
                        .description("One JSON object a line.")
                        .build());
    }

    @Override
    public Integer call() throws IOException {
        List<NdisRule> rules = names.isEmpty() ? Rules.all() : wanted();
        if (json) {
            for (NdisRule rule : rules) {
                NdisJson.write(root.console().out(), rule);
            }
        } else if (names.isEmpty()) {
            NdisText.table(root.console(), rules);
        } else {
            rules.forEach(rule -> NdisText.print(root.console().out(), rule));
        }
        return ExitCode.DONE.number();
    }

    private List<NdisRule> wanted() {
        try {
            return names.stream().map(Rules::named).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
