// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import netreset.ndis.NdisStatus;
import netreset.ndis.condis.AfHandle;
import netreset.ndis.condis.VcContext;
import netreset.ndis.condis.VcHandle;
import netreset.ndis.scenario.Step;

/** What clients and call managers do with virtual connections. */
record CallAct(Stage stage, ScriptedProtocol protocol) {
    void perform(Step.OnVc step) {
        VcHandle vc = stage.co().vc(step.vc());
        if (step.verb() == Step.VcVerb.CREATES) {
            create(step.vc(), String.valueOf(step.family()));
        } else if (vc == null) {
            stage.absent(protocol.says.name(), null);
        } else {
            with(vc, step.verb());
        }
    }

    private void create(String name, String family) {
        ScriptedBinding binding = protocol.binding(null);
        AfHandle handle = stage.families.get(family);
        if (binding != null && handle != null) {
            stage.co().NdisCoCreateVc(binding.handle(), handle, new VcContext(name));
        }
    }

    private void with(VcHandle vc, Step.VcVerb verb) {
        switch (verb) {
            case ACTIVATES -> stage.co().NdisCmActivateVc(vc, stage.nextParameters());
            case DEACTIVATES -> stage.co().NdisCmDeactivateVc(vc);
            case DELETES -> stage.co().NdisCoDeleteVc(vc);
            case MAKES_CALL -> {
                stage.calls.add(vc.name());
                if (!stage.co().NdisClMakeCall(vc, stage.nextParameters(), null).equals(NdisStatus.PENDING)) {
                    stage.calls.remove(vc.name());
                }
            }
            case CLOSES_CALL -> close(vc);
            case CREATES -> throw new AssertionError("has no handle yet");
        }
    }

    /** A client closes; a call manager says that the other end has. */
    private void close(VcHandle vc) {
        if (protocol instanceof ScriptedSignaller) {
            stage.co().NdisCmDispatchIncomingCloseCall(NdisStatus.REQUEST_ABORTED, vc);
            return;
        }
        stage.closings.add(vc.name());
        if (!stage.co().NdisClCloseCall(vc, null).equals(NdisStatus.PENDING)) {
            stage.closings.remove(vc.name());
        }
    }
}
