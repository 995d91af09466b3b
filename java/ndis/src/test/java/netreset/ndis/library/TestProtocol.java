// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import netreset.ndis.BindParameters;
import netreset.ndis.BindingContext;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.StatusIndication;

/** A protocol that notes what it is told, and does in its status callback what a test wants. */
class TestProtocol implements ProtocolDriver<TestProtocol.Open> {
    private final Ndis ndis;
    final List<Open> opens = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    BiConsumer<Open, StatusIndication> onStatus = (open, indication) -> {};
    boolean keepsReceived;
    final List<NetBufferList> received = new ArrayList<>();

    TestProtocol(Ndis ndis) {
        this.ndis = ndis;
    }

    /** A binding. */
    static final class Open extends BindingContext {}

    Open open() {
        return opens.get(opens.size() - 1);
    }

    @Override
    public Ndis ndis() {
        return ndis;
    }

    @Override
    public Open newContext(BindParameters adapter) {
        Open open = new Open();
        opens.add(open);
        return open;
    }

    @Override
    public void ProtocolStatusEx(Open open, StatusIndication indication) {
        told.add(indication.statusCode().toString());
        onStatus.accept(open, indication);
    }

    @Override
    public void ProtocolSendNetBufferListsComplete(Open open, NetBufferList lists, int flags) {
        told.add(lists.name() + " " + lists.status());
    }

    @Override
    public void ProtocolOidRequestComplete(Open open, OidRequest request, NdisStatus status) {
        told.add(request.name() + " " + status);
    }

    @Override
    public void ProtocolReceiveNetBufferLists(Open open, NetBufferList lists, int portNumber, int flags) {
        if (keepsReceived) {
            received.add(lists);
        } else {
            ProtocolDriver.super.ProtocolReceiveNetBufferLists(open, lists, portNumber, flags);
        }
    }

    @Override
    public void ProtocolResetComplete(Open open, NdisStatus status) {
        told.add("reset complete " + status);
    }
}
