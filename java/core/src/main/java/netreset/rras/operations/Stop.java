// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.util.EnumSet;
import java.util.Set;
import netreset.Reason;
import netreset.ResetException;
import netreset.rras.PortResult;
import org.jspecify.annotations.Nullable;

/** Which failures would meet every further port as well. */
final class Stop {
    private static final Set<Reason> REASONS = EnumSet.of(
            Reason.PERMISSION_DENIED,
            Reason.DDM_NOT_RUNNING,
            Reason.SERVICE_UNAVAILABLE,
            Reason.PLATFORM_UNSUPPORTED,
            Reason.INTERRUPTED);

    private Stop() {}

    static boolean isNeeded(@Nullable Reason reason) {
        return reason != null && REASONS.contains(reason);
    }

    /** What a call's result would have been thrown as. */
    static ResetException because(PortResult result) {
        Reason reason = result.reason() == null ? Reason.DEFECT : result.reason();
        return new ResetException(reason, result.message(), result.code(), null);
    }
}
