// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import netreset.ResetException;
import netreset.ndis.scenario.Scenario;
import netreset.ndis.scenario.run.ScenarioResult;
import netreset.ndis.scenario.run.ScenarioRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Runs a scenario on the model. */
final class NdisRunCommand implements Callable<Integer> {
    private final NetResetCommand root;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private @Nullable String file;
    private @Nullable Long seed;
    private final Form form = new Form();

    /** What is printed. */
    static final class Form {
        boolean json;

        boolean timeline;

        boolean mermaid;

        @Nullable
        Path svg;

        @Nullable
        Path html;

        boolean show;

        boolean list;

        void addTo(CommandSpec spec) {
            spec.addArgGroup(ArgGroupSpec.builder()
                    .addArg(Arguments.flag("--json", value -> json = value)
                            .description("One JSON object a line: every event, then the verdict.")
                            .build())
                    .addArg(Arguments.flag("--timeline", value -> timeline = value)
                            .description("Print the events in lanes, one for each IRQL.")
                            .build())
                    .addArg(Arguments.flag("--mermaid", value -> mermaid = value)
                            .description("Print a sequence diagram for Mermaid.")
                            .build())
                    .addArg(Arguments.option("--svg", Path.class, value -> svg = value)
                            .paramLabel("FILE")
                            .description("Write a sequence diagram to FILE.")
                            .build())
                    .addArg(Arguments.option("--html", Path.class, value -> html = value)
                            .paramLabel("FILE")
                            .description("Write a page with everything on it to FILE.")
                            .build())
                    .addArg(Arguments.flag("--show", value -> show = value)
                            .description("Print the scenario's text, and don't run it.")
                            .build())
                    .addArg(Arguments.flag("--list", value -> list = value)
                            .description("Name the scenarios that come with netreset.")
                            .build())
                    .build());
        }

        /** The log, as text or as JSON. */
        static Form of(boolean json) {
            Form form = new Form();
            form.json = json;
            return form;
        }
    }

    NdisRunCommand(NetResetCommand root) {
        this.root = root;
    }

    /** Describes this command to picocli; to be called once. */
    CommandSpec spec() {
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Runs a scenario on the model and prints what happened, and whether all was as the scenario expects: a rule that is"
                                + " broken, a bug check or an expectation that doesn't hold is a failure.",
                        "FILE is a scenario file, or the name of one of those that come with netreset; --list names them.")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  netreset ndis run --list",
                        "  netreset ndis run never-completed",
                        "  netreset ndis run --show never-completed      its text, to begin one's own with",
                        "  netreset ndis run my.scenario --seed 7",
                        "  netreset ndis run my.scenario --svg my.svg");
        spec.name("run")
                .addPositional(Arguments.parameter(value -> file = value)
                        .arity("0..1")
                        .paramLabel("FILE")
                        .description("The scenario.")
                        .build())
                .addOption(Arguments.option("--seed", Long.class, value -> seed = value)
                        .paramLabel("N")
                        .description("Chance decides who runs next, and begins here; the same seed gives the same run.")
                        .build());
        form.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws ResetException, IOException {
        if (form.list) {
            NdisScenarios.list(root.console());
            return ExitCode.DONE.number();
        }
        if (file == null) {
            throw new ParameterException(spec.commandLine(), "which scenario? a FILE, or a name that --list has");
        }
        if (form.show) {
            NdisScenarios.show(root.console(), file);
            return ExitCode.DONE.number();
        }
        Scenario scenario = NdisScenarios.read(file);
        ScenarioResult result =
                ScenarioRun.run(scenario, seed == null ? scenario.settings().seed() : seed);
        new NdisRunForm(root.console()).print(result, form);
        return (result.passed() ? ExitCode.DONE : ExitCode.FAILED).number();
    }
}
