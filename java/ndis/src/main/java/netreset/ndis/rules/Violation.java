// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

import org.jspecify.annotations.Nullable;

/**
 * A rule was broken.
 *
 * @param rule its number: 17 for R17
 * @param adapter the adapter it is about; {@code null} if none
 * @param agent what ran, as events name it
 * @param step the step of the run in which it was noticed
 * @param seed the run's seed: with it and the same script the same violation comes again
 * @param message what happened, in one line
 */
public record Violation(
        int rule,
        Owner owner,
        Severity severity,
        @Nullable String adapter,
        String agent,
        long step,
        long seed,
        String message) {}
