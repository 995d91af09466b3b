// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A question that the documentation leaves open or answers twice; each has a default and at least one other reading. */
public enum Knob {
    /** Is RESET_START sent before every handler call, or only once the handler has returned PENDING? */
    START_INDICATION("startIndication", "ALWAYS", "ONLY_IF_PENDING"),
    /** Must sends and OIDs taken before a reset be completed before it completes? By version: from 6.30 on. */
    OUTSTANDING_RULE("outstandingRule", "BY_VERSION", "MUST_COMPLETE", "MAY_HOLD"),
    /** The status of a connectionless send that a reset aborted. */
    CL_SEND_ABORT_STATUS("clSendAbortStatus", "RESET_IN_PROGRESS", "REQUEST_ABORTED"),
    /** The status of a connection-oriented send that a reset aborted. */
    CO_SEND_ABORT_STATUS("coSendAbortStatus", "REQUEST_ABORTED", "RESET_IN_PROGRESS"),
    /** Does NDIS itself notice a stuck send? By version: before 6.30. */
    NDIS_SEND_TIMEOUT("ndisSendTimeout", "BY_VERSION", "ON", "OFF"),
    /** Does NDIS refuse sends during a reset, or pass them to the miniport? */
    NDIS_SEND_GATE("ndisSendGate", "REFUSE", "PASS_THROUGH"),
    /** Are settings restored before RESET_END or after it? */
    RESTORE_ORDER("restoreOrder", "BEFORE_END", "AFTER_END"),
    /** Are settings restored after a reset that failed? */
    RESTORE_ON_FAILURE("restoreOnFailure", "NO", "YES"),
    /** Who hears of a CoNDIS reset first? */
    NOTIFY_ORDER_CO("notifyOrderCo", "CALL_MANAGER_FIRST", "CREATION_ORDER"),
    /** What becomes of a request while a reset is queued or active? */
    SECOND_REQUEST("secondRequest", "DROP", "QUEUE_ONE", "QUEUE_ALL"),
    /** Is NdisMResetComplete before the handler has returned PENDING accepted? */
    EARLY_COMPLETE("earlyComplete", "TOLERATE", "BUG_CHECK"),
    /** Does a halt wait for a reset? */
    RESET_VS_HALT("resetVsHalt", "HALT_WAITS", "HALT_PROCEEDS"),
    /** Does the gate of a CoNDIS adapter hold only sends and OIDs, or VC operations too? */
    CO_GATE("coGate", "NARROW", "WIDE"),
    /** What does NdisMResetMiniport do on an adapter without a reset handler? */
    NO_RESET_HANDLER("noResetHandler", "IGNORE", "REMOVE"),
    /** The level of MiniportCheckForHangEx. */
    CFH_IRQL("cfhIrql", "PASSIVE", "DISPATCH"),
    /** The level of MiniportResetEx. */
    HANDLER_IRQL("handlerIrql", "PASSIVE", "DISPATCH"),
    /** Is an adapter whose resets fail removed in the end? NONE, or after so many failures in a row. */
    HARD_ERROR_FOLLOW_UP("hardErrorFollowUp", "NONE", "REMOVE_AFTER_3");

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // from List.of
    private final List<String> readings;

    Knob(String word, String... readings) {
        this.word = word;
        this.readings = List.of(readings);
    }

    /**
     * The knob of this name.
     *
     * @throws IllegalArgumentException if there is none, in one line that lists them
     */
    public static Knob named(String word) {
        for (Knob knob : values()) {
            if (knob.word.equals(word)) {
                return knob;
            }
        }
        throw new IllegalArgumentException("there is no knob '" + word + "': there are "
                + Stream.of(values()).map(Knob::word).collect(Collectors.joining(", ")));
    }

    /** Its name in scenario files. */
    public String word() {
        return word;
    }

    /** Says in one line that this is none of its readings. */
    IllegalArgumentException unknown(String reading) {
        return new IllegalArgumentException(
                "knob " + word + " has no reading '" + reading + "': there are " + String.join(", ", readings));
    }

    /** What it can be set to, the default first. */
    public List<String> readings() {
        return readings;
    }
}
