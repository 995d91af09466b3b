// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import netreset.Reason;
import netreset.ResetException;
import netreset.rras.RasPort;
import netreset.rras.RasServer;
import org.jspecify.annotations.Nullable;

/**
 * Does something to ports of a server, one after the other, and looks at what became of each.
 *
 * <pre>{@code
 * try (RasServer server = RasServer.connect();
 *         AuditFile audit = AuditFile.open(Path.of("netreset-audit.ndjson"))) {
 *     PortSelection stuck = PortSelection.ALL.withStates("suspect");
 *     PortRun run = new PortOperations(server, audit).run(PortRequest.of(PortOperation.DISCONNECT, stuck));
 *     run.ports().forEach(port -> System.out.println(Printable.line(port.port().name()) + ": " + port.outcome()));
 * }
 * }</pre>
 *
 * <p>Each port is read again right before a call is made on it, and left alone if it isn't the one that was selected: a
 * service that restarted may have given its handle to another. Between that look and the call is still a moment in which
 * it may change. A call whose outcome isn't known is never repeated; one that surely never reached the service is, once,
 * after connecting anew. May be used by one thread at a time.
 */
public final class PortOperations {
    private final RasServer server;
    private final Time time;
    private final Planner planner;
    private final Caller caller;

    /** For the ports of this server, which stays the caller's to close. */
    public PortOperations(RasServer server, AuditTrail audit) {
        this(server, audit, Time.SYSTEM);
    }

    PortOperations(RasServer server, AuditTrail audit, Time time) {
        this.server = server;
        this.time = time;
        this.planner = new Planner(server, time);
        this.caller = new Caller(server, audit, time);
    }

    /**
     * The ports selected. Changes nothing; takes as long as counters are to be watched.
     *
     * @throws ResetException as {@link RasServer#list()}; INTERRUPTED while counters were watched; the connections' problem
     *     if the selection can't do without them
     */
    public SelectedPorts select(PortSelection selection) throws ResetException {
        return planner.select(selection);
    }

    /**
     * What {@link #run(PortRequest)} would do now. Changes nothing.
     *
     * @throws ResetException as {@link #select}
     */
    public PortPlan plan(PortRequest request) throws ResetException {
        return planner.plan(request);
    }

    /**
     * Plans and runs.
     *
     * @throws ResetException as {@link #plan}; nothing was changed then
     */
    public PortRun run(PortRequest request) throws ResetException {
        return run(plan(request), report -> {});
    }

    /**
     * Runs a plan. It stops at the first port that shows that the next would fare no better: no permission, no service, an
     * interrupt, or an audit trail that can't be written.
     *
     * @param listener hears of each port as soon as it is known what became of it, in the plan's order
     */
    public PortRun run(PortPlan plan, Consumer<PortReport> listener) {
        List<PortReport> reports = new ArrayList<>();
        ResetException stop = null;
        boolean called = false;
        for (PortReport planned : plan.ports()) {
            PortReport report = planned;
            if (planned.outcome() == PortOutcome.PLANNED) {
                stop = stop == null ? pause(called ? plan.request().delay() : Duration.ZERO) : stop;
                PortTask task = new PortTask(server, caller, plan.request(), planned.port());
                report = stop == null ? task.run() : notAttempted(planned.port());
                stop = stop == null ? task.stop() : stop;
                called |= !report.attempts().isEmpty();
            }
            reports.add(report);
            listener.accept(report);
        }
        return new PortRun(plan, reports, stop);
    }

    /** Returns why to go no further, or {@code null}. */
    private @Nullable ResetException pause(Duration delay) {
        try {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            if (!delay.isZero()) {
                time.sleep(delay);
            }
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ResetException(Reason.INTERRUPTED, "interrupted between two ports", null, e);
        }
    }

    private static PortReport notAttempted(RasPort port) {
        return PortReport.without(port, PortOutcome.NOT_ATTEMPTED, "the run stopped before");
    }
}
