// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.miniports;

import netreset.ndis.AdapterContext;
import netreset.ndis.AddressingReset;
import netreset.ndis.DevicePnPEvent;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.HaltAction;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.MiniportDriver;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.TimerHandle;

/** Does all that the contract asks for: a NIC whose hardware takes 10 ms to reset and tells of sent lists by interrupt. */
@SuppressWarnings("MemberName") // C's names
public record WellBehavedNic(Ndis ndis) implements MiniportDriver<WellBehavedNic.Nic> {
    private static final long RESET_NANOS = 10_000_000L;
    private static final long STUCK_NANOS = 2_000_000_000L;
    private static final int HARDWARE_FAILURE = 0xC000138A;

    public static MiniportCharacteristics characteristics() {
        return MiniportCharacteristics.of("well-behaved").withCheckForHang(true);
    }

    /** One adapter. */
    public static final class Nic implements AdapterContext, Digestible {
        private final MiniportAdapterHandle handle;
        private final Ring ring = new Ring();
        private final TimerHandle timer;
        private boolean resetting;
        private boolean gone;

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
            digest.add(resetting).add(gone);
        }
    }

    @Override
    public Nic newContext(MiniportAdapterHandle handle) {
        ndis.NdisMRegisterInterruptEx(handle);
        Nic[] nic = new Nic[1];
        TimerHandle timer = ndis.NdisAllocateTimerObject(
                handle, "reset " + handle.name(), () -> finish(nic[0], NdisStatus.SUCCESS));
        nic[0] = new Nic(handle, timer);
        return nic[0];
    }

    @Override
    public void MiniportSendNetBufferLists(Nic nic, NetBufferList lists, int portNumber, int flags) {
        if (nic.gone) {
            Ring.complete(ndis, nic.handle, lists, NdisStatus.NOT_ACCEPTED);
        } else if (nic.resetting) {
            Ring.complete(ndis, nic.handle, lists, NdisStatus.RESET_IN_PROGRESS);
        } else {
            nic.ring.take(lists, ndis.nanoTime());
        }
    }

    @Override
    public void MiniportInterruptDPC(Nic nic) {
        if (!nic.resetting) {
            nic.ring.complete(ndis, nic.handle, NdisStatus.SUCCESS);
        }
    }

    @Override
    public NdisStatus MiniportResetEx(Nic nic, AddressingReset addressingReset) {
        nic.resetting = true;
        nic.ring.complete(ndis, nic.handle, NdisStatus.RESET_IN_PROGRESS);
        ndis.NdisSetTimerObject(nic.timer, RESET_NANOS, 0);
        return NdisStatus.PENDING;
    }

    private void finish(Nic nic, NdisStatus status) {
        nic.resetting = false;
        ndis.NdisMResetComplete(nic.handle, status, true);
    }

    @Override
    public boolean MiniportCheckForHangEx(Nic nic) {
        return !nic.ring.isEmpty() && ndis.nanoTime() - nic.ring.oldestAt() >= STUCK_NANOS;
    }

    @Override
    public NdisStatus MiniportOidRequest(Nic nic, OidRequest request) {
        boolean power = nic.resetting && request.oid() == Oid.PNP_SET_POWER;
        return nic.gone || power ? NdisStatus.NOT_ACCEPTED : NdisStatus.SUCCESS;
    }

    @Override
    public NdisStatus MiniportPause(Nic nic) {
        nic.ring.complete(ndis, nic.handle, NdisStatus.PAUSED);
        return NdisStatus.SUCCESS;
    }

    @Override
    public void MiniportDevicePnPEventNotify(Nic nic, DevicePnPEvent event) {
        if (event == DevicePnPEvent.SURPRISE_REMOVED) {
            nic.gone = true;
            nic.ring.complete(ndis, nic.handle, NdisStatus.NOT_ACCEPTED);
            if (nic.resetting && ndis.NdisCancelTimerObject(nic.timer)) {
                ndis.NdisWriteErrorLogEntry(nic.handle, HARDWARE_FAILURE, "removed");
                finish(nic, NdisStatus.HARD_ERRORS);
            }
        }
    }

    @Override
    public void MiniportHaltEx(Nic nic, HaltAction action) {
        ndis.NdisCancelTimerObject(nic.timer);
    }
}
