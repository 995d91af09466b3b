// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.OidRequest;
import org.jspecify.annotations.Nullable;

/** The same with a call manager of its own. */
@SuppressWarnings("MemberName") // C's names
final class Mcm extends Atm implements Signaller {
    final List<String> asked = new ArrayList<>();

    Mcm(Ndis ndis, CoNdis coNdis, Heard heard) {
        super(ndis, coNdis, heard);
    }

    @Override
    public Heard heard() {
        return heard;
    }

    @Override
    public NdisStatus ProtocolCoDeleteVc(VcContext vc) {
        heard.of("manager's CoDeleteVc " + vc.name());
        return delete.get();
    }

    @Override
    public NdisStatus ProtocolCoOidRequest(
            AfHandle family, @Nullable VcContext vc, @Nullable PartyHandle party, OidRequest request) {
        asked.add(request.name());
        return NdisStatus.SUCCESS;
    }

    @Override
    public NdisStatus ProtocolCmMakeCall(VcContext vc, Object parameters, @Nullable PartyHandle party) {
        NdisStatus answer = heard.of("CmMakeCall", NdisStatus.SUCCESS);
        return heard.isAnswered("CmMakeCall") ? answer : coNdis().NdisMCmActivateVc(vc.handle(), parameters);
    }

    @Override
    public NdisStatus ProtocolCmCloseCall(VcContext vc, @Nullable PartyHandle party) {
        NdisStatus answer = heard.of("CmCloseCall", NdisStatus.SUCCESS);
        return heard.isAnswered("CmCloseCall") ? answer : coNdis().NdisMCmDeactivateVc(vc.handle());
    }
}
