// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTextTest {
    private static final String FIRST = """
            R1 Title
                It holds.
                own: a page
                owner: library
                mark: documented
                severity: error
            """;

    @Test
    void readsAllThatABlockSays() {
        String second = """
                R2 Another title
                    It holds too.
                    a page
                    owner: library
                    offender: miniport
                    mark: documented, inferred
                    severity: fatal
                    versions: before 6.30
                    unless: coGate WIDE, secondRequest QUEUE_ALL
                    divided: another page: the opposite
                """;

        List<NdisRule> rules = RulesText.parse("# comment\n\n" + FIRST + "\n# comment\n" + second);

        assertThat(rules)
                .containsExactly(
                        new NdisRule(
                                1,
                                "Title",
                                "It holds.",
                                "own: a page",
                                Owner.LIBRARY,
                                Owner.LIBRARY,
                                List.of(Mark.DOCUMENTED),
                                Severity.ERROR,
                                Versions.ALL,
                                List.of(),
                                null),
                        new NdisRule(
                                2,
                                "Another title",
                                "It holds too.",
                                "a page",
                                Owner.LIBRARY,
                                Owner.MINIPORT,
                                List.of(Mark.DOCUMENTED, Mark.INFERRED),
                                Severity.FATAL,
                                Versions.BEFORE_6_30,
                                List.of(
                                        new Reading(Knob.CO_GATE, "WIDE"),
                                        new Reading(Knob.SECOND_REQUEST, "QUEUE_ALL")),
                                "another page: the opposite"));
        assertThat(rules.get(0).remedy()).isNull();
        assertThat(rules.get(1).remedy()).isEqualTo("legal with coGate WIDE or secondRequest QUEUE_ALL");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            R1 Title         | One Title         | not a heading, a sentence and a source
            R1 Title         | R2 Title          | its place in the catalogue is that of R1
            severity: error  | severity: grave   | 'grave' is none of remark, warning, error, fatal
            owner: library   | owner: nobody     | 'nobody' is none of library, miniport, protocol
            owner: library   | severity: error   | two lines of severity
            mark: documented | mark: known       | 'known' is none of documented, observed, inferred
            mark: documented | divided: x        | no line of mark
            severity: error  | sevrity: error    | this line says nothing known: sevrity: error
            severity: error  | a second source   | this line says nothing known: a second source
            """)
    void refusesWhatIsMalformedAndSaysWhereAndWhat(String line, String instead, String complaint) {
        assertThatThrownBy(() -> RulesText.parse(FIRST.replace(line, instead)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint)
                .message()
                .containsPattern("^(R[12]|One)\\b")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unless: coGate      | 'coGate' is no knob and a reading of it
            unless: gate WIDE   | there is no knob 'gate'
            unless: coGate OPEN | knob coGate has no reading 'OPEN': there are NARROW, WIDE
            unless: coGate WIDE,coGate WIDE | knob coGate has no reading 'WIDE,coGate WIDE'
            versions: 7         | '7' names no versions: there are all, before 6.30
            """)
    void refusesReadingsAndVersionsThatThereArent(String line, String complaint) {
        assertThatThrownBy(() -> RulesText.parse(FIRST + "    " + line + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("R1 Title: ")
                .hasMessageContaining(complaint);
    }

    @Test
    void refusesABlockThatIsTooShort() {
        assertThatThrownBy(() -> RulesText.parse("R1 Title\n    It holds.\n")).hasMessageContaining("not a heading");
        assertThatThrownBy(() -> RulesText.parse("")).hasMessageContaining("not a heading");
    }
}
