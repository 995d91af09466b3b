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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Does something to ports, one after the other, and reports on each; what it does is the command's own. */
abstract sealed class RasChangeCommand implements Callable<Integer>
        permits RasResetCommand, RasDisconnectCommand, RasClearStatsCommand {
    private final NetResetCommand root;
    private final PortOperation operation;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final PortFilterOptions filter = new PortFilterOptions();
    private final RasServerOptions options = new RasServerOptions();
    private int max = PortRequest.UNLIMITED;
    private Duration delay = Duration.ZERO;
    private @Nullable Duration verify;
    private boolean dryRun;
    private @Nullable Path audit;
    private boolean json;

    RasChangeCommand(NetResetCommand root, PortOperation operation) {
        this.root = root;
        this.operation = operation;
    }

    /** Describes this command to picocli; to be called once. */
    CommandSpec spec() {
        filter.addTo(spec);
        options.addTo(spec);
        return spec.addOption(Arguments.option("--max", Integer.class, value -> max = value)
                        .paramLabel("N")
                        .description("So many ports at most, the first of those selected.")
                        .build())
                .addOption(Arguments.duration("--delay", value -> delay = value)
                        .description("Pause so long between two ports.")
                        .build())
                .addOption(Arguments.option("--verify", Duration.class, value -> verify = value)
                        .converters(new LookConverter())
                        .paramLabel("none|D")
                        .description(
                                "How long to look for an effect, such as 10s (the default); none: accepted is all that is known.")
                        .build())
                .addOption(Arguments.flag("--dry-run", value -> dryRun = value)
                        .description("Say what would be done; change nothing.")
                        .build())
                .addOption(Arguments.option("--audit", Path.class, value -> audit = value)
                        .paramLabel("FILE")
                        .description(
                                "Append each call to this file, before it is made and after it; names of users are in it.")
                        .build())
                .addOption(Arguments.flag("--json", value -> json = value)
                        .description("One JSON object a line.")
                        .build());
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
