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
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.TimerHandle;

/**
 * As Microsoft's E100 samples do it: while the link is being detected nothing counts as a hang and a reset only waits; else a
 * send that has been out for more than five checks is a hang.
 */
@SuppressWarnings("MemberName") // C's names
public record E100(Ndis ndis) implements MiniportDriver<E100.Nic> {
    private static final int POLLS = 5;

    public static MiniportCharacteristics characteristics() {
        return MiniportCharacteristics.of("e100").withCheckForHang(true);
    }

    /** One adapter. */
    public static final class Nic implements AdapterContext, Digestible {
        private final MiniportAdapterHandle handle;
        private final Ring ring = new Ring();
        private final TimerHandle timer;
        private boolean detecting;
        private boolean resetWaits;
        private int polls;

        Nic(MiniportAdapterHandle handle, TimerHandle timer) {
            this.handle = handle;
            this.timer = timer;
        }

        @Override
        public MiniportAdapterHandle handle() {
            return handle;
        }

        @Override
        public void digest(Digest digest) {
            ring.digest(digest);
            digest.add(detecting).add(resetWaits).add(polls);
        }
    }

    @Override
    public Nic newContext(MiniportAdapterHandle handle) {
        Nic[] nic = new Nic[1];
        TimerHandle timer = ndis.NdisAllocateTimerObject(handle, "link " + handle.name(), () -> detected(nic[0]));
        nic[0] = new Nic(handle, timer);
        return nic[0];
    }

    /** Starts to negotiate the link anew. */
    public void detectLink(Nic nic, long nanos) {
        nic.detecting = true;
        ndis.NdisSetTimerObject(nic.timer, nanos, 0);
    }

    private void detected(Nic nic) {
        nic.detecting = false;
        if (nic.resetWaits) {
            nic.resetWaits = false;
            reset(nic);
            ndis.NdisMResetComplete(nic.handle, NdisStatus.SUCCESS, false);
        }
    }

    @Override
    public void MiniportSendNetBufferLists(Nic nic, NetBufferList lists, int portNumber, int flags) {
        nic.ring.take(lists, ndis.nanoTime());
    }

    @Override
    public boolean MiniportCheckForHangEx(Nic nic) {
        if (nic.detecting || nic.ring.isEmpty()) {
            nic.polls = 0;
            return false;
        }
        nic.polls++;
        return nic.polls > POLLS;
    }

    @Override
    public NdisStatus MiniportResetEx(Nic nic, AddressingReset addressingReset) {
        addressingReset.set(false);
        if (nic.detecting) {
            nic.resetWaits = true;
            return NdisStatus.PENDING;
        }
        reset(nic);
        return NdisStatus.SUCCESS;
    }

    private void reset(Nic nic) {
        nic.polls = 0;
        nic.ring.complete(ndis, nic.handle, NdisStatus.RESET_IN_PROGRESS);
    }
}
