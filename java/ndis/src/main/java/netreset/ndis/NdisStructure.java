// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

import org.jspecify.annotations.Nullable;

/** A structure that a driver makes and NDIS keeps notes in, as NDIS's structures have fields reserved for NDIS. */
public abstract class NdisStructure {
    private final String name;
    private @Nullable Object ndisReserved;

    protected NdisStructure(String name) {
        this.name = name;
    }

    /** What logs call it. */
    public final String name() {
        return name;
    }

    /** NDIS's own notes; drivers leave them alone. */
    public final @Nullable Object ndisReserved() {
        return ndisReserved;
    }

    /** For NDIS only. */
    public final void ndisReserved(@Nullable Object notes) {
        ndisReserved = notes;
    }

    @Override
    public String toString() {
        return name;
    }
}
