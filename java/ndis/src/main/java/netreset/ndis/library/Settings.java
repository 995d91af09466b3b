// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.rules.Knobs;
import netreset.ndis.rules.Profile;

/**
 * What a run of the model is told before it starts.
 *
 * @param profile the version of NDIS
 * @param knobs how the open questions are answered
 * @param overdueNanos after how long a pending reset is remarked on; NDIS itself never does
 * @param stuckTicks after how many checks that answered no hang a send that is still out is remarked on
 */
public record Settings(Profile profile, Knobs knobs, long overdueNanos, int stuckTicks) {
    public static Settings of(Profile profile) {
        return new Settings(profile, Knobs.of(profile), 30_000_000_000L, 4);
    }

    public Settings with(Knobs others) {
        return new Settings(profile, others, overdueNanos, stuckTicks);
    }
}
