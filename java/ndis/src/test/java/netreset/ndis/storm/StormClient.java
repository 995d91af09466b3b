// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.storm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.StatusIndication;
import netreset.ndis.condis.AfHandle;
import netreset.ndis.condis.ClientDriver;
import netreset.ndis.condis.CoNdisLibrary;
import netreset.ndis.condis.VcContext;
import netreset.ndis.sim.Randomness;
import org.jspecify.annotations.Nullable;

/** A client of a call manager, with a few calls. */
@SuppressWarnings("MemberName") // C's names
final class StormClient extends StormProtocol implements ClientDriver<StormProtocol.Open> {
    private final CoNdisLibrary coNdis;
    private final List<VcContext> vcs = new ArrayList<>();
    private @Nullable AfHandle family;

    StormClient(Ndis ndis, CoNdisLibrary coNdis, String name, Books books, Randomness dice, Set<String> wanted) {
        super(ndis, name, books, dice, wanted);
        this.coNdis = coNdis;
    }

    @Override
    public CoNdisLibrary coNdis() {
        return coNdis;
    }

    @Override
    public void ProtocolCoAfRegisterNotify(Open open, String name) {
        family = coNdis.NdisClOpenAddressFamilyEx(open.handle(), name);
        for (int i = dice.below(4); family != null && i > 0; i--) {
            VcContext vc = new VcContext();
            if (coNdis.NdisCoCreateVc(open.handle(), family, vc).equals(NdisStatus.SUCCESS)) {
                vcs.add(vc);
                coNdis.NdisClMakeCall(vc.handle(), "slow", null);
            }
        }
    }

    @Override
    public NdisStatus ProtocolUnbindAdapterEx(Open open) {
        open.closing = true;
        for (VcContext vc : List.copyOf(vcs)) {
            coNdis.NdisClCloseCall(vc.handle(), null);
            coNdis.NdisCoDeleteVc(vc.handle());
        }
        vcs.clear();
        if (family != null) {
            coNdis.NdisClCloseAddressFamily(family);
            family = null;
        }
        return super.ProtocolUnbindAdapterEx(open);
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
    void send(Open open) {
        if (vcs.isEmpty()) {
            return;
        }
        VcContext vc = vcs.get(dice.below(vcs.size()));
        if (dice.below(8) > 0) {
            coNdis.NdisCoSendNetBufferLists(vc.handle(), chain(open), 0);
        } else if (dice.nextBoolean()) {
            coNdis.NdisClCloseCall(vc.handle(), null);
        } else {
            coNdis.NdisClMakeCall(vc.handle(), "fast", null);
        }
    }

    @Override
    void ask(Open open) {
        OidRequest request = request(open);
        AfHandle to = dice.nextBoolean() ? family : null;
        books.answered(request, coNdis.NdisCoOidRequest(open.handle(), to, null, null, request));
    }
}
