// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Ndis;
import netreset.ndis.NetBufferList;
import netreset.ndis.trace.What;

/** What miniports receive: each list goes to every binding, and back when the last one has returned it. */
final class Receives {
    private final Kernel kernel;

    Receives(Kernel kernel) {
        this.kernel = kernel;
    }

    /** NDIS's notes on a received list. */
    private static final class Lent {
        final AdapterBlock adapter;
        int holders;

        Lent(AdapterBlock adapter) {
            this.adapter = adapter;
        }
    }

    void indicate(AdapterBlock adapter, NetBufferList lists, int portNumber, int flags) {
        NetBufferList list = lists;
        while (list != null) {
            NetBufferList following = list.next();
            list.next(null);
            indicateOne(adapter, list, portNumber, flags);
            list = following;
        }
    }

    private void indicateOne(AdapterBlock adapter, NetBufferList list, int portNumber, int flags) {
        Lent lent = new Lent(adapter);
        boolean kept = (flags & Ndis.RECEIVE_FLAGS_RESOURCES) == 0;
        lent.holders = 1;
        list.ndisReserved(kept ? lent : null);
        Binding binding = adapter.bindings.after(Indications.FROM_THE_START);
        while (binding != null) {
            lent.holders++;
            if (kernel.log.isOn()) {
                kernel.log.event(
                        What.RECEIVE, adapter.name, adapter.miniport, binding.label, null, 0, list.name(), 0, null);
            }
            binding.protocol.ProtocolReceiveNetBufferLists(binding.context, list, portNumber, flags);
            kernel.settle();
            binding = adapter.bindings.after(binding.turn);
        }
        if (kept) {
            release(lent, list, 0);
        }
    }

    /** NdisReturnNetBufferLists: at any time, a reset or not. */
    void giveBack(Binding binding, NetBufferList lists, int flags) {
        NetBufferList list = lists;
        while (list != null) {
            NetBufferList following = list.next();
            list.next(null);
            if (kernel.log.isOn()) {
                kernel.log.event(
                        What.RETURN, binding.adapter.name, binding.label, "ndis", null, 0, list.name(), 0, null);
            }
            if (list.ndisReserved() instanceof Lent lent && lent.holders > 0) {
                release(lent, list, flags);
            } else {
                kernel.violation(
                        62, binding.adapter.name, list.name() + " is returned, but " + binding.label + " has it not");
            }
            list = following;
        }
    }

    private void release(Lent lent, NetBufferList list, int flags) {
        lent.holders--;
        if (lent.holders == 0) {
            list.ndisReserved(null);
            if (kernel.log.isOn() && lent.adapter.isCallable()) {
                kernel.log.event(
                        What.RETURN, lent.adapter.name, "ndis", lent.adapter.miniport, null, 0, list.name(), 0, null);
            }
            if (lent.adapter.isCallable()) {
                lent.adapter.driver.MiniportReturnNetBufferLists(lent.adapter.context(), list, flags);
                kernel.settle();
            }
        }
    }
}
