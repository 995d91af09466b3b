// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.time.Instant;
import netreset.rras.PortDetail;
import netreset.rras.PortResult;
import netreset.rras.RasPort;
import org.jspecify.annotations.Nullable;

/**
 * One call that changes something, and what was seen around it.
 *
 * @param number of the attempt, from 1 within one {@link PortOperations}
 * @param operation which call
 * @param at when it was made
 * @param before the port as it was read right before
 * @param result how the call came back
 * @param durationNanos how long it took, or has been away
 * @param effect what was seen of its effect
 * @param after the port as it was seen last; {@code null} if nobody looked, or it couldn't be read
 * @param afterDetail its counters then; {@code null} likewise
 */
public record PortAttempt(
        long number,
        PortOperation operation,
        Instant at,
        RasPort before,
        PortResult result,
        long durationNanos,
        Effect effect,
        @Nullable RasPort after,
        @Nullable PortDetail afterDetail) {}
