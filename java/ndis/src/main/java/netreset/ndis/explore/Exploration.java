// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.explore;

import org.jspecify.annotations.Nullable;

/**
 * What an exploration found.
 *
 * @param states different states in which somebody could step, between steps or in the middle of one
 * @param steps steps done for the first time, not counting those repeated to get to a state
 * @param runs runs from the start
 * @param runsToEnd those of them that came to the end of the scenario
 * @param deepest steps of the longest run
 * @param nanos how long it took
 * @param isComplete whether every interleaving was covered; false if a limit cut it short
 * @param comparesStates whether states met before were cut off; false if a driver doesn't tell its state, so that every
 *     order was run
 * @param counterExample the shortest run that fails; {@code null} if none does
 */
public record Exploration(
        long states,
        long steps,
        long runs,
        long runsToEnd,
        long deepest,
        long nanos,
        boolean isComplete,
        boolean comparesStates,
        @Nullable CounterExample counterExample) {

    /**
     * A run that fails.
     *
     * @param choices who stepped at each choice, in the form that {@link Replay#of} reads
     * @param steps how many steps it takes to the failure
     * @param message what is wrong
     */
    public record CounterExample(String choices, long steps, String message) {}

    public long statesPerSecond() {
        return nanos == 0 ? 0 : (long) (states * 1e9 / nanos);
    }
}
