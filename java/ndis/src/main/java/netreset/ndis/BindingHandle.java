// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** A protocol's binding to an adapter, from NdisOpenAdapterEx until it is closed. */
public final class BindingHandle extends NdisHandle {
    public BindingHandle(String name, int index, int generation) {
        super(name, index, generation);
    }
}
