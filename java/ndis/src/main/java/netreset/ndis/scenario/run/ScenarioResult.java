// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.List;
import netreset.ndis.scenario.Scenario;
import netreset.ndis.trace.Event;

/**
 * What came of a scenario.
 *
 * @param seed where chance began; 0 if it had no part
 * @param events the log
 * @param failures what wasn't as expected; none if the scenario passed
 */
public record ScenarioResult(Scenario scenario, long seed, List<Event> events, List<Failure> failures) {
    public ScenarioResult {
        events = List.copyOf(events);
        failures = List.copyOf(failures);
    }

    public boolean passed() {
        return failures.isEmpty();
    }
}
