// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netreset.ndis.BindParameters;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.StatusIndication;
import netreset.ndis.scenario.Declaration;
import netreset.ndis.scenario.Handler;
import netreset.ndis.scenario.Occasion;
import org.jspecify.annotations.Nullable;

/** A protocol driver that does what a scenario says. */
@SuppressWarnings("MemberName") // C's names
class ScriptedProtocol implements ProtocolDriver<ScriptedBinding> {
    final Declaration.Protocol says;
    /** The adapters that it binds to when they are offered. */
    final Set<String> wants;

    final Stage stage;
    private final Map<String, ScriptedBinding> bindings = new LinkedHashMap<>();

    ScriptedProtocol(Stage stage, Declaration.Protocol says) {
        this.stage = stage;
        this.says = says;
        this.wants = new LinkedHashSet<>(says.adapters());
    }

    @Override
    public Ndis ndis() {
        return stage.library;
    }

    @Override
    public @Nullable ScriptedBinding newContext(BindParameters parameters) {
        String adapter = parameters.adapterName();
        if (!wants.contains(adapter)) {
            return null;
        }
        ScriptedBinding binding = new ScriptedBinding(adapter, new Duties(says.handlers()));
        bindings.put(adapter, binding);
        return binding;
    }

    /** The binding to an adapter, or the only one. */
    @Nullable
    ScriptedBinding binding(@Nullable String adapter) {
        return adapter == null ? bindings.values().stream().findFirst().orElse(null) : bindings.get(adapter);
    }

    @Override
    public NdisStatus ProtocolUnbindAdapterEx(ScriptedBinding binding) {
        bindings.remove(binding.adapter);
        new ProtocolAct(stage, this, binding).returnBuffers(0);
        return ndis().NdisCloseAdapterEx(binding.handle());
    }

    @Override
    public void ProtocolStatusEx(ScriptedBinding binding, StatusIndication indication) {
        perform(
                binding,
                binding.duties.next(Occasion.STATUS, indication.statusCode().toString()));
    }

    @Override
    public void ProtocolSendNetBufferListsComplete(ScriptedBinding binding, NetBufferList lists, int flags) {
        for (NetBufferList list : ScriptedMiniport.unchained(lists)) {
            stage.came(list.name(), list.status());
            perform(binding, binding.duties.next(Occasion.SEND_DONE, list.name()));
        }
    }

    @Override
    public void ProtocolOidRequestComplete(ScriptedBinding binding, OidRequest request, NdisStatus status) {
        stage.came(request.name(), status);
        String oid = String.format("0x%08X", request.oid());
        perform(binding, binding.duties.next(Occasion.REQUEST_DONE, request.name(), oid));
    }

    @Override
    public void ProtocolReceiveNetBufferLists(ScriptedBinding binding, NetBufferList lists, int portNumber, int flags) {
        perform(binding, binding.duties.next(Occasion.RECEIVE));
        if ((flags & Ndis.RECEIVE_FLAGS_RESOURCES) != 0) {
            return;
        }
        List<NetBufferList> all = ScriptedMiniport.unchained(lists);
        if (says.keepsBuffers()) {
            binding.kept.addAll(all);
        } else {
            all.forEach(list -> ndis().NdisReturnNetBufferLists(binding.handle(), list, 0));
        }
    }

    private void perform(ScriptedBinding binding, @Nullable Handler handler) {
        if (handler != null) {
            ProtocolAct act = new ProtocolAct(stage, this, binding);
            handler.steps().forEach(act::perform);
        }
    }
}
