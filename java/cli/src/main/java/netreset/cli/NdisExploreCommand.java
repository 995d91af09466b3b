// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import netreset.ResetException;
import netreset.ndis.explore.Exploration;
import netreset.ndis.explore.Explorer;
import netreset.ndis.explore.Replay;
import netreset.ndis.scenario.Scenario;
import netreset.ndis.scenario.run.ScenarioResult;
import netreset.ndis.scenario.run.ScenarioRun;
import netreset.ndis.scenario.run.ScenarioSubject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Runs a scenario in every order of steps. */
final class NdisExploreCommand implements Callable<Integer> {
    private static final Duration USUAL_TIME = Duration.ofMinutes(1);

    private final NetResetCommand root;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private String file = "";
    private long depth = Long.MAX_VALUE;
    private Duration timeout = USUAL_TIME;
    private @Nullable String replay;
    private boolean json;

    NdisExploreCommand(NetResetCommand root) {
        this.root = root;
    }

    /** Describes this command to picocli; to be called once. */
    CommandSpec spec() {
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Runs a scenario in every order in which interrupts, DPCs, workers and threads could do their steps, and prints the"
                                + " shortest that breaks a rule, stops Windows, leaves work for ever, or doesn't end as the scenario expects.",
                        "What comes at different times doesn't change places. What a scenario expects of the order of events is of one"
                                + " order, and not asked here.",
                        "FILE is a scenario file, or the name of one of those that come with netreset.")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  netreset ndis explore cancel-flush-race    every order is well",
                        "  netreset ndis explore netvmini-pause       one loses a reset",
                        "  netreset ndis explore my.scenario --depth 40 --timeout 10m",
                        "  netreset ndis explore my.scenario --replay 0.2.1");
        return spec.name("explore")
                .addPositional(Arguments.parameter(value -> file = value)
                        .arity("1")
                        .required(true)
                        .paramLabel("FILE")
                        .description("The scenario.")
                        .build())
                .addOption(Arguments.option("--depth", Long.class, value -> depth = value)
                        .paramLabel("N")
                        .description("Look at the first N steps of each order only.")
                        .build())
                .addOption(Arguments.duration("--timeout", value -> timeout = value)
                        .description("Stop after this time, such as 10m; 1m unless told.")
                        .build())
                .addOption(Arguments.option("--replay", String.class, value -> replay = value)
                        .paramLabel("CHOICES")
                        .description("Run one order again, from the choices that an exploration printed.")
                        .build())
                .addOption(Arguments.flag("--json", value -> json = value)
                        .description("One JSON object a line: the events of the run that fails, then the result.")
                        .build());
    }

    @Override
    public Integer call() throws ResetException, IOException {
        if (depth < 1) {
            throw new ParameterException(spec.commandLine(), "--depth is 1 or more, not " + depth);
        }
        Scenario scenario = NdisScenarios.read(file);
        if (replay != null) {
            ScenarioResult result = again(scenario, replay);
            new NdisRunForm(root.console()).print(result, NdisRunCommand.Form.of(json));
            return (result.passed() ? ExitCode.DONE : ExitCode.FAILED).number();
        }
        Exploration found = explore(scenario);
        Exploration.CounterExample example = found.counterExample();
        NdisExplorationForm form = new NdisExplorationForm(root.console(), file, scenario);
        ScenarioResult failing = example == null ? null : again(scenario, example.choices());
        if (json) {
            form.json(found, failing);
        } else {
            form.print(found, failing);
        }
        return exit(found).number();
    }

    private static ExitCode exit(Exploration found) {
        if (found.counterExample() != null) {
            return ExitCode.FAILED;
        }
        return found.isComplete() ? ExitCode.DONE : ExitCode.IN_FLIGHT;
    }

    private Exploration explore(Scenario scenario) {
        long end = System.nanoTime() + timeout.toNanos();
        try (Progress progress = new Progress(root.console(), file, "every order of steps")) {
            progress.start();
            return new Explorer(new ScenarioSubject(scenario), System::nanoTime)
                    .withDepth(depth)
                    .until(() -> System.nanoTime() - end > 0)
                    .explore();
        }
    }

    private ScenarioResult again(Scenario scenario, String choices) {
        try {
            return ScenarioRun.run(scenario, Replay.of(choices), 0);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--replay: " + e.getMessage());
        }
    }
}
