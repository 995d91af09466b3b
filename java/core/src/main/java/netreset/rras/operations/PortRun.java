// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.util.List;
import netreset.ResetException;
import org.jspecify.annotations.Nullable;

/**
 * What a run did.
 *
 * @param plan what it was to do
 * @param ports every port of the plan, in its order
 * @param stopped why it ended before the last port; {@code null} if it didn't
 */
public record PortRun(
        PortPlan plan, List<PortReport> ports, @Nullable ResetException stopped) {
    public PortRun {
        ports = List.copyOf(ports);
    }
}
