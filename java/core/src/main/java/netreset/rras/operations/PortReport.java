// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.util.List;
import java.util.Optional;
import netreset.Outcome;
import netreset.Reason;
import netreset.rras.RasPort;
import org.jspecify.annotations.Nullable;

/**
 * What became of one port of a selection, or would.
 *
 * @param port as it was when it was selected
 * @param outcome what became of it, all attempts together
 * @param reason why it failed or its outcome isn't known; {@code null} for other outcomes
 * @param message one line for a person; the port's name isn't in it
 * @param attempts the calls made on it, in order: none, one, or more by an escalation or a repetition
 */
public record PortReport(
        RasPort port, PortOutcome outcome, @Nullable Reason reason, String message, List<PortAttempt> attempts) {
    public PortReport {
        attempts = List.copyOf(attempts);
    }

    /** What the report of any device would call it; empty for what only a run over several ports knows. */
    public Optional<Outcome> toOutcome() {
        return switch (outcome) {
            case PLANNED -> Optional.of(Outcome.PLANNED);
            case CONFIRMED -> Optional.of(Outcome.RECOVERED);
            case ACCEPTED -> Optional.of(Outcome.ACCEPTED);
            case NO_EFFECT_OBSERVED -> Optional.of(Outcome.NO_EFFECT_OBSERVED);
            case EFFECT_UNKNOWN -> Optional.of(isThere() ? Outcome.NO_EFFECT_OBSERVED : Outcome.NOT_RECOVERED);
            case OUTCOME_UNKNOWN -> Optional.of(Outcome.IN_FLIGHT);
            case CHANGED -> Optional.of(Outcome.TARGET_CHANGED);
            case IN_USE -> Optional.of(Outcome.REFUSED);
            case FAILED -> Optional.of(Outcome.FAILED);
            case NOTHING_TO_DO, BEYOND_LIMIT, NOT_ATTEMPTED -> Optional.empty();
        };
    }

    /** Whether it could be read after the last call. */
    private boolean isThere() {
        return !attempts.isEmpty() && attempts.get(attempts.size() - 1).after() != null;
    }

    static PortReport without(RasPort port, PortOutcome outcome, String message) {
        return new PortReport(port, outcome, null, message, List.of());
    }
}
