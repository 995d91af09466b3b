// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netreset.Outcome;
import netreset.Reason;
import netreset.rras.operations.PortReport;

/** What the process ends with: the one home of these numbers. */
enum ExitCode {
    DONE(0, "done and shown to be done as far as asked, or nothing to do"),
    FAILED(1, "failed"),
    USAGE(2, "usage: nothing was touched"),
    NOT_FOUND(3, "no such device"),
    NOT_PERMITTED(4, "not permitted"),
    UNSUPPORTED(5, "not supported: platform, driver, or flags; or the server's service isn't there"),
    NOT_RECOVERED(6, "accepted, but not seen to recover (or no effect seen) in time"),
    REFUSED(7, "refused by a safety rule"),
    PARTIAL(8, "done in part, or accepted with nothing performed"),
    IN_FLIGHT(9, "outcome unknown: the call has not come back, or its answer was lost");

    private static final List<ExitCode> GRAVEST_FIRST = List.of(
            FAILED, IN_FLIGHT, NOT_RECOVERED, PARTIAL, NOT_PERMITTED, UNSUPPORTED, NOT_FOUND, REFUSED, USAGE, DONE);

    private final int number;
    private final String when;

    ExitCode(int number, String when) {
        this.number = number;
        this.when = when;
    }

    int number() {
        return number;
    }

    /** When it is given, for a person. */
    String when() {
        return when;
    }

    /** The one with this number; empty if there is none, as of a process that was killed. */
    static Optional<ExitCode> numbered(int number) {
        return Arrays.stream(values()).filter(code -> code.number == number).findFirst();
    }

    static ExitCode of(Outcome outcome) {
        return switch (outcome) {
            case PLANNED, RECOVERED, ACCEPTED, RENEGOTIATED, NOTHING_TO_DO -> DONE;
            case PARTIAL, NOTHING_RESET -> PARTIAL;
            case NOT_RECOVERED, DATAPATH_DEAD, NO_EFFECT_OBSERVED -> NOT_RECOVERED;
            case IN_FLIGHT -> IN_FLIGHT;
            case REFUSED -> REFUSED;
            case TARGET_CHANGED, STRANDED, FAILED -> FAILED;
        };
    }

    static ExitCode of(Reason reason) {
        return switch (reason) {
            case INVALID_REQUEST -> USAGE;
            case NOT_FOUND, STALE_PORT -> NOT_FOUND;
            case PERMISSION_DENIED -> NOT_PERMITTED;
            case PLATFORM_UNSUPPORTED, UNSUPPORTED, FLAGS_REJECTED, SERVICE_UNAVAILABLE, DDM_NOT_RUNNING -> UNSUPPORTED;
            case OUTCOME_UNKNOWN -> IN_FLIGHT;
            case DETACHED, NOT_CONNECTED, BUSY, BAD_ANSWER, INTERRUPTED, SYSTEM_CALL_FAILED, DEFECT -> FAILED;
        };
    }

    /** A run's limit and what there is no need to do are no failures; why a run stopped has a reason of its own. */
    static ExitCode of(PortReport report) {
        return switch (report.outcome()) {
            case PLANNED, CONFIRMED, ACCEPTED, NOTHING_TO_DO, BEYOND_LIMIT, NOT_ATTEMPTED -> DONE;
            case NO_EFFECT_OBSERVED, EFFECT_UNKNOWN -> NOT_RECOVERED;
            case OUTCOME_UNKNOWN -> IN_FLIGHT;
            case FAILED -> report.reason() == null ? FAILED : of(report.reason());
            case CHANGED -> PARTIAL;
            case IN_USE -> REFUSED;
        };
    }

    /** One code for several targets. {@code USAGE} says that nothing was touched: beside another it is a failure. */
    static ExitCode gravest(Collection<ExitCode> codes) {
        Set<ExitCode> distinct = EnumSet.noneOf(ExitCode.class);
        distinct.addAll(codes);
        if (distinct.contains(USAGE) && distinct.size() > 1) {
            return FAILED;
        }
        return GRAVEST_FIRST.stream().filter(distinct::contains).findFirst().orElse(DONE);
    }
}
