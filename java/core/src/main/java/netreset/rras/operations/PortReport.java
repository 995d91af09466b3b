// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.util.List;
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

    static PortReport without(RasPort port, PortOutcome outcome, String message) {
        return new PortReport(port, outcome, null, message, List.of());
    }
}
