// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** An adapter, from the call of MiniportInitializeEx until MiniportHaltEx has returned. */
public final class MiniportAdapterHandle extends NdisHandle {
    public MiniportAdapterHandle(String name, int index, int generation) {
        super(name, index, generation);
    }
}
