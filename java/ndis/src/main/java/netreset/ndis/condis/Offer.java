// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import netreset.ndis.library.AdapterBlock;
import netreset.ndis.library.Binding;
import org.jspecify.annotations.Nullable;

/**
 * A call manager's offer of an address family on an adapter.
 *
 * @param binding the call manager's own; {@code null} if the miniport is the call manager
 */
record Offer(
        AdapterBlock adapter,
        String name,
        CallManager manager,
        @Nullable Binding binding) {
    /** Whether what is asked of the call manager is asked of the miniport. */
    boolean isMcm() {
        return binding == null;
    }

    String label() {
        return binding == null ? adapter.miniport() : binding.label();
    }
}
