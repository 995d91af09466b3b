// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import netreset.ndis.Irql;
import netreset.ndis.NdisStatus;

/** How each {@link Knob} is set. What the model asks at each event is answered from a field. */
public final class Knobs {
    private static final String BY_VERSION = "BY_VERSION";
    private static final int FAILURES_BEFORE_REMOVAL = 3;

    private final Profile profile;
    private final Map<Knob, String> readings;

    private final boolean startsOnlyIfPending;
    private final String outstanding;
    private final NdisStatus sendAbortStatus;
    private final NdisStatus coSendAbortStatus;
    private final String sendTimeout;
    private final boolean refusesSends;
    private final boolean restoresAfterEnd;
    private final boolean restoresOnFailure;
    private final boolean callManagerFirst;
    private final boolean queuesOne;
    private final boolean queuesAll;
    private final boolean toleratesEarlyComplete;
    private final boolean haltWaits;
    private final boolean isCoGateWide;
    private final boolean removesWithoutHandler;
    private final int checkForHangIrql;
    private final int handlerIrql;
    private final int failuresBeforeRemoval;

    private Knobs(Profile profile, Map<Knob, String> readings) {
        this.profile = profile;
        this.readings = readings;
        startsOnlyIfPending = is(Knob.START_INDICATION, "ONLY_IF_PENDING");
        outstanding = get(Knob.OUTSTANDING_RULE);
        sendAbortStatus = status(Knob.CL_SEND_ABORT_STATUS);
        coSendAbortStatus = status(Knob.CO_SEND_ABORT_STATUS);
        sendTimeout = get(Knob.NDIS_SEND_TIMEOUT);
        refusesSends = is(Knob.NDIS_SEND_GATE, "REFUSE");
        restoresAfterEnd = is(Knob.RESTORE_ORDER, "AFTER_END");
        restoresOnFailure = is(Knob.RESTORE_ON_FAILURE, "YES");
        callManagerFirst = is(Knob.NOTIFY_ORDER_CO, "CALL_MANAGER_FIRST");
        queuesOne = is(Knob.SECOND_REQUEST, "QUEUE_ONE");
        queuesAll = is(Knob.SECOND_REQUEST, "QUEUE_ALL");
        toleratesEarlyComplete = is(Knob.EARLY_COMPLETE, "TOLERATE");
        haltWaits = is(Knob.RESET_VS_HALT, "HALT_WAITS");
        isCoGateWide = is(Knob.CO_GATE, "WIDE");
        removesWithoutHandler = is(Knob.NO_RESET_HANDLER, "REMOVE");
        checkForHangIrql = irql(Knob.CFH_IRQL);
        handlerIrql = irql(Knob.HANDLER_IRQL);
        failuresBeforeRemoval = is(Knob.HARD_ERROR_FOLLOW_UP, "NONE") ? Integer.MAX_VALUE : FAILURES_BEFORE_REMOVAL;
    }

    /** Every knob as this version of NDIS has it: its default, except that NDIS 5 calls handlers at DISPATCH. */
    public static Knobs of(Profile profile) {
        Map<Knob, String> readings = new EnumMap<>(Knob.class);
        for (Knob knob : Knob.values()) {
            readings.put(knob, knob.readings().get(0));
        }
        if (profile == Profile.NDIS_5) {
            readings.put(Knob.CFH_IRQL, "DISPATCH");
            readings.put(Knob.HANDLER_IRQL, "DISPATCH");
        }
        return new Knobs(profile, readings);
    }

    /**
     * These, with one set otherwise.
     *
     * @param reading in any case
     * @throws IllegalArgumentException if the knob has no such reading, saying in one line which it has
     */
    public Knobs with(Knob knob, String reading) {
        String word = reading.toUpperCase(Locale.ROOT);
        if (!knob.readings().contains(word)) {
            throw knob.unknown(reading);
        }
        Map<Knob, String> changed = new EnumMap<>(readings);
        changed.put(knob, word);
        return new Knobs(profile, changed);
    }

    private boolean is(Knob knob, String reading) {
        return get(knob).equals(reading);
    }

    private NdisStatus status(Knob knob) {
        return is(knob, "RESET_IN_PROGRESS") ? NdisStatus.RESET_IN_PROGRESS : NdisStatus.REQUEST_ABORTED;
    }

    private int irql(Knob knob) {
        return is(knob, "DISPATCH") ? Irql.DISPATCH : Irql.PASSIVE;
    }

    /** The version whose contract holds. */
    public Profile profile() {
        return profile;
    }

