// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import netreset.ndis.BindingHandle;
import netreset.ndis.NdisStatus;
import netreset.ndis.condis.AfHandle;
import netreset.ndis.condis.VcContext;
import netreset.ndis.condis.VcHandle;
import netreset.ndis.scenario.Declaration;
import org.jspecify.annotations.Nullable;

/** Makes the connection-oriented objects that a scenario says are there, each in the state it says. */
record CallSetUp(Stage stage) {
    void make(Declaration declaration) {
        if (declaration instanceof Declaration.AddressFamily family) {
            family(family);
        } else if (declaration instanceof Declaration.Sap sap) {
            AfHandle family = stage.families.get(sap.family());
            if (family != null) {
                stage.co().NdisClRegisterSap(family, sap.name());
            }
        } else if (declaration instanceof Declaration.Vc vc) {
            vc(vc);
        } else if (declaration instanceof Declaration.Party party) {
            VcHandle vc = stage.co().vc(party.vc());
            if (vc != null) {
                stage.co().NdisClAddParty(vc, party.name());
            }
        }
    }

    private void family(Declaration.AddressFamily family) {
        BindingHandle manager = binding(family.manager(), family.adapter());
        if (manager != null) {
            stage.co().NdisCmRegisterAddressFamilyEx(manager, family.name());
        } else {
            stage.co()
                    .NdisMCmRegisterAddressFamily(
                            stage.library.adapter(family.adapter()).handle(), family.name());
        }
        BindingHandle client = binding(family.client(), family.adapter());
        AfHandle opened = client == null ? null : stage.co().NdisClOpenAddressFamilyEx(client, family.name());
        if (opened != null) {
            stage.families.put(family.name(), opened);
            stage.clients.put(family.name(), family);
        }
    }

    private @Nullable BindingHandle binding(@Nullable String protocol, String adapter) {
        ScriptedProtocol found = protocol == null ? null : stage.protocols.get(protocol);
        ScriptedBinding binding = found == null ? null : found.binding(adapter);
        return binding == null ? null : binding.handle();
    }

    private void vc(Declaration.Vc says) {
        Declaration.AddressFamily family = stage.clients.get(says.family());
        AfHandle opened = stage.families.get(says.family());
        if (family == null || opened == null) {
            return;
        }
        BindingHandle client = binding(family.client(), family.adapter());
        if (client == null) {
            return;
        }
        stage.co().NdisCoCreateVc(client, opened, new VcContext(says.name()));
        VcHandle vc = stage.co().vc(says.name());
        if (vc != null) {
            bring(vc, says.state(), family.manager() == null);
        }
    }

    private void bring(VcHandle vc, Declaration.VcState state, boolean ofMcm) {
        switch (state) {
            case CREATED -> {}
            case ACTIVE -> activate(vc, NdisStatus.SUCCESS, ofMcm);
            case ACTIVATING -> activate(vc, NdisStatus.PENDING, ofMcm);
            case REACTIVATING -> {
                activate(vc, NdisStatus.SUCCESS, ofMcm);
                activate(vc, NdisStatus.PENDING, ofMcm);
            }
            case DEACTIVATING -> {
                activate(vc, NdisStatus.SUCCESS, ofMcm);
                stage.answerInSetUp(NdisStatus.PENDING);
                stage.co().NdisCmDeactivateVc(vc);
            }
        }
    }

    private void activate(VcHandle vc, NdisStatus answer, boolean ofMcm) {
        stage.answerInSetUp(answer);
        if (ofMcm) {
            stage.co().NdisMCmActivateVc(vc, stage.nextParameters());
        } else {
            stage.co().NdisCmActivateVc(vc, stage.nextParameters());
        }
    }
}
