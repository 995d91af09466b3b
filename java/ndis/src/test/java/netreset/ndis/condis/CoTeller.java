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
    final Heard heard;
    final List<String> told = new ArrayList<>();
    final List<String> requests = new ArrayList<>();
    final List<Open> opens = new ArrayList<>();
    Consumer<StatusIndication> onStatus = indication -> {};

    CoTeller(Ndis ndis, CoNdis coNdis, Heard heard) {
        this.ndis = ndis;
        this.coNdis = coNdis;
        this.heard = heard;
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
        heard.inAStep("CoOidRequestComplete " + request.name() + " " + status);
    }

    /** A call manager of its own right. */
    static final class Manager extends CoTeller implements Signaller {
        NdisStatus answer = NdisStatus.SUCCESS;

        Manager(Ndis ndis, CoNdis coNdis, Heard heard) {
            super(ndis, coNdis, heard);
        }

        @Override
        public Heard heard() {
            return heard;
        }

        @Override
        public NdisStatus ProtocolCoDeleteVc(VcContext vc) {
            heard.inAStep("manager's CoDeleteVc " + vc.name());
            return NdisStatus.SUCCESS;
        }

        @Override
        public void ProtocolCmActivateVcComplete(NdisStatus status, VcContext vc) {
            told.add("activated " + status);
            Signaller.super.ProtocolCmActivateVcComplete(status, vc);
        }

        @Override
        public void ProtocolCmDeactivateVcComplete(NdisStatus status, VcContext vc) {
            told.add("deactivated " + status);
            Signaller.super.ProtocolCmDeactivateVcComplete(status, vc);
        }

        @Override
        public NdisStatus ProtocolCmMakeCall(VcContext vc, Object parameters, @Nullable PartyHandle party) {
            NdisStatus answer = heard.of("CmMakeCall", NdisStatus.SUCCESS);
            return heard.isAnswered("CmMakeCall") ? answer : coNdis().NdisCmActivateVc(vc.handle(), parameters);
        }

        @Override
        public NdisStatus ProtocolCmCloseCall(VcContext vc, @Nullable PartyHandle party) {
            NdisStatus answer = heard.of("CmCloseCall", NdisStatus.SUCCESS);
            return heard.isAnswered("CmCloseCall") ? answer : coNdis().NdisCmDeactivateVc(vc.handle());
        }

        @Override
        public NdisStatus ProtocolCoOidRequest(
                AfHandle family, @Nullable VcContext vc, @Nullable PartyHandle party, OidRequest request) {
            requests.add(request.name());
            heard.of("manager's CoOidRequest " + request.name() + " " + (vc == null ? null : vc.name()));
            return answer;
        }
    }

    /** Somebody who calls. */
    static final class Client extends CoTeller implements ClientDriver<Open> {
        boolean closes = true;

        Client(Ndis ndis, CoNdis coNdis, Heard heard) {
            super(ndis, coNdis, heard);
        }

        @Override
        public VcContext ProtocolCoCreateVc(AfHandle family, VcHandle vc) {
            heard.of("client's CoCreateVc");
            return new VcContext("client's");
        }

        @Override
        public NdisStatus ProtocolCoDeleteVc(VcContext vc) {
            heard.inAStep("client's CoDeleteVc " + vc.name());
            return NdisStatus.SUCCESS;
        }

        @Override
        public NdisStatus ProtocolCoOidRequest(
                AfHandle family, @Nullable VcContext vc, @Nullable PartyHandle party, OidRequest request) {
            return heard.of("client's CoOidRequest " + request.name() + " " + (vc == null ? null : vc.name()));
        }

        @Override
        public void ProtocolCoAfRegisterNotify(Open open, String family) {
            heard.inAStep("CoAfRegisterNotify " + family);
        }

        @Override
        public void ProtocolClMakeCallComplete(VcContext vc, NdisStatus status) {
            heard.inAStep("ClMakeCallComplete " + status);
        }

        @Override
        public NdisStatus ProtocolClIncomingCall(SapHandle sap, VcContext vc, Object parameters) {
            return heard.of("ClIncomingCall " + sap.name());
        }

        @Override
        public void ProtocolClCallConnected(VcContext vc) {
            heard.inAStep("ClCallConnected");
        }

        @Override
        public void ProtocolClCloseCallComplete(VcContext vc, NdisStatus status) {
            heard.inAStep("ClCloseCallComplete " + status);
        }

        @Override
        public void ProtocolClAddPartyComplete(PartyHandle party, NdisStatus status) {
            heard.inAStep("ClAddPartyComplete " + party.name() + " " + status);
        }

        @Override
        public void ProtocolClIncomingDropParty(NdisStatus why, PartyHandle party) {
            ClientDriver.super.ProtocolClIncomingDropParty(why, party);
            heard.inAStep("ClIncomingDropParty " + party.name() + " " + why);
        }

        @Override
        public void ProtocolClIncomingCloseCall(NdisStatus why, VcContext vc) {
            told.add("call closed: " + why);
            if (closes) {
                ClientDriver.super.ProtocolClIncomingCloseCall(why, vc);
            }
            heard.inAStep("ClIncomingCloseCall " + why);
        }
    }
}
