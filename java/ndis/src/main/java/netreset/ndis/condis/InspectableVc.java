// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import org.jspecify.annotations.Nullable;

/** A miniport's VC context that lets the model look at the simulated hardware. */
public interface InspectableVc {
    /** The parameters the hardware really uses for this VC; {@code null} while it isn't active. */
    @Nullable
    Object parametersInForce();
}
