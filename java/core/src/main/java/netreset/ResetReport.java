// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened, and how that is known.
 *
 * @param id the device as the caller named it
 * @param method how it was reset: a {@link Method}'s word, {@code mprapi}, or {@code ndis} for through the NDIS model
 * @param bridge which bridge called C: {@code ffm} or {@code jna}
 * @param outcome what became of it
 * @param requested the components its driver, or its server, was asked to reset
 * @param performed those it says it reset, which is its claim and no proof; of a port, those seen to change
 * @param remaining the others
 * @param evidence the highest level reached
 * @param timing how long it took
 * @param code the number a failed call gave; {@code null} if none failed
 * @param refusals the rules that forbade it
 * @param notes what else a person should know, one sentence each
 * @param simulated true if no real device was involved
 * @param before the device before the reset
 * @param after the device afterwards; {@code null} if it is gone or wasn't looked at
 * @param rung how far it reached; {@code null} for a port
 * @param attempts what was tried before and didn't bring the device back, in order
 * @param kernelLog what the kernel wrote about it in its log meanwhile, a printable line each
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
        @Nullable Snapshot after,
        @Nullable Rung rung,
        List<Attempt> attempts,
        List<String> kernelLog) {

    public ResetReport {
        kernelLog = List.copyOf(kernelLog);
        attempts = List.copyOf(attempts);
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }

    /** Of something that isn't on the ladder. */
    public ResetReport(
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
        this(
                id, method, bridge, outcome, requested, performed, remaining, evidence, timing, code, refusals, notes,
                simulated, before, after, null, List.of(), List.of());
    }

    /** The same, after these attempts. */
    public ResetReport after(List<Attempt> earlier) {
        return new ResetReport(
                id, method, bridge, outcome, requested, performed, remaining, evidence, timing, code, refusals, notes,
                simulated, before, after, rung, earlier, kernelLog);
    }

    /** The same, with these notes besides. */
    public ResetReport and(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return with(refusals, all);
    }

    /** The same, with these refusals and notes. */
    public ResetReport with(List<Refusal> otherRefusals, List<String> otherNotes) {
        return new ResetReport(
                id,
                method,
                bridge,
                outcome,
                requested,
                performed,
                remaining,
                evidence,
                timing,
                code,
                otherRefusals,
                otherNotes,
                simulated,
                before,
                after,
                rung,
                attempts,
                kernelLog);
    }

    /** The same, with this of the kernel's log, and these notes besides. */
    public ResetReport withKernelLog(List<String> lines, List<String> moreNotes) {
        return new ResetReport(
                id,
                method,
                bridge,
                outcome,
                requested,
                performed,
                remaining,
                evidence,
                timing,
                code,
                refusals,
                Stream.concat(notes.stream(), moreNotes.stream()).toList(),
                simulated,
                before,
                after,
                rung,
                attempts,
                lines);
    }

    /** A device at one moment. */
    public sealed interface Snapshot {
        /** Which device. */
        DeviceIdentity identity();

        /** Its state in one lower-case word. */
        String state();
    }

    /**
     * A NIC at one moment.
     *
     * @param identity which NIC
     * @param link its link state
     */
    public record NicSnapshot(DeviceIdentity identity, LinkState link) implements Snapshot {
        @Override
        public String state() {
            return link.word();
        }
    }

    /**
     * A port at one moment.
     *
     * @param identity which port
     * @param state its condition
     * @param connected whether it had a connection
     * @param totalCalls connections it has had, 0 to 4294967295
     */
    public record PortSnapshot(DeviceIdentity identity, String state, boolean connected, long totalCalls)
            implements Snapshot {}

    /**
     * Durations on the monotonic clock, in nanoseconds.
     *
     * @param dispatchNanos how long the call took; for {@link Outcome#IN_FLIGHT} how long it has been away; 0 if none
     *     was made
     * @param outageNanos from the first sign that the link was lost to its lasting return; {@code null} if no outage was
     *     seen or it hasn't ended
     * @param resolutionNanos how far the outage may be off; {@code null} with it
     * @param approximate true if the kernel lost notifications while it was measured
     * @param datapathOutageNanos from the last probe that was answered before traffic ceased to pass to the first after;
     *     {@code null} if there was no probe, no such outage was seen, or it hasn't ended
     * @param datapathResolutionNanos how much shorter that may have been; {@code null} with it
     */
    public record Timing(
            long dispatchNanos,
            @Nullable Long outageNanos,
            @Nullable Long resolutionNanos,
            boolean approximate,
            @Nullable Long datapathOutageNanos,
            @Nullable Long datapathResolutionNanos) {
        /** Without a probe. */
        public Timing(
                long dispatchNanos, @Nullable Long outageNanos, @Nullable Long resolutionNanos, boolean approximate) {
            this(dispatchNanos, outageNanos, resolutionNanos, approximate, null, null);
        }

        /** The same, with what probes have shown. */
        public Timing withDatapath(@Nullable Long datapathOutage, @Nullable Long datapathResolution) {
            return new Timing(
                    dispatchNanos, outageNanos, resolutionNanos, approximate, datapathOutage, datapathResolution);
        }

        /** Nothing was dispatched. */
        public static final Timing NONE = new Timing(0, null, null, false);
    }
}
