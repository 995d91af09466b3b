// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.util.List;
import java.util.function.Consumer;
import netreset.ResetException;
import netreset.rras.RasPort;
import netreset.rras.RasServer;

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
    private final AuditTrail audit;
    private final Time time;

    /** For the ports of this server, which stays the caller's to close. */
    public PortOperations(RasServer server, AuditTrail audit) {
        this(server, audit, Time.SYSTEM);
    }

    PortOperations(RasServer server, AuditTrail audit, Time time) {
        this.server = server;
        this.audit = audit;
        this.time = time;
    }

    /**
     * The ports selected, in the server's order. Changes nothing; takes as long as counters are to be watched.
     *
     * @throws ResetException as {@link RasServer#list()}; INTERRUPTED while counters were watched; the connections' problem
     *     if the selection can't do without them
     */
    public List<RasPort> select(PortSelection selection) throws ResetException {
        throw new UnsupportedOperationException();
    }

    /**
     * What {@link #run(PortRequest)} would do now. Changes nothing.
     *
     * @throws ResetException as {@link #select}
     */
    public PortPlan plan(PortRequest request) throws ResetException {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }
}
