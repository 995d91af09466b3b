// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.storm;

import java.util.Set;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.StatusIndication;
import netreset.ndis.condis.CallManager;
import netreset.ndis.condis.CoNdis;
import netreset.ndis.condis.CoProtocolDriver;
import netreset.ndis.condis.PartyHandle;
import netreset.ndis.condis.VcContext;
import netreset.ndis.sim.Randomness;
import org.jspecify.annotations.Nullable;

/** A call manager of its own right, which asks but doesn't send. */
@SuppressWarnings("MemberName") // C's names
final class StormManager extends StormProtocol implements CoProtocolDriver<StormProtocol.Open>, CallManager {
    private final CoNdis coNdis;

    StormManager(Ndis ndis, CoNdis coNdis, String name, Books books, Randomness dice, Set<String> wanted) {
        super(ndis, name, books, dice, wanted);
        this.coNdis = coNdis;
    }

    @Override
    public CoNdis coNdis() {
        return coNdis;
    }

    @Override
    public void ProtocolCoStatusEx(Open open, @Nullable VcContext vc, StatusIndication indication) {
        ProtocolStatusEx(open, indication);
    }

    @Override
    public void ProtocolCoSendNetBufferListsComplete(VcContext vc, NetBufferList lists, int flags) {
        books.back(lists);
    }

    @Override
    public void ProtocolCoOidRequestComplete(Open open, OidRequest request, NdisStatus status) {
        books.answered(request, status);
    }

    @Override
    public NdisStatus ProtocolCmMakeCall(VcContext vc, Object parameters, @Nullable PartyHandle party) {
        return coNdis.NdisCmActivateVc(vc.handle(), parameters);
    }

    @Override
    public void ProtocolCmActivateVcComplete(NdisStatus status, VcContext vc) {
        coNdis.NdisCmMakeCallComplete(status, vc.handle());
    }

    @Override
    public NdisStatus ProtocolCmCloseCall(VcContext vc, @Nullable PartyHandle party) {
        NdisStatus status = coNdis.NdisCmDeactivateVc(vc.handle());
        return status.equals(NdisStatus.PENDING) ? NdisStatus.SUCCESS : status;
    }

    @Override
    void send(Open open) {
        ask(open);
    }

    @Override
    void ask(Open open) {
        OidRequest request = request(open);
        books.answered(request, coNdis.NdisCoOidRequest(open.handle(), null, null, null, request));
    }
}
