// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/**
 * Something of NDIS's that a driver refers to and cannot look into. NDIS makes handles, drivers keep them; a driver's own
 * objects, which NDIS keeps and hands back, are contexts ({@link AdapterContext}, {@link BindingContext},
 * {@link FilterContext}) and no handles: mixing the two does not compile.
 */
public abstract class NdisHandle {
    private final String name;
    private final int index;
    private final int generation;

    /**
     * For NDIS.
     *
     * @param index its place in NDIS's table of its kind
     * @param generation how often the place was used before: an old handle to a new thing is seen to be stale
     */
    protected NdisHandle(String name, int index, int generation) {
        this.name = name;
        this.index = index;
        this.generation = generation;
    }

    public final String name() {
        return name;
    }

    public final int index() {
        return index;
    }

    public final int generation() {
        return generation;
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + " " + name + " #" + index + "." + generation;
    }
}
