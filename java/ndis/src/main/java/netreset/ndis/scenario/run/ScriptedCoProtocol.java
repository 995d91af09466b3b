// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.StatusIndication;
import netreset.ndis.condis.ClientDriver;
import netreset.ndis.condis.CoNdis;
import netreset.ndis.condis.CoProtocolDriver;
import netreset.ndis.condis.VcContext;
import netreset.ndis.scenario.Declaration;
import org.jspecify.annotations.Nullable;

/** A connection-oriented protocol driver that does what a scenario says. */
@SuppressWarnings("MemberName") // C's names
abstract class ScriptedCoProtocol extends ScriptedProtocol implements CoProtocolDriver<ScriptedBinding> {
    ScriptedCoProtocol(Stage stage, Declaration.Protocol says) {
        super(stage, says);
    }

    /** A client. */
    static final class Client extends ScriptedCoProtocol implements ClientDriver<ScriptedBinding> {
        Client(Stage stage, Declaration.Protocol says) {
            super(stage, says);
        }
    }

    @Override
    public CoNdis coNdis() {
        return stage.co();
    }

    @Override
    public void ProtocolCoStatusEx(ScriptedBinding binding, @Nullable VcContext vc, StatusIndication indication) {
        ProtocolStatusEx(binding, indication);
    }

    @Override
    public void ProtocolCoSendNetBufferListsComplete(VcContext vc, NetBufferList lists, int flags) {
        ScriptedBinding binding = binding(null);
        if (binding != null) {
            ProtocolSendNetBufferListsComplete(binding, lists, flags);
        }
    }

    @Override
    public void ProtocolCoOidRequestComplete(ScriptedBinding binding, OidRequest request, NdisStatus status) {
        ProtocolOidRequestComplete(binding, request, status);
    }
}
