// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.List;
import netreset.Evidence;
import netreset.Outcome;
import netreset.ResetReport;
import netreset.ResetReport.NicSnapshot;
import netreset.ResetReport.Timing;
import netreset.ResetRequest;
import netreset.Stage;
import netreset.bridge.Bridge;

/** The report of what wasn't done. */
final class Untouched {
    private Untouched() {}

    static ResetReport report(Bridge bridge, ResetRequest request, Stage stage, NicSnapshot now, Outcome outcome) {
        return new ResetReport(
                request.target(),
                stage.method().word(),
                bridge.name(),
                outcome,
                stage.requested(),
                ResetFlags.mask(0),
                stage.requested(),
                Evidence.NONE,
                Timing.NONE,
                null,
                stage.refusals(),
                stage.notes(),
                false,
                now,
                now,
                stage.rung(),
                List.of(),
                List.of());
    }
}
