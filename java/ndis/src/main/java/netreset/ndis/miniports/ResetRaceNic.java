// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.miniports;

import netreset.ndis.AdapterContext;
import netreset.ndis.AddressingReset;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.MiniportDriver;
import netreset.ndis.Ndis;
import netreset.ndis.NdisSpinLock;
import netreset.ndis.NdisStatus;
import netreset.ndis.Steps;
import netreset.ndis.WorkItemHandle;

/**
 * For the explorer: the reset handler starts its hardware, whose end a work item sees, perhaps on another processor and
 * before the handler is done. Whoever comes second has to complete the reset: the handler by its result, or the work item by
 * NdisMResetComplete.
 *
 * @param locked whether the two find that out under a lock; without it both may, or neither
 */
@SuppressWarnings("MemberName") // C's names
public record ResetRaceNic(Ndis ndis, boolean locked) implements MiniportDriver<ResetRaceNic.Nic> {

    public static MiniportCharacteristics characteristics() {
        return MiniportCharacteristics.of("reset-race");
    }

    /** One adapter. */
    public static final class Nic implements AdapterContext, Digestible {
        private final MiniportAdapterHandle handle;
        private final WorkItemHandle work;
        private final NdisSpinLock lock;
        private boolean done;
        private boolean pended;
        private boolean seenDone;
        private boolean seenPended;

        Nic(MiniportAdapterHandle handle, WorkItemHandle work, NdisSpinLock lock) {
            this.handle = handle;
            this.work = work;
            this.lock = lock;
        }

        @Override
        public MiniportAdapterHandle handle() {
            return handle;
        }

        @Override
        public void digest(Digest digest) {
            digest.flags(done, pended, seenDone, seenPended, lock.isFree());
        }
    }

    @Override
    public Nic newContext(MiniportAdapterHandle handle) {
        Nic[] nic = new Nic[1];
        String name = "reset " + handle.name();
        WorkItemHandle work = ndis.NdisAllocateIoWorkItem(handle, name, () -> worked(nic[0]));
        nic[0] = new Nic(handle, work, new NdisSpinLock(name));
        return nic[0];
    }

    private Steps enter(Nic nic, Steps steps) {
        return locked ? steps.acquire(ndis, nic.lock) : steps;
    }

    private Steps leave(Nic nic, Steps steps) {
        return locked ? steps.release(ndis, nic.lock) : steps;
    }

    @Override
    public NdisStatus MiniportResetEx(Nic nic, AddressingReset addressingReset) {
        addressingReset.set(false);
        nic.done = false;
        nic.pended = false;
        Steps steps = enter(nic, new Steps().then(() -> ndis.NdisQueueIoWorkItem(nic.work)));
        steps.then(() -> nic.seenDone = nic.done).then(() -> nic.pended = !nic.seenDone);
        return ndis.script(leave(nic, steps).returns(() -> nic.seenDone ? NdisStatus.SUCCESS : NdisStatus.PENDING));
    }

    private void worked(Nic nic) {
        Steps steps = enter(nic, new Steps());
        steps.then(() -> nic.seenPended = nic.pended).then(() -> nic.done = true);
        ndis.script(leave(nic, steps).then(() -> {
            if (nic.seenPended) {
                ndis.NdisMResetComplete(nic.handle, NdisStatus.SUCCESS, false);
            }
        }));
    }
}
