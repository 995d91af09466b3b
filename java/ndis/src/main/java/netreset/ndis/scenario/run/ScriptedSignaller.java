// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import netreset.ndis.NdisStatus;
import netreset.ndis.condis.CallManager;
import netreset.ndis.condis.PartyHandle;
import netreset.ndis.condis.VcContext;
import netreset.ndis.scenario.Declaration;
import org.jspecify.annotations.Nullable;

/** A stand-alone call manager. It does no signalling: a call is up once the miniport has activated its VC. */
@SuppressWarnings("MemberName") // C's names
final class ScriptedSignaller extends ScriptedCoProtocol implements CallManager {
    ScriptedSignaller(Stage stage, Declaration.Protocol says) {
        super(stage, says);
    }

    @Override
    public NdisStatus ProtocolCmMakeCall(VcContext vc, Object parameters, @Nullable PartyHandle party) {
        return coNdis().NdisCmActivateVc(vc.handle(), parameters);
    }

    @Override
    public NdisStatus ProtocolCmCloseCall(VcContext vc, @Nullable PartyHandle party) {
        return coNdis().NdisCmDeactivateVc(vc.handle());
    }

    @Override
    public void ProtocolCmActivateVcComplete(NdisStatus status, VcContext vc) {
        if (stage.calls.remove(vc.handle().name())) {
            coNdis().NdisCmMakeCallComplete(status, vc.handle());
        }
    }

    @Override
    public void ProtocolCmDeactivateVcComplete(NdisStatus status, VcContext vc) {
        if (stage.closings.remove(vc.handle().name())) {
            coNdis().NdisCmCloseCallComplete(status, vc.handle());
        }
    }
}
