// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import netreset.DeviceIdentity;
import netreset.Method;
import netreset.ResetReport.NicSnapshot;
import netreset.ResetRequest;
import netreset.Stage;
import netreset.Verification;
import netreset.linux.ladder.Means;
import netreset.linux.ladder.Restore;
import netreset.linux.ladder.Target;
import netreset.linux.proof.Observation;
import org.jspecify.annotations.Nullable;

/**
 * One means, to be tried on one NIC.
 *
 * @param request what was asked for
 * @param stage what was planned
 * @param means the means
 * @param found the NIC as it was found
 * @param target what stands behind it
 * @param planned what the plan says the NIC is
 * @param saved its state from before everything, to be put back; {@code null} if this means loses none
 * @param earlier the NIC before everything, if something was tried before; {@code null} if not
 * @param observation what is observed besides its link
 */
record Try(
        ResetRequest request,
        Stage stage,
        Means means,
        Nics.Found found,
        Target target,
        DeviceIdentity planned,
        Restore.@Nullable Saved saved,
        @Nullable NicSnapshot earlier,
        Observation observation) {

    boolean isEthtool() {
        return stage.method() == Method.ETHTOOL;
    }

    boolean isWatched() {
        return request.verification() != Verification.NONE;
    }

    /** What a listener is told it does. */
    String doing() {
        return isEthtool()
                ? "asks the driver to reset " + stage.requested().hex()
                : "begins " + stage.method().word() + " (" + stage.rung() + "): "
                        + stage.rung().text();
    }
}
