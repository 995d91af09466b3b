// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A means that was tried before the one that a report is about, and didn't bring the NIC back.
 *
 * @param method the means
 * @param rung how far it reached
 * @param outcome what became of it
 * @param evidence the highest level reached
 * @param timing how long it took
 * @param code the number a failed call gave; {@code null} if none failed
 * @param notes what else a person should know
 */
public record Attempt(
        Method method,
        Rung rung,
        Outcome outcome,
        Evidence evidence,
        ResetReport.Timing timing,
        @Nullable NativeCode code,
        List<String> notes) {
    public Attempt {
        notes = List.copyOf(notes);
    }
}
