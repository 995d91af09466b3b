// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

import org.jspecify.annotations.Nullable;

/** What a protocol driver keeps for one binding: its ProtocolBindingContext. */
public abstract class BindingContext {
    private @Nullable BindingHandle handle;

    protected BindingContext() {}

    /** NDIS's handle, once NdisOpenAdapterEx was called. */
    public final BindingHandle handle() {
        if (handle == null) {
            throw new IllegalStateException("the binding isn't open yet");
        }
        return handle;
    }

    /** For NDIS: tells the handle before any callback comes. */
    public final void opened(BindingHandle given) {
        handle = given;
    }
}
