// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import netreset.ndis.NdisStatus;
import org.jspecify.annotations.Nullable;

/** How things are when a run is over. */
interface EndState {
    /** An adapter's operational state, in the words of scenario files. */
    String adapter(String name);

    /** Whether an adapter's reset is queued or active. */
    boolean isResetting(String name);

    /** How many resets an adapter has been through. */
    int resets(String name);

    /** A virtual connection's state, in the words of scenario files. */
    String vc(String name);

    /** What came of a send or an OID request last; {@code null} if it is out, or was never sent. */
    @Nullable
    NdisStatus result(String name);
}
