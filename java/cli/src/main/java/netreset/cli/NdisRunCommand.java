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
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a scenario on the model. */
@Command(
        name = "run",
        sortOptions = false,
        description = {
            "Runs a scenario on the model and prints what happened, and whether all was as the scenario expects: a rule that is"
                    + " broken, a bug check or an expectation that doesn't hold is a failure.",
            "FILE is a scenario file, or the name of one of those that come with netreset; --list names them."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  netreset ndis run --list",
            "  netreset ndis run never-completed",
            "  netreset ndis run --show never-completed      its text, to begin one's own with",
            "  netreset ndis run my.scenario --seed 7",
            "  netreset ndis run my.scenario --svg my.svg"
        })
final class NdisRunCommand implements Callable<Integer> {
    private final NetResetCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The scenario.")
    private @Nullable String file;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Chance decides who runs next, and begins here; the same seed gives the same run.")
    private @Nullable Long seed;

    @ArgGroup
    private Form form = new Form();

    /** What is printed. */
    static final class Form {
        @Option(names = "--json", description = "One JSON object a line: every event, then the verdict.")
        boolean json;

        @Option(names = "--timeline", description = "Print the events in lanes, one for each IRQL.")
        boolean timeline;

        @Option(names = "--mermaid", description = "Print a sequence diagram for Mermaid.")
        boolean mermaid;

        @Option(names = "--svg", paramLabel = "FILE", description = "Write a sequence diagram to FILE.")
        @Nullable
        Path svg;

        @Option(names = "--html", paramLabel = "FILE", description = "Write a page with everything on it to FILE.")
        @Nullable
        Path html;

        @Option(names = "--show", description = "Print the scenario's text, and don't run it.")
        boolean show;

        @Option(names = "--list", description = "Name the scenarios that come with netreset.")
        boolean list;

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
