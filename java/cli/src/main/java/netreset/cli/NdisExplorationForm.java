// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import netreset.Printable;
import netreset.ndis.explore.Exploration;
import netreset.ndis.picture.EventJson;
import netreset.ndis.scenario.Scenario;
import netreset.ndis.scenario.run.ScenarioResult;
import netreset.ndis.trace.Event;
import org.jspecify.annotations.Nullable;

/** How an exploration is shown. */
final class NdisExplorationForm {
    private final Console console;
    private final String file;
    private final Scenario scenario;

    NdisExplorationForm(Console console, String file, Scenario scenario) {
        this.console = console;
        this.file = file;
        this.scenario = scenario;
    }

    /**
     * Prints it for people.
     *
     * @param failing the run of the counter-example; {@code null} if there is none
     */
    void print(Exploration found, @Nullable ScenarioResult failing) {
        PrintWriter out = console.out();
        if (failing != null) {
            NdisRunForm.log(out, failing);
            out.print("\n");
        }
        out.print(verdict(found) + "  " + Printable.line(scenario.title()) + "\n");
        out.print(String.format(
                Locale.ROOT,
                "  %,d states, %,d steps, %,d runs, %,d of them to the end, the longest of %,d steps; %.1f s, %,d states/s\n",
                found.states(),
                found.steps(),
                found.runs(),
                found.runsToEnd(),
                found.deepest(),
                found.nanos() / 1e9,
                found.statesPerSecond()));
        if (!found.comparesStates()) {
            out.print("  A driver doesn't tell its state, so no state could be recognised: every order was run.\n");
        }
        if (!found.isComplete()) {
            out.print("  A limit cut it short: what was not looked at may fail.\n");
        }
        Exploration.CounterExample example = found.counterExample();
        if (example != null) {
            out.print("  the shortest that fails, in " + example.steps() + " steps: "
                    + Printable.line(example.message()) + "\n");
            out.print(
                    "  again: netreset ndis explore " + Printable.line(file) + " --replay " + example.choices() + "\n");
        }
    }

    private static String verdict(Exploration found) {
        if (found.counterExample() != null) {
            return "FAIL";
        }
        return found.isComplete() ? "PASS" : "UNKNOWN";
    }

    /** Likewise for programs. */
    void json(Exploration found, @Nullable ScenarioResult failing) throws IOException {
        if (failing != null) {
            for (Event event : failing.events()) {
                console.out().print(EventJson.line(event) + "\n");
            }
        }
        JsonLine line = JsonLine.begin(console.out(), "exploration")
                .put("file", scenario.file())
                .put("title", scenario.title())
                .put("states", found.states())
                .put("steps", found.steps())
                .put("runs", found.runs())
                .put("runsToEnd", found.runsToEnd())
                .put("deepest", found.deepest())
                .put("nanos", found.nanos())
                .put("statesPerSecond", found.statesPerSecond())
                .put("complete", found.isComplete())
                .put("comparesStates", found.comparesStates());
        Exploration.CounterExample example = found.counterExample();
        if (example == null) {
            line.put("counterExample", (String) null);
        } else {
            line.open("counterExample")
                    .put("choices", example.choices())
                    .put("steps", example.steps())
                    .put("message", example.message())
                    .close();
        }
        line.end();
    }
}
