// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NdisRulesTest {
    @Test
    void allAreATable() {
        Ran rules = Ran.here("ndis", "rules");

        assertThat(rules.exit()).isZero();
        assertThat(rules.err()).isEmpty();
        assertThat(rules.out()).hasSize(99);
        assertThat(rules.out().get(0)).matches("RULE +TITLE +OWNER +SEVERITY +MARK +VERSIONS");
        assertThat(rules.out().get(17)).matches("R17 +No ticks during a reset +library +error +inferred +all");
        assertThat(rules.out().get(34)).matches("R34 +Sends are refused +library +error +documented, inferred +all");
    }

    @Test
    void aNarrowTerminalLosesColumnsNotText() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(new Console(out, new ByteArrayOutputStream(), OptionalInt.of(60)), "ndis", "rules");

        assertThat(Ran.lines(out.toByteArray()))
                .hasSize(99)
                .allMatch(line -> line.length() <= 60)
                .anyMatch(line -> line.matches("R58 +Nothing outlives a reset +miniport"));
    }

    @Test
    void oneInFull() {
        assertThat(Ran.here("ndis", "rules", "r58").out())
                .containsExactly(
                        "R58  Nothing outlives a reset",
                        "  rule       When a reset completes, no send and no OID request that the miniport took before it is outstanding.",
                        "  source     MINIPORT_RESET, note for NDIS 6.30",
                        "  mark       documented",
                        "  owner      miniport",
                        "  severity   error",
                        "  versions   6.30 and later",
                        "  knob       legal with outstandingRule MAY_HOLD",
                        "  divided    Miniport Adapter Check-for-Hang and Reset Operations, and Simplified Reset Handling, let a driver hold them");
    }

    @Test
    void severalAreInTheOrderAskedFor() {
        List<String> out = Ran.here("ndis", "rules", "R47", "1").out();

        assertThat(out)
                .filteredOn(line -> line.startsWith("R"))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("R47  "),
                        second -> assertThat(second).startsWith("R1  "));
        assertThat(out).contains("  broken by  miniport");
    }

    @Test
    void jsonHasAllOfIt() {
        JsonNode rule = Ran.here("ndis", "rules", "--json", "R60").json();

        assertThat(rule.get("kind").textValue()).isEqualTo("rule");
        assertThat(rule.get("rule").textValue()).isEqualTo("R60");
        assertThat(rule.get("owner").textValue()).isEqualTo("miniport");
        assertThat(rule.get("offender").textValue()).isEqualTo("miniport");
        assertThat(rule.at("/marks/0").textValue()).isEqualTo("documented");
        assertThat(rule.at("/unless/0/knob").textValue()).isEqualTo("clSendAbortStatus");
        assertThat(rule.at("/unless/1/reading").textValue()).isEqualTo("RESET_IN_PROGRESS");
        assertThat(rule.get("divided").textValue()).contains("deserialised");
        assertThat(Ran.here("ndis", "rules", "R59", "--json").json().get("profiles"))
                .extracting(JsonNode::textValue)
                .containsExactly("NDIS_5", "NDIS_6_20");
        assertThat(Ran.here("ndis", "rules", "--json").out()).hasSize(98);
    }

    @Test
    void aRuleThatIsNotThereIsOneLineAndNothingElse() {
        Ran.here("ndis", "rules", "R1", "R99").failed(2, "there is no rule R99: there are R1 to R98");
        Ran json = Ran.here("ndis", "rules", "R0", "--json").said("there is no rule");
        assertThat(json.exit()).isEqualTo(2);
        assertThat(json.json().get("reason").textValue()).isEqualTo("INVALID_REQUEST");
    }
}
