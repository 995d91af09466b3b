// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.util.List;
import java.util.Locale;
import netreset.Evidence;
import netreset.ResetMask;
import netreset.ResetReport;
import netreset.rras.operations.PortReport;

/** The API's values in words for people. */
final class Words {
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private Words() {}

    /** A constant in lower case, with hyphens. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String of(ResetMask mask) {
        List<String> words = mask.words();
        return mask.hex() + "  " + (words.isEmpty() ? "none" : String.join(" ", words));
    }

    /** How the return of a report's device is known. Of what has no device, nothing is, however it came out. */
    static String evidence(ResetReport report) {
        boolean modelled = report.simulated() && report.evidence() == Evidence.NONE;
        return modelled ? "none: the model alone says so; there is no device to look at" : of(report.evidence());
    }

    static String of(Evidence evidence) {
        return switch (evidence) {
            case NONE -> "none: nothing was accepted";
            case DISPATCHED -> "E0: the call returned success";
            case ACKNOWLEDGED -> "E1: the driver acknowledged it";
            case PRESENT -> "E2: the same device is there, and its driver answers";
            case LINK -> "E3: its link is as it was, and stayed so";
            case DATAPATH -> "E4: traffic passes";
        };
    }

    /** A port's outcome in the words of every report; what has none there is said as it is. */
    static String outcome(PortReport report) {
        return report.toOutcome().map(Enum::name).orElse(report.outcome().name());
    }

    /** A duration with four digits or so, in the unit that suits it. */
    static String duration(long nanos) {
        if (nanos < NANOS_PER_MILLI) {
            return String.format(Locale.ROOT, "%.1f us", nanos / NANOS_PER_MICRO);
        } else if (nanos < NANOS_PER_SECOND) {
            return String.format(Locale.ROOT, "%.1f ms", nanos / NANOS_PER_MILLI);
        }
        return String.format(Locale.ROOT, "%.3f s", nanos / NANOS_PER_SECOND);
    }

    /** A counter; -1 is how the API says that the kernel didn't tell. */
    static String counter(long counter) {
        return counter < 0 ? "?" : Long.toString(counter);
    }
}
