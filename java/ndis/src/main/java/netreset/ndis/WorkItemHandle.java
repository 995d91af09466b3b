// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** A work item: NdisAllocateIoWorkItem. */
public final class WorkItemHandle extends NdisHandle {
    public WorkItemHandle(String name, int index, int generation) {
        super(name, index, generation);
    }
}
