// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import netreset.rules.RuleCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    static List<NdisRule> all() {
        return Rules.all();
    }

    @Test
    void thereAre98InTheirOrder() {
        assertThat(Rules.all())
                .extracting(NdisRule::name)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 98).mapToObj(n -> "R" + n).toList());
    }

    /** One home: what the report of kept rules reads is what the command shows. */
    @Test
    void theReportSeesTheSameCatalogue() throws IOException {
        RuleCatalogue catalogue = RuleCatalogue.all().stream()
                .filter(each -> each.name().equals("ndis"))
                .findFirst()
                .orElseThrow();
        assertThat(catalogue.rules())
                .containsExactlyElementsOf(Rules.all().stream()
                        .map(rule -> new RuleCatalogue.Entry(rule.name(), rule.title(), rule.sentence(), rule.source()))
                        .toList());
    }

    @Test
    void noNumberIsAnotherCataloguesToo() throws IOException {
        assertThat(RuleCatalogue.all()).hasSizeGreaterThan(2);
        assertThat(RuleCatalogue.all().stream()
                        .flatMap(catalogue -> catalogue.rules().stream())
                        .map(RuleCatalogue.Entry::number))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachIsOneSentence(NdisRule rule) {
        assertThat(rule.sentence()).hasSizeBetween(20, 200).endsWith(".").doesNotContainPattern("[.!?] +[A-Z]");
        assertThat(rule.title()).isNotBlank().doesNotEndWith(".");
        assertThat(rule.source()).isNotBlank().doesNotEndWith(".");
    }

    /** A rule that nobody documents names a decision or a driver; one that a page states names the page. */
    @ParameterizedTest
    @MethodSource("all")
    void sourceAndMarkAgree(NdisRule rule) {
        assertThat(rule.marks()).isNotEmpty().doesNotHaveDuplicates().isSorted();
        if (rule.marks().equals(List.of(Mark.INFERRED))) {
            assertThat(rule.source()).startsWith("own");
        } else if (rule.marks().contains(Mark.DOCUMENTED)) {
            assertThat(rule.source()).matches("(own[,;] .*)?[A-Z].*|own, from .*|own; .*");
        }
    }

    @Test
    void onlyNdisAnswersForDrivers() {
        assertThat(Rules.all())
                .filteredOn(rule -> rule.offender() != rule.owner())
                .allMatch(rule -> rule.owner() == Owner.LIBRARY)
                .extracting(NdisRule::number)
                .containsExactly(4, 5, 19, 47, 56);
    }

    @Test
    void whatStopsWindows() {
        assertThat(Rules.all())
                .filteredOn(rule -> rule.severity() == Severity.FATAL)
                .extracting(NdisRule::number)
                .containsExactly(47, 56, 64);
    }

    /** The others don't turn a rule round: they decide what no rule speaks of. */
    @Test
    void everyKnobButTwoTurnsARule() {
        Set<Knob> turning = Rules.all().stream()
                .flatMap(rule -> rule.unless().stream())
                .map(Reading::knob)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Knob.class)));
        assertThat(EnumSet.complementOf(EnumSet.copyOf(turning))).containsExactly(Knob.CO_GATE, Knob.HANDLER_IRQL);
    }

    /** What would make the opposite legal is never how the versions of the rule have it. */
    @ParameterizedTest
    @MethodSource("all")
    void noRuleIsLegalToBreakFromTheStart(NdisRule rule) {
        for (Profile profile : Profile.values()) {
            if (rule.versions().include(profile)) {
                assertThat(rule.unless()).noneMatch(reading -> reading.isSetIn(Knobs.of(profile), profile));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"R17, 17", "r17, 17", "17, 17", "R1, 1", "R098, 98"})
    void isFoundByName(String name, int number) {
        assertThat(Rules.named(name)).isSameAs(Rules.get(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"R0", "R99", "99", "R", "", "L5", "R17x", "R99999999999", "-1"})
    void aRuleThatIsNotThereIsRefusedInOneLine(String name) {
        assertThatThrownBy(() -> Rules.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no rule ")
                .hasMessageEndingWith(": there are R1 to R98");
    }

    @Test
    void tellsInWhichVersionsItHolds() {
        NdisRule none = Rules.get(58);
        assertThat(none.versions().include(Profile.NDIS_6_20)).isFalse();
        assertThat(none.versions().include(Profile.NDIS_6_30)).isTrue();
        assertThat(none.versions().include(Profile.NDIS_6_83)).isTrue();
        assertThat(Rules.get(59).versions().include(Profile.NDIS_5)).isTrue();
        assertThat(Rules.get(59).versions().include(Profile.NDIS_6_30)).isFalse();
        assertThat(Rules.get(5).versions().include(Profile.NDIS_5)).isFalse();
        assertThat(Rules.get(5).versions().include(Profile.NDIS_6_20)).isTrue();
    }
}
