// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.miniports;

import netreset.ndis.AdapterContext;
import netreset.ndis.AddressingReset;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportAttributes;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.MiniportDriver;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.TimerHandle;
import org.jspecify.annotations.Nullable;

/**
 * The driver of KB 967915: its OID_PNP_SET_POWER takes longer than two checks for hangs, so NDIS resets the device in the
 * middle of it. The cure is a longer period.
 *
 * @param powerNanos how long a change of power takes
 * @param periodSeconds how often it asks to be checked
 */
@SuppressWarnings("MemberName") // C's names
public record SlowPowerNic(Ndis ndis, long powerNanos, int periodSeconds) implements MiniportDriver<SlowPowerNic.Nic> {

    public static MiniportCharacteristics characteristics() {
        return MiniportCharacteristics.of("slow-power");
    }

    /** One adapter. */
    public static final class Nic implements AdapterContext, Digestible {
        private final MiniportAdapterHandle handle;
        private final TimerHandle timer;
        private @Nullable OidRequest powering;

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
            digest.add(powering != null);
        }
    }

    @Override
    public Nic newContext(MiniportAdapterHandle handle) {
        Nic[] nic = new Nic[1];
        TimerHandle timer = ndis.NdisAllocateTimerObject(
                handle, "power " + handle.name(), () -> powered(nic[0], NdisStatus.SUCCESS));
        nic[0] = new Nic(handle, timer);
        return nic[0];
    }

    @Override
    public NdisStatus MiniportInitializeEx(MiniportAdapterHandle handle) {
        ndis.NdisMSetMiniportAttributes(
                handle, MiniportAttributes.of(newContext(handle)).withCheckForHangSeconds(periodSeconds));
        return NdisStatus.SUCCESS;
    }

    @Override
    public NdisStatus MiniportOidRequest(Nic nic, OidRequest request) {
        if (request.oid() != Oid.PNP_SET_POWER) {
            return NdisStatus.SUCCESS;
        }
        nic.powering = request;
        ndis.NdisSetTimerObject(nic.timer, powerNanos, 0);
        return NdisStatus.PENDING;
    }

    private void powered(Nic nic, NdisStatus status) {
        OidRequest request = nic.powering;
        nic.powering = null;
        if (request != null) {
            ndis.NdisMOidRequestComplete(nic.handle, request, status);
        }
    }

    @Override
    public NdisStatus MiniportResetEx(Nic nic, AddressingReset addressingReset) {
        ndis.NdisCancelTimerObject(nic.timer);
        powered(nic, NdisStatus.NOT_ACCEPTED);
        addressingReset.set(false);
        return NdisStatus.SUCCESS;
    }
}
