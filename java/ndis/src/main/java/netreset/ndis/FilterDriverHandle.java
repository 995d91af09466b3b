// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** A registered filter driver: NdisFRegisterFilterDriver. */
public final class FilterDriverHandle extends NdisHandle {
    public FilterDriverHandle(String name, int index, int generation) {
        super(name, index, generation);
    }
}
