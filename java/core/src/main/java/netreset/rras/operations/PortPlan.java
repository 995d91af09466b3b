// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.util.List;

/**
 * What a run would do.
 *
 * @param request what was asked for
 * @param ports every port of the selection in the server's order, {@link PortOutcome#PLANNED} or with why it would be left
 *     alone
 * @param notes what else a person should know, one sentence each
 */
public record PortPlan(PortRequest request, List<PortReport> ports, List<String> notes) {
    public PortPlan {
        ports = List.copyOf(ports);
        notes = List.copyOf(notes);
    }

    /** How many ports a call would be made on. */
    public long planned() {
        return ports.stream()
                .filter(port -> port.outcome() == PortOutcome.PLANNED)
                .count();
    }
}
