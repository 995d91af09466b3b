// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import netreset.DeviceIdentity;
import netreset.Evidence;
import netreset.Method;
import netreset.NativeCode;
import netreset.Outcome;
import netreset.Printable;
import netreset.ResetMask;
import netreset.ResetReport;
import netreset.ResetReport.NicSnapshot;
import netreset.Verification;
import netreset.linux.ladder.Acted;
import org.jspecify.annotations.Nullable;

/**
 * From what was seen to what is said: outcome, evidence and notes. A function of its parts.
 *
 * @param attempt what was to be done
 * @param bridge the bridge's name
 * @param before what was seen right before the dispatch
 * @param result how the call came back; {@code null} if it hasn't
 * @param awayNanos how long it has been away, if it hasn't
 * @param recovery what was seen since
 * @param settled whether the link counted as back when the watch ended
 * @param driverAnswers whether the kernel lets the driver be called again
 * @param renamed whether the interface had another name right after the call than in it
 * @param elsewhere the same hardware under another interface index; {@code null} if none was seen
 * @param approximate whether notifications were lost
 * @param failure why the watch ended early; {@code null} if it didn't
 * @param unrestored what couldn't be put back
 * @param proof what was seen besides the link
 */
record ResetVerdict(
        Try attempt,
        String bridge,
        NicSnapshot before,
        Dispatch.@Nullable Result result,
        long awayNanos,
        Recovery recovery,
        boolean settled,
        boolean driverAnswers,
        boolean renamed,
        @Nullable NicSnapshot elsewhere,
        boolean approximate,
        @Nullable String failure,
        List<String> unrestored,
        Proof proof) {

    ResetReport report() {
        NicSnapshot after = elsewhere != null ? elsewhere : recovery.last();
        return new ResetReport(
                attempt.request().target(),
                attempt.stage().method().word(),
                bridge,
                outcome(),
                attempt.stage().requested(),
                ResetFlags.mask(performed()),
                ResetFlags.mask(remaining()),
                evidence(),
                proof.timing(recovery.timing(result == null ? awayNanos : result.nanos(), approximate)),
                code(),
                attempt.stage().refusals(),
                notes(),
                false,
                before,
                after,
                attempt.stage().rung(),
                List.of(),
                List.of());
    }

    private boolean isEthtool() {
        return attempt.isEthtool();
    }

    private boolean is(Acted.Effect effect) {
        return result != null && result.acted().effect() == effect;
    }

    private boolean isAccepted() {
        return result != null && result.errno() == 0;
    }

    /** What the driver says it did: it clears the bits of what it reset. */
    private int performed() {
        return isAccepted() ? requested() & ~unreset() : 0;
    }

    private int remaining() {
        return requested() & ~performed();
    }

    private int requested() {
        return attempt.stage().requested().bits();
    }

    private int unreset() {
        return result == null ? 0 : result.acted().remaining();
    }

    /** The masks for all components have bits that no component has: what becomes of those is no matter. */
    private boolean isPartial() {
        return (remaining() & ResetFlags.NAMED) != 0;
    }

    private boolean isNothing() {
        return isEthtool() && (performed() & ResetFlags.NAMED) == 0;
    }

    private boolean isWatched() {
        return attempt.isWatched();
    }

    private boolean isOtherDevice() {
        NicSnapshot last = recovery.last();
        return renamed || elsewhere != null || (last != null && !last.identity().sameDevice(recovery.expected()));
    }

    private Outcome outcome() {
        if (result == null) {
            return Outcome.IN_FLIGHT;
        } else if (isOtherDevice()) {
            return Outcome.TARGET_CHANGED;
        } else if (!isAccepted()) {
            return is(Acted.Effect.STRANDED) && !recovery.isThere() ? Outcome.STRANDED : Outcome.FAILED;
        } else if (isNothing()) {
            return Outcome.NOTHING_RESET;
        } else if (is(Acted.Effect.NOTHING_TO_DO)) {
            return Outcome.NOTHING_TO_DO;
        }
        return isWatched() ? watched() : unwatched();
    }

    private Outcome unwatched() {
        if (is(Acted.Effect.UNPROVEN)) {
            return Outcome.NO_EFFECT_OBSERVED;
        }
        return isPartial() ? Outcome.PARTIAL : called(Outcome.ACCEPTED);
    }

    private Outcome watched() {
        if (!recovery.isThere()) {
            return Outcome.STRANDED;
        } else if (settled && proof.traffic().isDead()) {
            return Outcome.DATAPATH_DEAD;
        } else if (!settled || (isTrafficRequired() && !proof.traffic().answered())) {
            return Outcome.NOT_RECOVERED;
        } else if (isPartial()) {
            return Outcome.PARTIAL;
        }
        return isEffectMissing() ? Outcome.NO_EFFECT_OBSERVED : called(Outcome.RECOVERED);
    }

    private boolean isTrafficRequired() {
        return attempt.request().verification() == Verification.DATAPATH;
    }

    /** Whatever came of a renegotiation, it is no reset. */
    private Outcome called(Outcome outcome) {
        return attempt.stage().method() == Method.NWAY ? Outcome.RENEGOTIATED : outcome;
    }

    /** A MAC or PHY can't be reset under a link that passes traffic without the carrier going away. */
    private boolean isEffectMissing() {
        boolean carrierStood = (performed() & ResetFlags.CARRIER_AFFECTING) != 0
                && before.link().passesTraffic()
                && !recovery.isSignSeen();
        return carrierStood || is(Acted.Effect.UNPROVEN);
    }

    private Evidence evidence() {
        if (!isAccepted() || is(Acted.Effect.NOTHING_TO_DO)) {
            return Evidence.NONE;
        } else if (isNothing() || is(Acted.Effect.UNPROVEN)) {
            return Evidence.DISPATCHED;
        } else if (isOtherDevice() || recovery.last() == null || !driverAnswers) {
            return result != null && result.acted().proven() ? Evidence.ACKNOWLEDGED : Evidence.DISPATCHED;
        }
        if (settled) {
            return proof.traffic().answered() ? Evidence.DATAPATH : Evidence.LINK;
        }
        return Evidence.PRESENT;
    }

    private @Nullable NativeCode code() {
        return result == null || result.errno() == 0 ? null : SystemCallException.code(result.errno());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(attempt.stage().notes());
        noteNames(notes);
        noteCall(notes);
        if (isEthtool()) {
            noteClaims(notes);
        }
        noteSigns(notes);
        noteReturn(notes);
        if (isAccepted()) {
            notes.addAll(proof.notes(isWatched() && settled));
        }
        return notes;
    }

    private void noteNames(List<String> notes) {
        String planned = Printable.brief(attempt.planned().name());
        String dispatched = Printable.brief(before.identity().name());
        if (!planned.equals(dispatched)) {
            notes.add(planned + " was renamed to " + dispatched + " after the plan was made: it is the same device");
        }
        if (renamed) {
            notes.add("another device may have been reset: during the call the name " + dispatched
                    + " was taken from the planned one");
        }
        if (recovery.expected().index() != before.identity().index()) {
            notes.add("the hardware is the same, its interface another: " + described(before.identity()) + " before, "
                    + described(recovery.expected()) + " now");
        }
        if (elsewhere != null) {
            notes.add("the interface is gone; its hardware is now "
                    + Printable.brief(elsewhere.identity().name()) + ", index "
                    + elsewhere.identity().index());
        }
    }

    private static String described(DeviceIdentity identity) {
        return Printable.brief(identity.name()) + " (index " + identity.index() + ")";
    }

    private void noteCall(List<String> notes) {
        if (result != null) {
            notes.addAll(result.acted().notes());
        }
        if (result == null) {
            notes.add(String.format(
                    Locale.ROOT,
                    "the call has been in the kernel for %d ms and may yet succeed or fail; until it returns, other"
                            + " changes to this machine's links wait too",
                    TimeUnit.NANOSECONDS.toMillis(awayNanos)));
        } else if (result.errno() != 0 && isEthtool()) {
            notes.add("the driver was called and failed: it may have reset some of it");
        }
    }

    private void noteClaims(List<String> notes) {
        if (!isAccepted()) {
            return;
        }
        ResetMask unasked = ResetFlags.mask(unreset() & ~requested());
        if (!unasked.isEmpty()) {
            notes.add("driver anomaly: it returned bits that nobody asked for, " + unasked.hex());
        }
        if (isNothing() && recovery.isSignSeen()) {
            notes.add("driver anomaly: it says that it reset nothing, yet the carrier went away");
        }
    }

    private void noteSigns(List<String> notes) {
        boolean done = isAccepted() && !is(Acted.Effect.NOTHING_TO_DO);
        if (done && isWatched() && settled && !recovery.isSignSeen()) {
            notes.add("no sign of a reset was seen: the carrier counters didn't move");
        }
    }

    private void noteReturn(List<String> notes) {
        if (before.link().adminUp() && !before.link().passesTraffic()) {
            notes.add("the link had no carrier before the reset either");
        }
        notes.addAll(unrestored);
        if (failure != null) {
            notes.add("its return couldn't be watched: " + failure);
        }
        if (approximate) {
            notes.add("the kernel lost notifications: times are approximate");
        }
    }
}
