// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** A registered interrupt with its DPC: NdisMRegisterInterruptEx. */
public final class InterruptHandle extends NdisHandle {
    public InterruptHandle(String name, int index, int generation) {
        super(name, index, generation);
    }
}
