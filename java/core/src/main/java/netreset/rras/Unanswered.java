// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.time.Duration;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;

/**
 * A native call that hasn't come back, and what those are told who wait.
 *
 * @param function which
 * @param timeout how long it had
 */
record Unanswered(MprapiFunction function, Duration timeout) {
    /**
     * Whoever made the call: what changes something may yet do so.
     *
     * @param changes whether it may have been made to explain the code of a call that changes something
     */
    ResetException forItsCaller(boolean changes) {
        boolean explains = changes && function == MprapiFunction.GET_ERROR_STRING;
        return explains || Win32Code.changes(function) ? unknown(what()) : forOthers();
    }

    /** Whoever comes after it: nothing was called for them. */
    ResetException forOthers() {
        return new ResetException(
                Reason.SERVICE_UNAVAILABLE, what() + ": this session makes no more calls, connect another");
    }

    /**
     * Whoever didn't want to wait for it.
     *
     * @param changes whether a call may be away for them that changes something
     */
    static ResetException interrupted(boolean changes) {
        return changes
                ? unknown("interrupted before the server answered")
                : new ResetException(Reason.INTERRUPTED, "interrupted before the server answered; nothing was changed");
    }

    private String what() {
        return function.cName() + " hasn't come back within " + timeout.toMillis() + " ms";
    }

    private static ResetException unknown(String what) {
        return new ResetException(Reason.OUTCOME_UNKNOWN, what + ": it may be carried out, or not");
    }
}
