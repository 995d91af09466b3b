// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.util.ArrayList;
import java.util.List;
import netreset.Evidence;
import netreset.NativeCode;
import netreset.Outcome;
import netreset.Reason;
import netreset.Refusal;
import netreset.ResetException;
import netreset.ResetMask;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetReport.PortSnapshot;
import netreset.ResetReport.Timing;
import netreset.ResetRequest;
import netreset.rras.RasPort;
import org.jspecify.annotations.Nullable;

/** The device reset of one port, as the API plans and reports that of any device. */
final class PortResets {
    private static final ResetMask PORT = new ResetMask(1, List.of("port"));
    private static final ResetMask NOTHING = new ResetMask(0, List.of());

    private PortResets() {}

    static ResetPlan plan(ResetRequest request, PortPlan plan) {
        PortReport port = plan.ports().get(0);
        List<String> steps = new ArrayList<>();
        steps.add("read the port again (MprAdminPortGetInfo)");
        steps.add("MprAdminPortReset");
        long millis = plan.request().verification().toMillis();
        if (millis > 0) {
            steps.add("read the port (MprAdminPortGetInfo) until it has changed, for at most " + millis + " ms");
        }
        return new ResetPlan(
                request,
                PortDevices.device(request.target(), port.port()),
                PortDevices.identity(port.port()),
                RasPorts.METHOD,
                PORT,
                steps,
                refusals(port),
                List.of("its server may accept a device reset and do nothing (MS-RRASM 3.1.4.8)"));
    }

    /** @throws ResetException why nothing was done */
    static ResetReport report(ResetRequest request, String bridge, PortReport port) throws ResetException {
        PortAttempt last = port.attempts().isEmpty()
                ? null
                : port.attempts().get(port.attempts().size() - 1);
        if (port.outcome() == PortOutcome.FAILED || port.outcome() == PortOutcome.NOT_ATTEMPTED) {
            throw new ResetException(
                    port.reason() == null ? Reason.INTERRUPTED : port.reason(), port.message(), code(last), null);
        }
        boolean performed = port.outcome() == PortOutcome.CONFIRMED;
        return new ResetReport(
                request.target(),
                RasPorts.METHOD,
                bridge,
                outcome(port, last),
                PORT,
                performed ? PORT : NOTHING,
                performed ? NOTHING : PORT,
                evidence(port.outcome()),
                last == null ? Timing.NONE : new Timing(last.durationNanos(), null, null, false),
                last == null || last.result().isAccepted() ? null : code(last),
                refusals(port),
                List.of(port.message()),
                false,
                PortDevices.snapshot(last == null ? port.port() : last.before()),
                after(last));
    }

    private static Outcome outcome(PortReport port, @Nullable PortAttempt last) {
        return switch (port.outcome()) {
            case CONFIRMED -> Outcome.RECOVERED;
            case ACCEPTED -> Outcome.ACCEPTED;
            case NO_EFFECT_OBSERVED -> Outcome.NO_EFFECT_OBSERVED;
            case EFFECT_UNKNOWN ->
                last == null || last.after() == null ? Outcome.NOT_RECOVERED : Outcome.NO_EFFECT_OBSERVED;
            case OUTCOME_UNKNOWN -> Outcome.IN_FLIGHT;
            case CHANGED -> Outcome.TARGET_CHANGED;
            case IN_USE -> Outcome.REFUSED;
            case PLANNED, FAILED, NOTHING_TO_DO, BEYOND_LIMIT, NOT_ATTEMPTED ->
                throw new IllegalStateException("not after a reset of one port: " + port.outcome());
        };
    }

    /** A port that was seen to change is there and its server answers; that traffic passes is never seen. */
    private static Evidence evidence(PortOutcome outcome) {
        return switch (outcome) {
            case CONFIRMED -> Evidence.PRESENT;
            case ACCEPTED, NO_EFFECT_OBSERVED, EFFECT_UNKNOWN -> Evidence.DISPATCHED;
            default -> Evidence.NONE;
        };
    }

    private static List<Refusal> refusals(PortReport port) {
        return port.outcome() == PortOutcome.IN_USE ? List.of(new Refusal(RasPorts.IN_USE, port.message())) : List.of();
    }

    private static @Nullable PortSnapshot after(@Nullable PortAttempt last) {
        RasPort after = last == null ? null : last.after();
        return after == null ? null : PortDevices.snapshot(after);
    }

    private static @Nullable NativeCode code(@Nullable PortAttempt attempt) {
        return attempt == null ? null : attempt.result().code();
    }
}
