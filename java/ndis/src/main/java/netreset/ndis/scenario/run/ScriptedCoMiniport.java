// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.condis.CoMiniportDriver;
import netreset.ndis.condis.CoNdis;
import netreset.ndis.condis.VcContext;
import netreset.ndis.condis.VcHandle;
import netreset.ndis.scenario.Declaration;
import netreset.ndis.scenario.Handler;
import netreset.ndis.scenario.Occasion;
import org.jspecify.annotations.Nullable;

/** A connection-oriented miniport driver that does what a scenario says. */
@SuppressWarnings("MemberName") // C's names
class ScriptedCoMiniport extends ScriptedMiniport implements CoMiniportDriver<ScriptedAdapter> {
    ScriptedCoMiniport(Stage stage, Declaration.Miniport says) {
        super(stage, says);
    }

    @Override
    public CoNdis coNdis() {
        return stage.co();
    }

    @Override
    NdisStatus sendAbortStatus() {
        return NdisStatus.REQUEST_ABORTED;
    }

    @Override
    public VcContext MiniportCoCreateVc(ScriptedAdapter adapter, VcHandle vc) {
        perform(adapter, adapter.duties.next(Occasion.CREATE_VC, vc.name()));
        return new ScriptedVc(adapter);
    }

    @Override
    public NdisStatus MiniportCoDeleteVc(VcContext vc) {
        return perform(Occasion.DELETE_VC, vc);
    }

    @Override
    public NdisStatus MiniportCoActivateVc(VcContext vc, @Nullable Object parameters) {
        return stage.isSetUp() ? perform(Occasion.ACTIVATE_VC, vc) : stage.answerInSetUp();
    }

    @Override
    public NdisStatus MiniportCoDeactivateVc(VcContext vc) {
        return stage.isSetUp() ? perform(Occasion.DEACTIVATE_VC, vc) : stage.answerInSetUp();
    }

    private NdisStatus perform(Occasion occasion, VcContext vc) {
        ScriptedAdapter adapter = ((ScriptedVc) vc).adapter;
        Handler handler = adapter.duties.next(occasion, vc.handle().name());
        return handler == null ? NdisStatus.SUCCESS : script(adapter, handler, null, null);
    }

    @Override
    public void MiniportCoSendNetBufferLists(VcContext vc, NetBufferList lists, int flags) {
        ScriptedAdapter adapter = ((ScriptedVc) vc).adapter;
        for (NetBufferList list = lists; list != null; list = list.next()) {
            adapter.connections.put(list.name(), vc.handle());
        }
        MiniportSendNetBufferLists(adapter, lists, 0, flags);
    }

    @Override
    public NdisStatus MiniportCoOidRequest(ScriptedAdapter adapter, @Nullable VcContext vc, OidRequest request) {
        return MiniportOidRequest(adapter, request);
    }
}
