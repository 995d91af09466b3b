// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** A timer object: NdisAllocateTimerObject. */
public final class TimerHandle extends NdisHandle {
    public TimerHandle(String name, int index, int generation) {
        super(name, index, generation);
    }
}
