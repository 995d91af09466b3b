// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** A filter module: a filter driver's instance over one adapter. */
public final class FilterHandle extends NdisHandle {
    public FilterHandle(String name, int index, int generation) {
        super(name, index, generation);
    }
}
