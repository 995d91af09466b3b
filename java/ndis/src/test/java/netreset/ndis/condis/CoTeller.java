// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import netreset.ndis.BindParameters;
import netreset.ndis.BindingContext;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.StatusIndication;
import org.jspecify.annotations.Nullable;

/** A connection-oriented protocol that notes what it is told. */
@SuppressWarnings("MemberName") // C's names
class CoTeller implements CoProtocolDriver<CoTeller.Open> {
    private final Ndis ndis;
    private final CoNdis coNdis;
    final List<String> told = new ArrayList<>();
    final List<String> requests = new ArrayList<>();
    final List<Open> opens = new ArrayList<>();
    Consumer<StatusIndication> onStatus = indication -> {};

    CoTeller(Ndis ndis, CoNdis coNdis) {
        this.ndis = ndis;
        this.coNdis = coNdis;
    }

    static final class Open extends BindingContext {}

    Open open() {
        return opens.get(opens.size() - 1);
    }

    @Override
    public Ndis ndis() {
        return ndis;
    }

    @Override
    public CoNdis coNdis() {
        return coNdis;
    }

    @Override
    public Open newContext(BindParameters adapter) {
        Open open = new Open();
        opens.add(open);
        return open;
    }

    @Override
    public void ProtocolStatusEx(Open open, StatusIndication indication) {
        told.add("connectionless " + indication.statusCode());
    }

    @Override
    public void ProtocolCoStatusEx(Open open, @Nullable VcContext vc, StatusIndication indication) {
        told.add(indication.statusCode()
                + (vc == null ? "" : " on " + vc.handle().name()));
        onStatus.accept(indication);
    }

    @Override
    public void ProtocolCoSendNetBufferListsComplete(VcContext vc, NetBufferList lists, int flags) {
        told.add(lists.name() + " " + lists.status());
    }

    @Override
    public void ProtocolCoOidRequestComplete(Open open, OidRequest request, NdisStatus status) {
        told.add(request.name() + " " + status);
    }

    /** A call manager of its own right. */
    static final class Manager extends CoTeller implements CallManager {
        NdisStatus answer = NdisStatus.SUCCESS;

        Manager(Ndis ndis, CoNdis coNdis) {
            super(ndis, coNdis);
        }

        @Override
        public void ProtocolCmActivateVcComplete(NdisStatus status, VcContext vc) {
            told.add("activated " + status);
        }

        @Override
        public void ProtocolCmDeactivateVcComplete(NdisStatus status, VcContext vc) {
            told.add("deactivated " + status);
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
        public NdisStatus ProtocolCoOidRequest(
                AfHandle family, @Nullable VcContext vc, @Nullable PartyHandle party, OidRequest request) {
            requests.add(request.name());
            return answer;
        }
    }

    /** Somebody who calls. */
    static final class Client extends CoTeller implements ClientDriver<Open> {
        boolean closes = true;

        Client(Ndis ndis, CoNdis coNdis) {
            super(ndis, coNdis);
        }

        @Override
        public void ProtocolClIncomingCloseCall(NdisStatus why, VcContext vc) {
            told.add("call closed: " + why);
            if (closes) {
                ClientDriver.super.ProtocolClIncomingCloseCall(why, vc);
            }
        }
    }
}
