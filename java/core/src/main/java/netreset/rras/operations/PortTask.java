// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.util.ArrayList;
import java.util.List;
import netreset.Reason;
import netreset.ResetException;
import netreset.rras.PortResult;
import netreset.rras.RasPort;
import netreset.rras.RasServer;
import org.jspecify.annotations.Nullable;

/** One port of a run: read again, called, looked at; and where allowed called again or hung up. */
final class PortTask {
    private final RasServer server;
    private final Caller caller;
    private final PortRequest request;
    private final RasPort selected;
    private final List<PortAttempt> attempts = new ArrayList<>();
    private @Nullable ResetException stop;

    PortTask(RasServer server, Caller caller, PortRequest request, RasPort selected) {
        this.server = server;
        this.caller = caller;
        this.request = request;
        this.selected = selected;
    }

    /** Why no further port is to be tried; {@code null} if one may. */
    @Nullable
    ResetException stop() {
        return stop;
    }

    PortReport run() {
        try {
            RasPort now = reread(selected);
            PortReport changed = changed(now);
            if (changed != null) {
                return changed;
            }
            Caller.Called called = call(request.operation(), now);
            return called.attempt().result().mayRetry() && stop == null ? again() : finish(called);
        } catch (ResetException e) {
            return failed(e);
        }
    }

    /** Once more, after a call that surely never reached the service. */
    private PortReport again() throws ResetException {
        server.reconnect();
        for (RasPort port : server.list().ports()) {
            if (isSelected(port) && !isForbidden(port)) {
                return finish(call(request.operation(), port));
            }
        }
        return report(
                PortOutcome.CHANGED, null, "the call never arrived; after connecting anew the port isn't as it was");
    }

    private PortReport finish(Caller.Called called) throws ResetException {
        PortResult result = called.attempt().result();
        if (Stop.isNeeded(result.reason()) && stop == null) {
            stop = Stop.because(result);
        }
        return wantsHangUp(called) ? escalate(called) : report(called);
    }

    private boolean wantsHangUp(Caller.Called called) {
        return request.escalation()
                && called.attempt().operation() == PortOperation.RESET
                && stop == null
                && called.attempt().effect() == Effect.NOT_OBSERVED
                && called.attempt().result().isAccepted();
    }

    private PortReport escalate(Caller.Called reset) throws ResetException {
        RasPort now;
        try {
            now = reread(reset.attempt().before());
        } catch (ResetException e) {
            stopIfNeeded(e);
            return notHungUp(reset, String.valueOf(e.getMessage()));
        }
        PortReport changed = changed(now);
        if (changed != null) {
            return notHungUp(reset, changed.message());
        }
        return Planner.isFree(now)
                ? notHungUp(reset, Planner.NOTHING_TO_HANG_UP)
                : finish(call(PortOperation.DISCONNECT, now));
    }

    private PortReport notHungUp(Caller.Called reset, String why) {
        PortReport report = report(reset);
        return report(report.outcome(), report.reason(), report.message() + "; not hung up: " + why);
    }

    private Caller.Called call(PortOperation operation, RasPort port) throws ResetException {
        Caller.Called called;
        try {
            called = caller.call(operation, port, request.verification());
        } catch (ResetException e) {
            stop = e;
            throw e;
        }
        attempts.add(called.attempt());
        stop = called.unrecorded();
        return called;
    }

    private RasPort reread(RasPort port) throws ResetException {
        return server.reread(port).with(selected.connection());
    }

    /** Why it must be left alone; {@code null} if it is still what was selected. */
    private @Nullable PortReport changed(RasPort now) {
        if (!isSelected(now)) {
            return report(
                    PortOutcome.CHANGED,
                    null,
                    "it isn't what was selected any more: another name, device or connection");
        }
        return isForbidden(now) ? report(PortOutcome.CHANGED, null, "somebody uses it since it was selected") : null;
    }

    private boolean isSelected(RasPort now) {
        return now.name().equals(selected.name())
                && now.device().equals(selected.device())
                && now.connectionHandle() == selected.connectionHandle();
    }

    private boolean isForbidden(RasPort now) {
        return request.operation().disturbs() && !request.portsInUse() && Planner.isInUse(now);
    }

    private PortReport failed(ResetException e) {
        stopIfNeeded(e);
        boolean gone = e.reason() == Reason.STALE_PORT && attempts.isEmpty();
        return gone
                ? report(PortOutcome.CHANGED, e.reason(), "it isn't there any more: " + e.getMessage())
                : report(PortOutcome.FAILED, e.reason(), String.valueOf(e.getMessage()));
    }

    private void stopIfNeeded(ResetException e) {
        if (Stop.isNeeded(e.reason()) && stop == null) {
            stop = e;
        }
    }

    private PortReport report(Caller.Called last) {
        PortResult result = last.attempt().result();
        return report(Wording.outcome(last.attempt()), result.reason(), Wording.message(last, request.verification()));
    }

    private PortReport report(PortOutcome outcome, @Nullable Reason reason, String message) {
        return new PortReport(selected, outcome, reason, message, attempts);
    }
}
