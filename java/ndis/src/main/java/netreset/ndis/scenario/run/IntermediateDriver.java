// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netreset.ndis.AdapterContext;
import netreset.ndis.BindParameters;
import netreset.ndis.BindingContext;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.MiniportDriver;
import netreset.ndis.MiniportDriverHandle;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.ProtocolDriverHandle;
import netreset.ndis.StatusIndication;
import netreset.ndis.rules.Profile;
import netreset.ndis.scenario.Declaration;
import org.jspecify.annotations.Nullable;

/**
 * An intermediate driver: a protocol below, a virtual miniport above, and copies of what goes through. It holds sends while
 * the adapter below is reset, and says nothing of that above: a miniport must not.
 */
@SuppressWarnings("MemberName") // C's names
final class IntermediateDriver implements ProtocolDriver<IntermediateDriver.Lower> {
    private final Stage stage;
    private final Declaration.Intermediate says;
    private final Upper upper = new Upper();
    private final Map<String, NetBufferList> copied = new LinkedHashMap<>();
    private final Map<String, OidRequest> asked = new LinkedHashMap<>();
    private final List<NetBufferList> waiting = new ArrayList<>();
    private @Nullable MiniportDriverHandle upperHandle;
    private @Nullable Lower lower;
    private @Nullable Port port;
    private boolean resetting;

    /** What the lower edge keeps for its binding. */
    final class Lower extends BindingContext implements Digestible {
        @Override
        public void digest(Digest digest) {
            digest.add(resetting).add(copied.keySet()).add(asked.keySet()).add(waiting.size());
            waiting.forEach(list -> digest.add(list.name()));
        }
    }

    /** What the upper edge keeps for its virtual adapter. */
    record Port(MiniportAdapterHandle handle) implements AdapterContext, Digestible {
        /** The lower edge tells what both have to do. */
        @Override
        public void digest(Digest digest) {
            digest.add(handle.name());
        }
    }

    IntermediateDriver(Stage stage, Declaration.Intermediate says) {
        this.stage = stage;
        this.says = says;
    }

    /** Both edges. */
    void register(Profile profile) {
        ndis().NdisRegisterProtocolDriver(this, says.name());
        upperHandle = ndis().NdisMRegisterMiniportDriver(
                        upper,
                        MiniportCharacteristics.of(says.name())
                                .withVersion(profile)
                                .withReset(false)
                                .withCheckForHang(false)
                                .withIntermediate(true));
    }

    @Override
    public Ndis ndis() {
        return stage.library;
    }

    @Override
    public @Nullable Lower newContext(BindParameters adapter) {
        if (!adapter.adapterName().equals(says.lower())) {
            return null;
        }
        lower = new Lower();
        return lower;
    }

    /** With something below, the virtual adapter can be there. */
    @Override
    public NdisStatus ProtocolBindAdapterEx(ProtocolDriverHandle protocol, BindParameters adapter) {
        Lower context = newContext(adapter);
        if (context == null || upperHandle == null) {
            return NdisStatus.NOT_SUPPORTED;
        }
        NdisStatus status = ndis().NdisOpenAdapterEx(protocol, context, adapter);
        stage.library.addAdapter(upperHandle, says.virtual());
        return status;
    }

    @Override
    public void ProtocolStatusEx(Lower binding, StatusIndication indication) {
        if (indication.statusCode().equals(NdisStatus.RESET_START)) {
            resetting = true;
        } else if (indication.statusCode().equals(NdisStatus.RESET_END)) {
            resetting = false;
            List<NetBufferList> held = List.copyOf(waiting);
            waiting.clear();
            held.forEach(this::passDown);
        } else if (port != null) {
            ndis().NdisMIndicateStatusEx(
                            port.handle(),
                            new StatusIndication(
                                    indication.statusCode(), port.handle(), 0, null, null, indication.statusBuffer()));
        }
    }

    @Override
    public void ProtocolSendNetBufferListsComplete(Lower binding, NetBufferList lists, int flags) {
        for (NetBufferList copy : ScriptedMiniport.unchained(lists)) {
            NetBufferList original = copied.remove(copy.name());
            if (original != null) {
                complete(original, copy.status());
            }
        }
    }

    @Override
    public void ProtocolOidRequestComplete(Lower binding, OidRequest request, NdisStatus status) {
        OidRequest original = asked.remove(request.name());
        if (original != null && port != null) {
            ndis().NdisMOidRequestComplete(port.handle(), original, status);
        }
    }

    private void complete(NetBufferList original, NdisStatus status) {
        original.status(status);
        if (port != null) {
            ndis().NdisMSendNetBufferListsComplete(port.handle(), original, 0);
        }
    }

    private void passDown(NetBufferList list) {
        if (lower == null) {
            complete(list, NdisStatus.FAILURE);
            return;
        }
        NetBufferList copy = new NetBufferList(says.name() + "-" + list.name());
        copied.put(copy.name(), list);
        ndis().NdisSendNetBufferLists(lower.handle(), copy, 0, 0);
    }

    /** The virtual miniport. */
    private final class Upper implements MiniportDriver<Port> {
        @Override
        public Ndis ndis() {
            return stage.library;
        }

        @Override
        public Port newContext(MiniportAdapterHandle handle) {
            Port made = new Port(handle);
            port = made;
            return made;
        }

        @Override
        public void MiniportSendNetBufferLists(Port adapter, NetBufferList lists, int portNumber, int flags) {
            for (NetBufferList list : ScriptedMiniport.unchained(lists)) {
                if (resetting) {
                    waiting.add(list);
                } else {
                    passDown(list);
                }
            }
        }

        @Override
        public NdisStatus MiniportOidRequest(Port adapter, OidRequest request) {
            if (lower == null) {
                return NdisStatus.FAILURE;
            }
            OidRequest copy = new OidRequest(
                    says.name() + "-" + request.name(), request.type(), request.oid(), request.information());
            asked.put(copy.name(), request);
            NdisStatus status = ndis().NdisOidRequest(lower.handle(), copy);
            if (!status.equals(NdisStatus.PENDING)) {
                asked.remove(copy.name());
            }
            return status;
        }
    }
}
