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
import netreset.ndis.NetBufferList;
import netreset.ndis.Steps;
import org.jspecify.annotations.Nullable;

/**
 * For the explorer: the one list it can hold may be completed by the hardware, by a cancellation, and by a reset that flushes
 * the ring, each on a processor of its own.
 *
 * @param locked whether each takes the list out under a lock before it completes it; without it two may complete it
 */
@SuppressWarnings("MemberName") // C's names
public record SendRaceNic(Ndis ndis, boolean locked) implements MiniportDriver<SendRaceNic.Nic> {

    public static MiniportCharacteristics characteristics() {
        return MiniportCharacteristics.of("send-race");
    }

    /** One adapter. */
    public static final class Nic implements AdapterContext, Digestible {
        private final MiniportAdapterHandle handle;
        private final NdisSpinLock lock;
        private @Nullable NetBufferList slot;
        /** Taken out, but not completed yet. */
        private int taken;

        Nic(MiniportAdapterHandle handle) {
            this.handle = handle;
            this.lock = new NdisSpinLock("ring " + handle.name());
        }

        @Override
        public MiniportAdapterHandle handle() {
            return handle;
        }

        @Override
        public void digest(Digest digest) {
            digest.add(slot != null).add(taken).add(lock.isFree());
        }
    }

    /** What one of the three has taken. */
    private static final class Taken implements Digestible {
        private @Nullable NetBufferList list;

        @Override
        public void digest(Digest digest) {
            digest.add(list != null);
        }
    }

    @Override
    public Nic newContext(MiniportAdapterHandle handle) {
        ndis.NdisMRegisterInterruptEx(handle);
        return new Nic(handle);
    }

    @Override
    public void MiniportSendNetBufferLists(Nic nic, NetBufferList lists, int portNumber, int flags) {
        nic.slot = lists;
    }

    /** Looks, takes, completes: three steps, of which the first two belong together. */
    private Steps complete(Nic nic, NdisStatus status) {
        Taken taken = new Taken();
        Steps steps = new Steps().remembers(taken);
        if (locked) {
            steps.acquire(ndis, nic.lock);
        }
        steps.then(() -> taken.list = nic.slot).then(() -> {
            nic.slot = null;
            nic.taken += taken.list == null ? 0 : 1;
        });
        if (locked) {
            steps.release(ndis, nic.lock);
        }
        return steps.then(() -> {
            if (taken.list != null) {
                Ring.complete(ndis, nic.handle, taken.list, status);
                nic.taken--;
            }
        });
    }

    @Override
    public void MiniportInterruptDPC(Nic nic) {
        ndis.script(complete(nic, NdisStatus.SUCCESS));
    }

    @Override
    public void MiniportCancelSend(Nic nic, Object cancelId) {
        ndis.script(complete(nic, NdisStatus.SEND_ABORTED));
    }

    /** Waits for what the others have taken and not completed yet: the reset mustn't complete before. */
    @Override
    public NdisStatus MiniportResetEx(Nic nic, AddressingReset addressingReset) {
        addressingReset.set(false);
        return ndis.script(complete(nic, NdisStatus.RESET_IN_PROGRESS).await(() -> nic.taken == 0));
    }
}
