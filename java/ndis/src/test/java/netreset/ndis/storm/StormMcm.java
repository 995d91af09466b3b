// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.storm;

import netreset.ndis.NdisStatus;
import netreset.ndis.condis.CallManager;
import netreset.ndis.condis.CoNdis;
import netreset.ndis.condis.PartyHandle;
import netreset.ndis.condis.VcContext;
import netreset.ndis.library.NdisLibrary;
import netreset.ndis.rules.Knobs;
import netreset.ndis.rules.Profile;
import netreset.ndis.sim.Randomness;
import org.jspecify.annotations.Nullable;

/** The same with a call manager of its own. */
@SuppressWarnings("MemberName") // C's names
final class StormMcm extends StormAtm implements CallManager {
    StormMcm(NdisLibrary ndis, CoNdis coNdis, Knobs knobs, Profile version, Randomness dice) {
        super(ndis, coNdis, knobs, version, dice);
    }

    @Override
    public NdisStatus ProtocolCmMakeCall(VcContext vc, Object parameters, @Nullable PartyHandle party) {
        return coNdis().NdisMCmActivateVc(vc.handle(), parameters);
    }

    @Override
    public NdisStatus ProtocolCmCloseCall(VcContext vc, @Nullable PartyHandle party) {
        drain(vc.handle());
        return coNdis().NdisMCmDeactivateVc(vc.handle());
    }
}
