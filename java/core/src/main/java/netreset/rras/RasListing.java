// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.util.List;
import netreset.ResetException;
import org.jspecify.annotations.Nullable;

/**
 * A server's ports with their connections. They were read one after the other: who connects in between is in one of the
 * two only.
 *
 * @param ports every port, in the server's order; a port listed twice is here once
 * @param connections every connection, in the server's order
 * @param connectionsProblem why connections couldn't be read; {@code null} if they could
 */
public record RasListing(
        List<RasPort> ports,
        List<RasConnection> connections,
        @Nullable ResetException connectionsProblem) {
    public RasListing {
        ports = List.copyOf(ports);
        connections = List.copyOf(connections);
    }
}
