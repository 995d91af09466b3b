// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import netreset.ndis.NdisStatus;

/** A call manager that notes what it is called for, and answers as a test says. */
@SuppressWarnings("MemberName") // C's names
interface Signaller extends CallManager {
    Heard heard();

    @Override
    default VcContext ProtocolCoCreateVc(AfHandle family, VcHandle vc) {
        heard().of("manager's CoCreateVc");
        return new VcContext("manager's");
    }

    @Override
    default NdisStatus ProtocolCmOpenAf(AfHandle family) {
        return heard().of("CmOpenAf " + family.name());
    }

    @Override
    default void ProtocolCmCloseAf(AfHandle family) {
        heard().inAStep("CmCloseAf " + family.name());
    }

    @Override
    default NdisStatus ProtocolCmRegisterSap(AfHandle family, SapHandle sap, Object address) {
        return heard().of("CmRegisterSap " + address);
    }

    @Override
    default void ProtocolCmDeregisterSap(SapHandle sap) {
        heard().inAStep("CmDeregisterSap " + sap.name());
    }

    @Override
    default void ProtocolCmIncomingCallComplete(NdisStatus status, VcContext vc) {
        heard().inAStep("CmIncomingCallComplete " + status);
    }

    @Override
    default NdisStatus ProtocolCmAddParty(VcContext vc, PartyHandle party, Object parameters) {
        return heard().of("CmAddParty " + parameters);
    }

    @Override
    default void ProtocolCmDropParty(PartyHandle party) {
        heard().inAStep("CmDropParty " + party.name());
    }

    @Override
    default void ProtocolCmActivateVcComplete(NdisStatus status, VcContext vc) {
        heard().inAStep("CmActivateVcComplete " + status);
    }

    @Override
    default void ProtocolCmDeactivateVcComplete(NdisStatus status, VcContext vc) {
        heard().inAStep("CmDeactivateVcComplete " + status);
    }
}
