// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import netreset.Reason;
import netreset.ResetException;
import netreset.rras.ConnectionEvents;
import netreset.rras.RasServer;
import netreset.rras.operations.AuditTrail;
import netreset.rras.operations.PortOperations;
import netreset.rras.operations.PortSelection;
import netreset.rras.operations.SelectedPorts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Tells of changes of ports as they are seen. Changes nothing. */
final class RasWatchCommand implements Callable<Integer> {
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final Duration MAX_EVERY = Duration.ofDays(1);

    private final NetResetCommand root;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final PortFilterOptions filter = new PortFilterOptions();
    private final RasServerOptions options = new RasServerOptions();
    private Duration every = Duration.ofSeconds(5);
    private @Nullable Duration limit;
    private boolean json;

    RasWatchCommand(NetResetCommand root) {
        this.root = root;
    }

    /** Describes this command to picocli; to be called once. */
    CommandSpec spec() {
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Tells of ports that change, until it is interrupted; changes nothing.",
                        "On this machine Windows says when to look; elsewhere, and in any case, it looks from time to time.")
                .footerHeading("%nExamples:%n")
                .footer("  netreset ras watch", "  netreset ras watch \"VPN2-*\" --server vpn1 --every 10s --json");
        spec.name("watch");
        filter.addTo(spec);
        options.addTo(spec);
        return spec.addOption(Arguments.duration("--every", value -> every = value)
                        .description("How often to look without being told, such as 5s (the default).")
                        .build())
                .addOption(Arguments.duration("--for", value -> limit = value)
                        .description("End after so long; without it only an interrupt ends it.")
                        .build())
                .addOption(Arguments.flag("--json", value -> json = value)
                        .description("One JSON object a line.")
                        .build());
    }

    @Override
    public Integer call() throws ResetException, IOException {
        PortSelection selection = filter.selection();
        if (every.isZero() || every.compareTo(MAX_EVERY) > 0) {
            throw new ParameterException(spec.commandLine(), "--every is more than 0 and at most 1 d");
        }
        EndOfProcess end = EndOfProcess.interruptsThisThread();
        try (RasServer server = options.connect(root)) {
            watch(server, new PortOperations(server, AuditTrail.NONE), selection);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end.close();
        }
        return ExitCode.DONE.number();
    }

    private void watch(RasServer server, PortOperations operations, PortSelection selection)
            throws ResetException, IOException, InterruptedException {
        Optional<ConnectionEvents> events = ConnectionEvents.open(server);
        try {
            SelectedPorts first = select(operations, selection);
            first.notes().forEach(root.console()::message);
            boolean everyPort = selection.equals(PortSelection.ALL);
            PortChanges changes = new PortChanges(root.console(), json, server, everyPort, first.ports());
            root.console().message(begun(server, changes, events.isPresent()));
            boolean goesOn = true;
            while (goesOn && root.console().isRead()) {
                goesOn = sleep(events, changes.nanos());
                changes.look(select(operations, selection).ports());
                root.console().flush();
            }
        } finally {
            events.ifPresent(ConnectionEvents::close);
        }
    }

    /** An interrupt is the end of the watch, and what follows it is to be done without haste. */
    private static SelectedPorts select(PortOperations operations, PortSelection selection)
            throws ResetException, InterruptedException {
        try {
            return operations.select(selection);
        } catch (ResetException e) {
            if (e.reason() == Reason.INTERRUPTED && Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw e;
        }
    }

    private String begun(RasServer server, PortChanges changes, boolean told) {
        String how =
                (told ? "when Windows says so, and " : "") + "every " + every.toMillis() / MILLIS_PER_SECOND + " s";
        return "watching " + changes.size() + " ports of " + server.name() + ": looks " + how;
    }

    /** Until there may be something to see; false if that is the last look. */
    private boolean sleep(Optional<ConnectionEvents> events, long elapsed) throws ResetException, InterruptedException {
        Duration pause = every;
        if (limit != null) {
            Duration left = limit.minusNanos(elapsed);
            if (left.isNegative() || left.isZero()) {
                return false;
            }
            pause = left.compareTo(every) < 0 ? left : every;
        }
        if (events.isPresent()) {
            events.get().await(pause);
        } else {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        }
        return true;
    }
}
