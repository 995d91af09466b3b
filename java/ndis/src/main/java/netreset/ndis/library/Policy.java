// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Irql;
import netreset.ndis.NdisStatus;
import netreset.ndis.rules.Knob;
import netreset.ndis.rules.Knobs;
import netreset.ndis.rules.Profile;

/** The knobs, read once: nothing compares words while a reset runs. */
final class Policy {
    final boolean startOnlyIfPending;
    final boolean passSends;
    final boolean restoreAfterEnd;
    final boolean restoreOnFailure;
    final boolean queueOne;
    final boolean queueAll;
    final boolean strictEarly;
    final boolean haltProceeds;
    final boolean removeWithoutHandler;
    final int checkForHangIrql;
    final int handlerIrql;
    final int removeAfter;
    final NdisStatus sendAbort;
    private final String outstanding;
    private final String sendTimeout;

    Policy(Knobs knobs) {
        startOnlyIfPending = knobs.get(Knob.START_INDICATION).equals("ONLY_IF_PENDING");
        passSends = knobs.get(Knob.NDIS_SEND_GATE).equals("PASS_THROUGH");
        restoreAfterEnd = knobs.get(Knob.RESTORE_ORDER).equals("AFTER_END");
        restoreOnFailure = knobs.get(Knob.RESTORE_ON_FAILURE).equals("YES");
        queueOne = knobs.get(Knob.SECOND_REQUEST).equals("QUEUE_ONE");
        queueAll = knobs.get(Knob.SECOND_REQUEST).equals("QUEUE_ALL");
        strictEarly = knobs.get(Knob.EARLY_COMPLETE).equals("BUG_CHECK");
        haltProceeds = knobs.get(Knob.RESET_VS_HALT).equals("HALT_PROCEEDS");
        removeWithoutHandler = knobs.get(Knob.NO_RESET_HANDLER).equals("REMOVE");
        checkForHangIrql = level(knobs.get(Knob.CFH_IRQL));
        handlerIrql = level(knobs.get(Knob.HANDLER_IRQL));
        removeAfter = knobs.get(Knob.HARD_ERROR_FOLLOW_UP).equals("REMOVE_AFTER_3") ? 3 : Integer.MAX_VALUE;
        sendAbort = knobs.get(Knob.CL_SEND_ABORT_STATUS).equals("REQUEST_ABORTED")
                ? NdisStatus.REQUEST_ABORTED
                : NdisStatus.RESET_IN_PROGRESS;
        outstanding = knobs.get(Knob.OUTSTANDING_RULE);
        sendTimeout = knobs.get(Knob.NDIS_SEND_TIMEOUT);
    }

    private static int level(String word) {
        return word.equals("DISPATCH") ? Irql.DISPATCH : Irql.PASSIVE;
    }

    /** Whether a reset must not complete before all that was given to the miniport has. */
    boolean mustComplete(Profile version) {
        return outstanding.equals("BY_VERSION")
                ? version.isAtLeast(Profile.NDIS_6_30)
                : outstanding.equals("MUST_COMPLETE");
    }

    /** Whether NDIS itself notices a stuck send. */
    boolean timesSendsOut(Profile version) {
        return sendTimeout.equals("BY_VERSION") ? !version.isAtLeast(Profile.NDIS_6_30) : sendTimeout.equals("ON");
    }
}
