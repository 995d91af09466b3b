// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import netreset.Reason;
import netreset.ResetException;
import netreset.rras.Activity;
import netreset.rras.RasListing;
import netreset.rras.RasPort;
import netreset.rras.RasServer;

/** Decides what a run would do. Changes nothing. */
final class Planner {
    static final String NOTHING_TO_HANG_UP = "there is no connection to hang up";

    private final RasServer server;
    private final Time time;

    Planner(RasServer server, Time time) {
        this.server = server;
        this.time = time;
    }

    SelectedPorts select(PortSelection selection) throws ResetException {
        RasListing listing = server.list();
        PortFilter filter = new PortFilter(selection, listing);
        List<RasPort> ports = listing.ports().stream().filter(filter).toList();
        List<String> notes = new ArrayList<>();
        if (listing.connectionsProblem() != null) {
            notes.add("who is connected can't be read: "
                    + listing.connectionsProblem().getMessage());
        }
        if (selection.idleFor() == null || ports.isEmpty()) {
            return new SelectedPorts(ports, notes);
        }
        IdleWatch.Idle idle = watch(ports, selection.idleFor());
        if (idle.unknown() > 0) {
            notes.add("ports left out because their counters went down or couldn't be read: " + idle.unknown());
        }
        return new SelectedPorts(idle.ports(), notes);
    }

    private IdleWatch.Idle watch(List<RasPort> ports, Duration duration) throws ResetException {
        IdleWatch watch = new IdleWatch(server, ports);
        try {
            time.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResetException(Reason.INTERRUPTED, "interrupted while counters were watched", null, e);
        }
        return watch.end();
    }

    PortPlan plan(PortRequest request) throws ResetException {
        SelectedPorts selected = select(request.selection());
        return plan(request, selected.ports(), selected.notes());
    }

    static PortPlan plan(PortRequest request, List<RasPort> ports, List<String> notes) {
        List<PortReport> reports = new ArrayList<>();
        int planned = 0;
        for (RasPort port : ports) {
            PortReport report = decide(request, port, planned);
            reports.add(report);
            planned += report.outcome() == PortOutcome.PLANNED ? 1 : 0;
        }
        return new PortPlan(request, reports, notes);
    }

    /** Whether somebody may be using it: of a condition without a name a connection is the only sign. */
    static boolean isInUse(RasPort port) {
        return port.activity() == Activity.ACTIVE || (port.activity() == Activity.UNKNOWN && port.isConnected());
    }

    /** Whether there is nothing to hang up. */
    static boolean isFree(RasPort port) {
        return port.activity() == Activity.IDLE;
    }

    private static PortReport decide(PortRequest request, RasPort port, int planned) {
        PortOperation operation = request.operation();
        if (operation == PortOperation.DISCONNECT && isFree(port)) {
            return PortReport.without(port, PortOutcome.NOTHING_TO_DO, NOTHING_TO_HANG_UP);
        }
        if (operation.disturbs() && !request.portsInUse() && isInUse(port)) {
            return PortReport.without(port, PortOutcome.IN_USE, "somebody uses it, and ports in use weren't asked for");
        }
        if (planned >= request.maxPorts()) {
            return PortReport.without(port, PortOutcome.BEYOND_LIMIT, "the limit is " + request.maxPorts());
        }
        return PortReport.without(port, PortOutcome.PLANNED, operation.what());
    }
}
