// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import netreset.ndis.decode.Detail;
import netreset.ndis.decode.Meaning;
import netreset.ndis.rules.Mark;
import netreset.ndis.rules.NdisRule;

/** Rules of the contract, and what numbers mean, for people. */
final class NdisText {
    private static final Table<NdisRule> RULES = new Table<>(
            List.of(
                    new Table.Column<>("RULE", NdisRule::name),
                    new Table.Column<>("TITLE", NdisRule::title),
                    new Table.Column<>("OWNER", rule -> rule.owner().word()),
                    new Table.Column<>("SEVERITY", rule -> rule.severity().word()),
                    new Table.Column<>("MARK", NdisText::marks),
                    new Table.Column<>("VERSIONS", rule -> rule.versions().words())),
            3);

    private NdisText() {}

    static void table(Console console, List<NdisRule> rules) {
        RULES.print(console, rules);
    }

    static void print(PrintWriter out, NdisRule rule) {
        TextBlock block = new TextBlock(out, rule.name() + "  " + rule.title())
                .line("rule", rule.sentence())
                .line("source", rule.source())
                .line("mark", marks(rule))
                .line("owner", rule.owner().word());
        if (rule.offender() != rule.owner()) {
            block.line("broken by", rule.offender().word());
        }
        block.line("severity", rule.severity().word())
                .line("versions", rule.versions().words());
        if (rule.remedy() != null) {
            block.line("knob", rule.remedy());
        }
        if (rule.divided() != null) {
            block.line("divided", rule.divided());
        }
    }

    private static String marks(NdisRule rule) {
        return rule.marks().stream().map(Mark::word).collect(Collectors.joining(", "));
    }

    static void print(PrintWriter out, Meaning meaning) {
        String name = meaning.name() == null ? "" : meaning.name() + "  ";
        TextBlock block = new TextBlock(
                out,
                meaning.number() + "  " + name + (meaning.isKnown() ? "" : "unknown ")
                        + meaning.kind().words());
        if (meaning.text() != null) {
            block.line("meaning", meaning.text());
        }
        for (Detail detail : meaning.details()) {
            block.line(detail.name(), detail.text());
        }
    }
}
