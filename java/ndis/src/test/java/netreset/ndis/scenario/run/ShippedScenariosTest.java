// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import netreset.ndis.scenario.MalformedScenarioException;
import netreset.ndis.scenario.Scenario;
import netreset.ndis.scenario.ScenarioParser;
import netreset.ndis.scenario.Shipped;
import netreset.ndis.scenario.ShippedScenarios;
import netreset.ndis.trace.LogLine;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario that comes with the project teaches what is so: its expectations hold. */
class ShippedScenariosTest {
    static List<String> names() {
        return ShippedScenarios.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void passes(String name) throws MalformedScenarioException {
        ScenarioResult result = ScenarioRun.run(read(name));

        assertThat(result.failures())
                .as(result.failures().stream()
                        .map(failure -> failure.at() + " " + failure.message() + "\n" + failure.excerpt())
                        .collect(Collectors.joining("\n")))
                .isEmpty();
        assertThat(result.events()).isNotEmpty();
    }

    @Rule("R97")
    @ParameterizedTest
    @MethodSource("names")
    void twiceTheSameBytes(String name) throws MalformedScenarioException {
        Scenario scenario = read(name);

        assertThat(text(ScenarioRun.run(scenario))).isEqualTo(text(ScenarioRun.run(scenario)));
        assertThat(text(ScenarioRun.run(scenario, 5L))).isEqualTo(text(ScenarioRun.run(scenario, 5L)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void itsLessonIsInWhatItExpects(String name) throws MalformedScenarioException {
        Scenario scenario = read(name);
        Scenario without = new Scenario(
                scenario.file(),
                scenario.title(),
                scenario.lesson(),
                scenario.shows(),
                scenario.settings(),
                scenario.declarations(),
                List.of(),
                scenario.expectations());

        if (!scenario.actions().isEmpty()) {
            assertThat(ScenarioRun.run(without).passed())
                    .as("if nobody does anything, something that is expected must be missing")
                    .isFalse();
        }
    }

    @Test
    void theIndexHasEveryFileOnce() {
        List<String> files = Shipped.files().stream()
                .map(Path::getFileName)
                .map(Path::toString)
                .map(name -> name.replace(".scenario", ""))
                .toList();

        List<String> listed = new ArrayList<>(names());
        listed.addAll(ShippedScenarios.explored());
        assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(files);
    }

    private static Scenario read(String name) throws MalformedScenarioException {
        return ScenarioParser.parse(name, Objects.requireNonNull(ShippedScenarios.text(name)));
    }

    private static String text(ScenarioResult result) {
        return result.events().stream().map(LogLine::of).collect(Collectors.joining("\n"));
    }
}
