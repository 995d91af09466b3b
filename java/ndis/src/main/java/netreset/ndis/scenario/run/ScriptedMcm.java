// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.Objects;
import netreset.ndis.NdisStatus;
import netreset.ndis.condis.AfHandle;
import netreset.ndis.condis.CallManager;
import netreset.ndis.condis.PartyHandle;
import netreset.ndis.condis.VcContext;
import netreset.ndis.condis.VcHandle;
import netreset.ndis.scenario.Declaration;
import org.jspecify.annotations.Nullable;

/** A scripted miniport driver that is its own call manager. Calls succeed at once. */
@SuppressWarnings("MemberName") // C's names
final class ScriptedMcm extends ScriptedCoMiniport implements CallManager {
    ScriptedMcm(Stage stage, Declaration.Miniport says) {
        super(stage, says);
    }

    @Override
    public VcContext ProtocolCoCreateVc(AfHandle family, VcHandle vc) {
        return new ScriptedVc(Objects.requireNonNull(adapter(), "not initialised"));
    }

    @Override
    public NdisStatus ProtocolCmMakeCall(VcContext vc, Object parameters, @Nullable PartyHandle party) {
        return coNdis().NdisMCmActivateVc(vc.handle(), parameters);
    }

    @Override
    public NdisStatus ProtocolCmCloseCall(VcContext vc, @Nullable PartyHandle party) {
        return coNdis().NdisMCmDeactivateVc(vc.handle());
    }
}
