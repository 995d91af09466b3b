// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.util.List;
import netreset.rras.RasPort;

/**
 * The ports of a selection.
 *
 * @param ports in the server's order
 * @param notes what a person should know of what isn't there, one sentence each
 */
public record SelectedPorts(List<RasPort> ports, List<String> notes) {
    public SelectedPorts {
        ports = List.copyOf(ports);
        notes = List.copyOf(notes);
    }
}