    /** The reading in force. */
    public String get(Knob knob) {
        String reading = readings.get(knob);
        if (reading == null) {
            throw new IllegalStateException(knob + " is not set");
        }
        return reading;
    }

    /** The reading in force for a driver of this version: never {@code BY_VERSION}. */
    public String get(Knob knob, Profile version) {
        return switch (knob) {
            case OUTSTANDING_RULE -> workMustComplete(version) ? "MUST_COMPLETE" : "MAY_HOLD";
            case NDIS_SEND_TIMEOUT -> timesOutSends(version) ? "ON" : "OFF";
            default -> get(knob);
        };
    }

    /** {@link Knob#START_INDICATION} is ONLY_IF_PENDING. */
    public boolean startsOnlyIfPending() {
        return startsOnlyIfPending;
    }

    /** {@link Knob#OUTSTANDING_RULE}, for a driver of this version. */
    public boolean workMustComplete(Profile version) {
        return outstanding.equals(BY_VERSION)
                ? version.isAtLeast(Profile.NDIS_6_30)
                : outstanding.equals("MUST_COMPLETE");
    }

    /** {@link Knob#CL_SEND_ABORT_STATUS}. */
    public NdisStatus sendAbortStatus() {
        return sendAbortStatus;
    }

    /** {@link Knob#CO_SEND_ABORT_STATUS}. */
    public NdisStatus coSendAbortStatus() {
        return coSendAbortStatus;
    }

    /** {@link Knob#NDIS_SEND_TIMEOUT}, for a driver of this version. */
    public boolean timesOutSends(Profile version) {
        return sendTimeout.equals(BY_VERSION) ? !version.isAtLeast(Profile.NDIS_6_30) : sendTimeout.equals("ON");
    }

    /** {@link Knob#NDIS_SEND_GATE} is REFUSE. */
    public boolean refusesSends() {
        return refusesSends;
    }

    /** {@link Knob#RESTORE_ORDER} is AFTER_END. */
    public boolean restoresAfterEnd() {
        return restoresAfterEnd;
    }

    /** {@link Knob#RESTORE_ON_FAILURE} is YES. */
    public boolean restoresOnFailure() {
        return restoresOnFailure;
    }

    /** {@link Knob#NOTIFY_ORDER_CO} is CALL_MANAGER_FIRST. */
    public boolean callManagerFirst() {
        return callManagerFirst;
    }

    /** {@link Knob#SECOND_REQUEST} is QUEUE_ONE. */
    public boolean queuesOne() {
        return queuesOne;
    }

    /** {@link Knob#SECOND_REQUEST} is QUEUE_ALL. */
    public boolean queuesAll() {
        return queuesAll;
    }

    /** {@link Knob#EARLY_COMPLETE} is TOLERATE. */
    public boolean toleratesEarlyComplete() {
        return toleratesEarlyComplete;
    }

    /** {@link Knob#RESET_VS_HALT} is HALT_WAITS. */
    public boolean haltWaits() {
        return haltWaits;
    }

    /** {@link Knob#CO_GATE} is WIDE. */
    public boolean isCoGateWide() {
        return isCoGateWide;
    }

    /** {@link Knob#NO_RESET_HANDLER} is REMOVE. */
    public boolean removesWithoutHandler() {
        return removesWithoutHandler;
    }

    /** {@link Knob#CFH_IRQL}, as {@link Irql} numbers it. */
    public int checkForHangIrql() {
        return checkForHangIrql;
    }

    /** {@link Knob#HANDLER_IRQL}, as {@link Irql} numbers it. */
    public int handlerIrql() {
        return handlerIrql;
    }

    /** {@link Knob#HARD_ERROR_FOLLOW_UP}: after how many failed resets in a row an adapter is removed; MAX_VALUE for never. */
    public int failuresBeforeRemoval() {
        return failuresBeforeRemoval;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Knobs knobs && profile == knobs.profile && readings.equals(knobs.readings);
    }

    @Override
    public int hashCode() {
        return 31 * profile.name().hashCode() + readings.toString().hashCode();
    }

    /** The profile, and every knob that isn't as the profile has it. */
    @Override
    public String toString() {
        Knobs usual = of(profile);
        StringBuilder text = new StringBuilder(profile.name());
        readings.forEach((knob, reading) -> {
            if (!usual.is(knob, reading)) {
                text.append(' ').append(knob.word()).append('=').append(reading);
            }
        });
        return text.toString();
    }
}
