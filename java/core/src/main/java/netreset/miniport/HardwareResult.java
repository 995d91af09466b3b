// SPDX-License-Identifier: Apache-2.0
package netreset.miniport;

import netreset.NativeCode;
import netreset.Outcome;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetReport;
import netreset.ndis.NdisStatus;
import org.jspecify.annotations.Nullable;

/**
 * What came of a reset of the hardware, and what a miniport makes of it.
 *
 * @param report what happened; {@code null} if nothing was reset
 * @param failure why nothing was reset; {@code null} if something may have been
 */
record HardwareResult(
        @Nullable ResetReport report, @Nullable ResetException failure) {
    /** The status for NdisMResetComplete: SUCCESS if all that was asked for was done, SOFT_ERRORS if a part. */
    NdisStatus status() {
        if (report == null) {
            return NdisStatus.HARD_ERRORS;
        }
        return switch (report.outcome()) {
            case RECOVERED, ACCEPTED -> NdisStatus.SUCCESS;
            case PARTIAL, NOT_RECOVERED, DATAPATH_DEAD, NO_EFFECT_OBSERVED -> NdisStatus.SOFT_ERRORS;
            default -> NdisStatus.HARD_ERRORS;
        };
    }

    /** Whether the hardware isn't there any more, so that its adapter has to go. */
    boolean isGone() {
        if (report != null) {
            return report.outcome() == Outcome.STRANDED || report.outcome() == Outcome.TARGET_CHANGED;
        }
        return failure != null && (failure.reason() == Reason.NOT_FOUND || failure.reason() == Reason.DETACHED);
    }

    /** What the error log is told, with the system's number if there is one. */
    String text() {
        if (report != null) {
            String remaining = report.remaining().isEmpty()
                    ? ""
                    : "; not reset: " + String.join(" ", report.remaining().words());
            return report.outcome() + remaining + symbol(report.code());
        }
        return failure == null ? "no answer" : failure.getMessage() + symbol(failure.code());
    }

    private static String symbol(@Nullable NativeCode code) {
        return code == null ? "" : " (" + code.symbol() + ")";
    }
}
