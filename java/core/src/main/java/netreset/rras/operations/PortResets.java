// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.util.ArrayList;
import java.util.List;
import netreset.Evidence;
import netreset.NativeCode;
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
    static ResetReport report(ResetRequest request, String bridge, PortRun run) throws ResetException {
        PortReport port = run.ports().get(0);
        PortAttempt last = port.attempts().isEmpty()
                ? null
                : port.attempts().get(port.attempts().size() - 1);
        if (port.outcome() == PortOutcome.FAILED || port.outcome() == PortOutcome.NOT_ATTEMPTED) {
            throw new ResetException(
                    port.reason() == null ? Reason.INTERRUPTED : port.reason(),
                    String.join("; ", notes(port, run.stopped())),
                    code(last),
                    null);
        }
        boolean performed = port.outcome() == PortOutcome.CONFIRMED;
        return new ResetReport(
                request.target(),
                RasPorts.METHOD,
                bridge,
                port.toOutcome().orElseThrow(),
                PORT,
                performed ? PORT : NOTHING,
                performed ? NOTHING : PORT,
                evidence(port.outcome()),
                last == null ? Timing.NONE : new Timing(last.durationNanos(), null, null, false),
                last == null || last.result().isAccepted() ? null : code(last),
                refusals(port),
                notes(port, run.stopped()),
                false,
                PortDevices.snapshot(last == null ? port.port() : last.before()),
                after(last));
    }

    /** What became of the port; and why no other would have been tried, unless that is the same. */
    private static List<String> notes(PortReport port, @Nullable ResetException stopped) {
        String why = stopped == null ? "" : String.valueOf(stopped.getMessage());
        return port.message().contains(why) ? List.of(port.message()) : List.of(port.message(), why);
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
