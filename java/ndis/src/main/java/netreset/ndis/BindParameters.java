// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

import java.util.Set;

/**
 * What a protocol is told of an adapter it can bind to: NDIS_BIND_PARAMETERS.
 *
 * @param adapterName the adapter's name
 * @param condis whether it is connection-oriented
 * @param flags what the model adds; empty as yet
 */
public record BindParameters(String adapterName, boolean condis, Set<String> flags) {
    public BindParameters {
        flags = Set.copyOf(flags);
    }
}
