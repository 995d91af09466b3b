// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.List;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.condis.AfHandle;
import netreset.ndis.condis.VcHandle;
import netreset.ndis.scenario.Step;
import org.jspecify.annotations.Nullable;

/**
 * What a scripted protocol does, by calls of NDIS.
 *
 * @param binding the binding whose callback it is in; {@code null} if in none
 */
record ProtocolAct(
        Stage stage, ScriptedProtocol protocol, @Nullable ScriptedBinding binding) {
    void perform(Step step) {
        if (step instanceof Step.Send send) {
            send(send.names(), send.target());
        } else if (step instanceof Step.SendAgain) {
            sendAgain();
        } else if (step instanceof Step.Cancel cancel) {
            cancel(cancel.name());
        } else if (step instanceof Step.Request request) {
            request(request);
        } else if (step instanceof Step.ReturnBuffers buffers) {
            returnBuffers(buffers.count());
        } else if (step instanceof Step.OnVc vc) {
            new CallAct(stage, protocol).perform(vc);
        } else if (step instanceof Step.AskForReset ask) {
            ScriptedBinding whose = on(ask.adapter());
            if (whose != null) {
                ndis().NdisReset(whose.handle());
            }
        }
    }

    private Ndis ndis() {
        return stage.library;
    }

    private @Nullable ScriptedBinding on(@Nullable String adapter) {
        ScriptedBinding found = adapter == null && binding != null ? binding : protocol.binding(adapter);
        if (found == null) {
            stage.absent(protocol.says.name(), adapter);
        }
        return found;
    }

    private void send(List<String> names, @Nullable String target) {
        VcHandle vc = target != null && stage.isConnection(target) ? stage.co().vc(target) : null;
        ScriptedBinding whose = on(vc == null ? target : null);
        if (whose == null) {
            return;
        }
        NetBufferList first = null;
        NetBufferList last = null;
        for (String name : names) {
            NetBufferList list = stage.list(name);
            stage.sent(name, whose.handle(), target);
            list.next(null);
            if (last == null) {
                first = list;
            } else {
                last.next(list);
            }
            last = list;
        }
        if (first != null && vc != null) {
            stage.co().NdisCoSendNetBufferLists(vc, first, 0);
        } else if (first != null) {
            ndis().NdisSendNetBufferLists(whose.handle(), first, 0, 0);
        }
    }

    private void sendAgain() {
        ScriptedBinding whose = on(null);
        if (whose != null) {
            for (String name : stage.cameBack(whose.handle())) {
                Stage.Sent before = stage.sender(name);
                send(List.of(name), before == null ? null : before.target());
            }
        }
    }

    private void cancel(String name) {
        Stage.Sent sender = stage.sender(name);
        Stage.Issued issued = stage.issued(name);
        if (issued != null) {
            ndis().NdisCancelOidRequest(issued.binding(), issued.request());
        } else if (sender != null) {
            ndis().NdisCancelSendNetBufferLists(sender.binding(), name);
        }
    }

    private void request(Step.Request asked) {
        AfHandle family = stage.families.get(String.valueOf(asked.target()));
        ScriptedBinding whose = on(family == null ? asked.target() : null);
        if (whose != null) {
            OidRequest request = asked.set()
                    ? OidRequest.set(asked.name(), asked.oid(), null)
                    : OidRequest.query(asked.name(), asked.oid());
            issue(whose, request, family);
        }
    }

    /** To the adapter, or to the other end of an address family. */
    void issue(ScriptedBinding whose, OidRequest request, @Nullable AfHandle family) {
        stage.issued(request, whose.handle());
        NdisStatus status = protocol instanceof ScriptedCoProtocol
                ? stage.co().NdisCoOidRequest(whose.handle(), family, null, null, request)
                : ndis().NdisOidRequest(whose.handle(), request);
        if (!status.equals(NdisStatus.PENDING)) {
            stage.came(request.name(), status);
        }
    }

    /** 0 is all. */
    void returnBuffers(int count) {
        ScriptedBinding whose = on(null);
        if (whose == null) {
            return;
        }
        for (int i = 0; (count == 0 || i < count) && !whose.kept.isEmpty(); i++) {
            ndis().NdisReturnNetBufferLists(whose.handle(), whose.kept.remove(0), 0);
        }
    }
}
