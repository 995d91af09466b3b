// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import netreset.Reason;
import netreset.ResetException;
import netreset.rras.RasServer;
import netreset.rras.operations.AuditFile;
import netreset.rras.operations.AuditTrail;
import netreset.rras.operations.PortOperation;
import netreset.rras.operations.PortOperations;
import netreset.rras.operations.PortPlan;
import netreset.rras.operations.PortReport;
import netreset.rras.operations.PortRequest;
import netreset.rras.operations.PortRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Does something to ports, one after the other, and reports on each; what it does is the command's own. */
abstract sealed class RasChangeCommand implements Callable<Integer>
        permits RasResetCommand, RasDisconnectCommand, RasClearStatsCommand {
    private final NetResetCommand root;
    private final PortOperation operation;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Mixin
    private PortFilterOptions filter = new PortFilterOptions();

    @Mixin
    private RasServerOptions options = new RasServerOptions();

    @Option(names = "--max", paramLabel = "N", description = "So many ports at most, the first of those selected.")
    private int max = PortRequest.UNLIMITED;

    @Option(
            names = "--delay",
            paramLabel = "D",
            converter = DurationConverter.class,
            description = "Pause so long between two ports.")
    private Duration delay = Duration.ZERO;

    @Option(
            names = "--verify",
            paramLabel = "none|D",
            converter = LookConverter.class,
            description =
                    "How long to look for an effect, such as 10s (the default); none: accepted is all that is known.")
    private @Nullable Duration verify;

    @Option(names = "--dry-run", description = "Say what would be done; change nothing.")
    private boolean dryRun;

    @Option(
            names = "--audit",
            paramLabel = "FILE",
            description = "Append each call to this file, before it is made and after it; names of users are in it.")
    private @Nullable Path audit;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    RasChangeCommand(NetResetCommand root, PortOperation operation) {
        this.root = root;
        this.operation = operation;
    }

    /** With what only this command's options say. */
    abstract PortRequest refined(PortRequest request);

    @Override
    public final Integer call() throws ResetException, IOException {
        PortRequest request = request();
        RasServer.Options where = options.options();
        try (Progress progress = new Progress(root.console(), "ras", filter.awaited())) {
            progress.start();
            if (audit == null || dryRun) {
                return run(request, where, AuditTrail.NONE, progress).number();
            }
            try (AuditFile trail = open(audit)) {
                return run(request, where, trail, progress).number();
            }
        }
    }

    private PortRequest request() {
        try {
            PortRequest request = PortRequest.of(operation, filter.deliberateSelection())
                    .withMaxPorts(max)
                    .withDelay(delay);
            return refined(verify == null ? request : request.withVerification(verify));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private static AuditFile open(Path file) throws ResetException {
        try {
            return AuditFile.open(file);
        } catch (IOException e) {
            String why = e instanceof NoSuchFileException ? "there is no such folder" : e.getMessage();
            throw new ResetException(
                    Reason.INVALID_REQUEST, "the audit file " + file + " can't be opened: " + why, null, e);
        }
    }

    private ExitCode run(PortRequest request, RasServer.Options where, AuditTrail trail, Progress progress)
            throws ResetException, IOException {
        try (RasServer server = root.connect(where)) {
            boolean looks = !request.verification().isZero();
            PortOperations operations = new PortOperations(server, new ProgressTrail(trail, progress, looks));
            PortPlan plan = operations.plan(request);
            plan.notes().forEach(root.console()::message);
            List<ExitCode> codes = new ArrayList<>(missing(plan));
            PortReportForm form = new PortReportForm(root.console(), json, server, request.operation());
            if (dryRun) {
                plan.ports().forEach(form::print);
            } else {
                PortRun run = operations.run(plan, report -> {
                    form.print(report);
                    root.console().flush();
                });
                run.ports().forEach(report -> codes.add(ExitCode.of(report)));
                stopped(codes, run.stopped());
            }
            if (plan.ports().isEmpty() && codes.isEmpty()) {
                root.console().message("no port meets these conditions: nothing to do");
            }
            return ExitCode.gravest(codes);
        }
    }

    private void stopped(List<ExitCode> codes, @Nullable ResetException why) {
        if (why != null) {
            codes.add(ExitCode.of(why.reason()));
            root.console().message("stopped before the last port: " + why.getMessage());
        }
    }

    /** A name without wildcards is meant to be there, unless another condition may have kept its port out. */
    private List<ExitCode> missing(PortPlan plan) {
        List<ExitCode> codes = new ArrayList<>();
        for (String name : filter.literalNames()) {
            if (plan.ports().stream()
                    .map(PortReport::port)
                    .noneMatch(port -> port.name().equalsIgnoreCase(name))) {
                root.console().message("no port is called " + name);
                codes.add(ExitCode.NOT_FOUND);
            }
        }
        return codes;
    }
}
