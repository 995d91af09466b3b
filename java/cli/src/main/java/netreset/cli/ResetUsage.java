// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.util.List;
import netreset.DeviceId;
import netreset.Printable;
import netreset.ResetRequest;
import netreset.miniport.NdisTargets;
import netreset.rras.operations.RasPorts;
import org.jspecify.annotations.Nullable;

/**
 * What of {@code netreset reset} doesn't go together.
 *
 * @param modes those of {@code --dry-run}, {@code --resume} and {@code --via-helper} that were given
 * @param audited whether {@code --audit} was
 */
record ResetUsage(List<ResetRequest> requests, List<String> modes, boolean audited) {
    /** What is wrong with a reason, which would be none if it were written nowhere; {@code null} if nothing. */
    @Nullable
    String ofReason(boolean given) {
        if (!given) {
            return null;
        }
        if (modes.contains("--resume")) {
            return "--reason means nothing with --resume";
        }
        return requests.stream()
                .map(ResetRequest::target)
                .filter(target -> !isAudited(target))
                .findFirst()
                .map(target -> "--reason is for an audit record, and of " + Printable.brief(target.toString())
                        + " there is none" + (RasPorts.owns(target) ? " without --audit" : ""))
                .orElse(null);
    }

    private boolean isAudited(DeviceId target) {
        return RasPorts.owns(target) ? audited : !NdisTargets.isSimulated(target);
    }

    /**
     * What the helper can't be asked for; {@code null} if nothing.
     *
     * @param fits whether it takes all that was asked for
     */
    @Nullable
    String ofHelper(boolean fits) {
        if (!modes.contains("--via-helper")) {
            return null;
        }
        if (!fits) {
            return "the helper takes no --scope, --flags, --force or --netns";
        }
        return requests.size() == 1 ? null : "the helper takes one target";
    }
}
