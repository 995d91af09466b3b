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
 * As Microsoft's virtual miniport sample behaves: one timer waits for received buffers to come back, for a reset and for a
 * pause, and the pause is looked at first. A pause in the middle of a reset so eats the reset: nobody completes it any more.
 */
@SuppressWarnings("MemberName") // C's names
public record Netvmini(Ndis ndis) implements MiniportDriver<Netvmini.Nic> {
    private static final long POLL_NANOS = 100_000_000L;
    private static final int TRIES = 20;

    public static MiniportCharacteristics characteristics() {
        return MiniportCharacteristics.of("netvmini").withCheckForHang(true);
    }

    /** One adapter. */
    public static final class Nic implements AdapterContext, Digestible {
        private final MiniportAdapterHandle handle;
        private final TimerHandle timer;
        private boolean resetting;
        private boolean pausing;
        private int tries;
        private int received;

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
            digest.add(resetting).add(pausing).add(tries).add(received);
        }
    }

    @Override
    public Nic newContext(MiniportAdapterHandle handle) {
        Nic[] nic = new Nic[1];
        nic[0] = new Nic(
                handle, ndis.NdisAllocateTimerObject(handle, "async busy " + handle.name(), () -> poll(nic[0])));
        return nic[0];
    }

    /** A list has come in from the wire. */
    public void receive(Nic nic, NetBufferList list) {
        nic.received++;
        ndis.NdisMIndicateReceiveNetBufferLists(nic.handle, list, 0, 0);
    }

    @Override
    public void MiniportReturnNetBufferLists(Nic nic, NetBufferList lists, int flags) {
        for (NetBufferList list = lists; list != null; list = list.next()) {
            nic.received--;
        }
    }

    @Override
    public void MiniportSendNetBufferLists(Nic nic, NetBufferList lists, int portNumber, int flags) {
        Ring.complete(ndis, nic.handle, lists, nic.resetting ? NdisStatus.RESET_IN_PROGRESS : NdisStatus.SUCCESS);
    }

    @Override
    public NdisStatus MiniportResetEx(Nic nic, AddressingReset addressingReset) {
        addressingReset.set(false);
        if (nic.resetting) {
            return NdisStatus.RESET_IN_PROGRESS;
        }
        if (nic.received == 0) {
            return NdisStatus.SUCCESS;
        }
        nic.resetting = true;
        nic.tries = 0;
        ndis.NdisSetTimerObject(nic.timer, POLL_NANOS, 0);
        return NdisStatus.PENDING;
    }

    @Override
    public NdisStatus MiniportPause(Nic nic) {
        ndis.NdisCancelTimerObject(nic.timer);
        if (nic.received == 0) {
            return NdisStatus.SUCCESS;
        }
        nic.pausing = true;
        ndis.NdisSetTimerObject(nic.timer, POLL_NANOS, 0);
        return NdisStatus.PENDING;
    }

    private void poll(Nic nic) {
        nic.tries++;
        boolean busy = nic.received > 0;
        if (busy && (nic.pausing || nic.tries <= TRIES)) {
            ndis.NdisSetTimerObject(nic.timer, POLL_NANOS, 0);
        } else if (nic.pausing) {
            nic.pausing = false;
            ndis.NdisMPauseComplete(nic.handle);
        } else if (nic.resetting) {
            nic.resetting = false;
            ndis.NdisMResetComplete(nic.handle, busy ? NdisStatus.FAILURE : NdisStatus.SUCCESS, false);
        }
    }
}
