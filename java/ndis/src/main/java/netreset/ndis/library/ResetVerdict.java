// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Irql;
import netreset.ndis.NdisStatus;
import netreset.ndis.rules.Profile;

/** Whether a miniport may end a reset this way. */
final class ResetVerdict {
    private final AdapterBlock adapter;
    private final Kernel kernel;
    private boolean errorLogged;

    ResetVerdict(AdapterBlock adapter) {
        this.adapter = adapter;
        this.kernel = adapter.kernel;
    }

    static boolean isSuccess(NdisStatus status) {
        return status.value() == NdisStatus.SUCCESS.value() || status.value() == NdisStatus.SOFT_ERRORS.value();
    }

    void handlerEntered() {
        errorLogged = false;
    }

    void errorLogged() {
        errorLogged = true;
    }

    boolean isErrorLogged() {
        return errorLogged;
    }

    /** The handler must leave the level as it found it. */
    void level(int irql) {
        if (kernel.current().irql() != irql) {
            kernel.violation(
                    0,
                    adapter.name,
                    "MiniportResetEx was called at " + Irql.name(irql) + " and returns at "
                            + Irql.name(kernel.current().irql()));
        }
    }

    /**
     * Whether the result is one that a reset can have, and trouble was logged.
     *
     * @param how how it was told, up to the status
     */
    void result(NdisStatus status, String how) {
        boolean troubled = status.equals(NdisStatus.SOFT_ERRORS) || status.equals(NdisStatus.HARD_ERRORS);
        if (troubled && !errorLogged) {
            kernel.violation(52, adapter.name, how + status + " without an error-log entry before");
        }
        boolean listed = troubled
                || status.equals(NdisStatus.SUCCESS)
                || status.equals(NdisStatus.RESET_IN_PROGRESS)
                || (status.equals(NdisStatus.NOT_RESETTABLE) && !adapter.version.isAtLeast(Profile.NDIS_6_20));
        if (!listed) {
            kernel.violation(45, adapter.name, how + status + ", which is no result of a reset");
        }
    }

    /** Whether all that was taken before this reset is back. */
    void outstanding(int reset) {
        if (kernel.knobs.workMustComplete(adapter.version)
                && (adapter.sends.count() > 0 || adapter.oids.inMiniport() > 0)) {
            String onVcs = adapter.sends.unfinished(reset, true);
            if (!onVcs.isEmpty()) {
                kernel.violation(89, adapter.name, "the reset completes, but not what was sent before:" + onVcs);
            }
            String left = adapter.sends.unfinished(reset, false) + adapter.oids.unfinished(reset);
            if (!left.isEmpty()) {
                kernel.violation(58, adapter.name, "the reset completes, but not what was taken before:" + left);
            }
        }
    }

    /** A completion that nobody waits for. */
    void unexpected(int rule, NdisStatus status, boolean flag) {
        kernel.bugCheck(
                rule,
                adapter.name,
                new BugCheck(
                        BugCheck.DRIVER,
                        BugCheck.RESET_COMPLETE_UNEXPECTED,
                        "adapter " + adapter.name + ", status " + status + ", AddressingReset " + flag));
    }
}
