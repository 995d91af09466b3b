// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import netreset.ndis.explore.Exploration;
import netreset.ndis.explore.Exploration.CounterExample;
import netreset.ndis.explore.Explorer;
import netreset.ndis.explore.Replay;
import netreset.ndis.scenario.MalformedScenarioException;
import netreset.ndis.scenario.Scenario;
import netreset.ndis.scenario.ScenarioParser;
import netreset.ndis.scenario.ShippedScenarios;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shipped scenarios in every order of steps. */
@Timeout(120)
class ExploredScenariosTest {
    private static Scenario read(String name) throws MalformedScenarioException {
        return ScenarioParser.parse(name, requireNonNull(ShippedScenarios.text(name)));
    }

    private static Exploration explore(Scenario scenario) {
        return new Explorer(new ScenarioSubject(scenario), () -> 0).explore();
    }

    static List<String> names() {
        return ShippedScenarios.names();
    }

    static List<String> explored() {
        return ShippedScenarios.explored();
    }

    /** What goes well in its own order goes well in every other. */
    @ParameterizedTest
    @MethodSource("names")
    void noOrderFails(String name) throws MalformedScenarioException {
        Exploration found = explore(read(name));

        assertThat(found.counterExample()).isNull();
        assertThat(found.isComplete()).isTrue();
        assertThat(found.comparesStates()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("explored")
    void someOrderFailsAndDoesSoAgain(String name) throws MalformedScenarioException {
        Scenario scenario = read(name);
        CounterExample example = requireNonNull(explore(scenario).counterExample());

        ScenarioResult again = ScenarioRun.run(scenario, Replay.of(example.choices()), 0);

        assertThat(again.passed()).isFalse();
    }

    /** The races of a reset with a cancellation, and with its own completion, in more than one order. */
    @ParameterizedTest
    @ValueSource(strings = {"cancel-flush-race", "second-request-dropped", "remove-itself"})
    @Rule({"R42", "R62"})
    void racesAreRunInManyOrders(String name) throws MalformedScenarioException {
        assertThat(explore(read(name)).runs()).isGreaterThan(5);
    }

    @Test
    @Rule("R46")
    void netvminiLosesItsResetToAPause() throws MalformedScenarioException {
        Scenario scenario = read("netvmini-pause");
        CounterExample example = requireNonNull(explore(scenario).counterExample());

        ScenarioResult again = ScenarioRun.run(scenario, Replay.of(example.choices()), 0);

        assertThat(again.failures())
                .anySatisfy(failure -> assertThat(failure.message()).contains("R46"));
    }
}
