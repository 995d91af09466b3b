// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** A registered miniport driver: NdisMRegisterMiniportDriver. */
public final class MiniportDriverHandle extends NdisHandle {
    public MiniportDriverHandle(String name, int index, int generation) {
        super(name, index, generation);
    }
}
