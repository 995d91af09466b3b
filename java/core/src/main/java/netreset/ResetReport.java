// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened, and how that is known.
 *
 * @param id the device as the caller named it
 * @param method how it was reset: {@code ethtool}
 * @param bridge which bridge called C: {@code ffm} or {@code jna}
 * @param outcome what became of it
 * @param requested the components the driver was asked to reset
 * @param performed those it says it reset: its claim, no proof
 * @param remaining those it says it didn't reset
 * @param evidence the highest level reached
 * @param timing how long it took
 * @param code the number a failed call gave; {@code null} if none failed
 * @param refusals the rules that forbade it
 * @param notes what else a person should know, one sentence each
 * @param simulated true if no real device was involved
 * @param before the device before the reset
 * @param after the device afterwards; {@code null} if it is gone or wasn't looked at
 */
public record ResetReport(
        DeviceId id,
        String method,
        String bridge,
        Outcome outcome,
        ResetMask requested,
        ResetMask performed,
        ResetMask remaining,
        Evidence evidence,
        Timing timing,
        @Nullable NativeCode code,
        List<Refusal> refusals,
        List<String> notes,
        boolean simulated,
        Snapshot before,
        @Nullable Snapshot after) {

    public ResetReport {
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }

    /**
     * A device at one moment.
     *
     * @param identity which device
     * @param link its link state
     */
    public record Snapshot(DeviceIdentity identity, LinkState link) {}

    /**
     * Durations on the monotonic clock, in nanoseconds.
     *
     * @param dispatchNanos how long the call took; for {@link Outcome#IN_FLIGHT} how long it has been away; 0 if none
     *     was made
     * @param outageNanos from the first sign that the link was lost to its lasting return; {@code null} if no outage was
     *     seen or it hasn't ended
     * @param resolutionNanos how far the outage may be off; {@code null} with it
     * @param approximate true if the kernel lost notifications while it was measured
     */
    public record Timing(
            long dispatchNanos,
            @Nullable Long outageNanos,
            @Nullable Long resolutionNanos,
            boolean approximate) {
        /** Nothing was dispatched. */
        public static final Timing NONE = new Timing(0, null, null, false);
    }
}
