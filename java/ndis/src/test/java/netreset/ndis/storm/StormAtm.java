// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.storm;

import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.condis.CoMiniportDriver;
import netreset.ndis.condis.CoNdis;
import netreset.ndis.condis.VcContext;
import netreset.ndis.condis.VcHandle;
import netreset.ndis.library.NdisLibrary;
import netreset.ndis.rules.Knobs;
import netreset.ndis.rules.Profile;
import netreset.ndis.sim.Randomness;
import netreset.ndis.storm.StormPort.Held;
import org.jspecify.annotations.Nullable;

/** The same with virtual connections. */
@SuppressWarnings("MemberName") // C's names
class StormAtm extends StormNic implements CoMiniportDriver<StormPort> {
    @Nullable
    StormPort port;

    StormAtm(NdisLibrary ndis, CoNdis coNdis, Knobs knobs, Profile version, Randomness dice) {
        super(ndis, coNdis, knobs, version, dice);
    }

    @Override
    public StormPort newContext(MiniportAdapterHandle handle) {
        StormPort made = super.newContext(handle);
        timer(made, "vc", () -> activated(made));
        port = made;
        return made;
    }

    @Override
    public NdisStatus MiniportCoActivateVc(VcContext vc, @Nullable Object parameters) {
        StormPort on = port();
        return switch (dice.below(4)) {
            case 0 -> NdisStatus.RESOURCES;
            case 1 -> {
                on.activating.add(vc);
                set(on, "vc", delay());
                yield NdisStatus.PENDING;
            }
            default -> NdisStatus.SUCCESS;
        };
    }

    private StormPort port() {
        if (port == null) {
            throw new IllegalStateException("no adapter yet");
        }
        return port;
    }

    private void activated(StormPort on) {
        while (!on.activating.isEmpty()) {
            VcHandle vc = on.activating.remove().handle();
            coNdis().NdisMCoActivateVcComplete(dice.below(4) == 0 ? NdisStatus.RESOURCES : NdisStatus.SUCCESS, vc);
        }
    }

    @Override
    public NdisStatus MiniportCoDeactivateVc(VcContext vc) {
        drain(vc.handle());
        return NdisStatus.SUCCESS;
    }

    final void drain(VcHandle vc) {
        for (Held held = port().nextOn(vc); held != null; held = port().nextOn(vc)) {
            back(port(), held);
        }
    }

    @Override
    public void MiniportCoSendNetBufferLists(VcContext vc, NetBufferList lists, int flags) {
        port().take(lists, vc.handle(), ndis().nanoTime());
        taken(port());
    }

    @Override
    public NdisStatus MiniportCoOidRequest(StormPort on, @Nullable VcContext vc, OidRequest request) {
        return MiniportOidRequest(on, request);
    }
}
