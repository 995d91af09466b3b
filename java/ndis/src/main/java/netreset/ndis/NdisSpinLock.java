// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** An NDIS_SPIN_LOCK. */
public final class NdisSpinLock extends NdisStructure {
    public NdisSpinLock(String name) {
        super(name);
    }

    public boolean isFree() {
        return ndisReserved() == null;
    }
}
