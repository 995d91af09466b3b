// SPDX-License-Identifier: Apache-2.0
package netreset.miniport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import netreset.ndis.BindParameters;
import netreset.ndis.BindingContext;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.StatusIndication;

/** A protocol that writes down what it is told, and sends when a test wants it to. */
@SuppressWarnings("MemberName") // C's names
final class Witness implements ProtocolDriver<Witness.Binding> {
    /** {@code RESET_START}, {@code LINK_STATE CONNECTED}, {@code nbl1 RESET_IN_PROGRESS}, in order. */
    final List<String> told = new CopyOnWriteArrayList<>();

    /** Done when a status of this code comes. */
    private final NdisStatus trigger;

    private final Runnable triggered;
    private final Ndis ndis;
    private Binding binding;

    static final class Binding extends BindingContext {}

    Witness(Ndis ndis) {
        this(ndis, NdisStatus.RESET_START, () -> {});
    }

    Witness(Ndis ndis, NdisStatus trigger, Runnable triggered) {
        this.ndis = ndis;
        this.trigger = trigger;
        this.triggered = triggered;
    }

    @Override
    public Ndis ndis() {
        return ndis;
    }

    @Override
    public Binding newContext(BindParameters adapter) {
        binding = new Binding();
        return binding;
    }

    /** On the adapter's thread only. */
    void send(String name) {
        ndis.NdisSendNetBufferLists(binding.handle(), new NetBufferList(name), 0, 0);
    }

    @Override
    public void ProtocolStatusEx(Binding to, StatusIndication indication) {
        Object data = indication.statusBuffer();
        told.add(indication.statusCode() + (data == null ? "" : " " + data));
        if (indication.statusCode().equals(trigger)) {
            triggered.run();
        }
    }

    @Override
    public void ProtocolSendNetBufferListsComplete(Binding to, NetBufferList lists, int flags) {
        for (NetBufferList list = lists; list != null; list = list.next()) {
            told.add(list.name() + " " + list.status());
        }
    }
}
