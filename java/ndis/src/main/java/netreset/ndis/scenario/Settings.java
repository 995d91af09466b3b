// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.Map;
import netreset.ndis.rules.Knob;
import netreset.ndis.rules.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all of a scenario.
 *
 * @param profile the version of NDIS
 * @param knobs the readings that the scenario chooses; those not in it are the profile's
 * @param seed where chance begins, which then decides who runs next; {@code null}: whoever runs goes on as long as he can
 * @param limitSteps how many steps it may take
 * @param limitNanos how long it lasts, of virtual time
 * @param limitAt where the file says so; {@code null} if it doesn't
 */
public record Settings(
        Profile profile,
        Map<Knob, String> knobs,
        @Nullable Long seed,
        long limitSteps,
        long limitNanos,
        @Nullable Place limitAt) {}
