// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.time.Instant;
import netreset.rras.RasPort;

/**
 * A call that is going to be made.
 *
 * @param number of the attempt, as {@link PortAttempt#number()}
 * @param at when
 * @param server whose port, as {@link netreset.rras.RasServer#name()}
 * @param library path of the mprapi.dll in use
 * @param operation which call
 * @param port the port as it was read right before, its connection's user included
 */
public record AuditIntent(
        long number, Instant at, String server, String library, PortOperation operation, RasPort port) {}
