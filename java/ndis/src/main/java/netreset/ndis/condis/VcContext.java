// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import org.jspecify.annotations.Nullable;

/**
 * What one driver keeps for one VC: its ProtocolVcContext or MiniportVcContext. Client, call manager and miniport each have
 * one of their own for the same VC; drivers that have more to keep than the handle extend this.
 */
public class VcContext {
    private final @Nullable String name;
    private @Nullable VcHandle handle;

    public VcContext() {
        this.name = null;
    }

    /**
     * @param name what events call the VC, if this is its creator's context
     */
    public VcContext(String name) {
        this.name = name;
    }

    @Nullable
    String name() {
        return name;
    }

    /** NDIS's handle of the VC. */
    public final VcHandle handle() {
        if (handle == null) {
            throw new IllegalStateException("the VC isn't created yet");
        }
        return handle;
    }

    /** Tells the handle before any callback with this context comes. */
    final void created(VcHandle given) {
        handle = given;
    }
}
