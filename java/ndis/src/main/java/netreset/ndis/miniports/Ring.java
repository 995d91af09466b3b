// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.miniports;

import java.util.ArrayDeque;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;

/** A transmit ring: what the driver was given and hasn't given back. */
final class Ring implements Digestible {
    private final ArrayDeque<NetBufferList> lists = new ArrayDeque<>();
    private long oldestAt;

    boolean isEmpty() {
        return lists.isEmpty();
    }

    /** When the oldest was taken. */
    long oldestAt() {
        return oldestAt;
    }

    void take(NetBufferList chain, long now) {
        oldestAt = lists.isEmpty() ? now : oldestAt;
        NetBufferList list = chain;
        while (list != null) {
            NetBufferList rest = list.next();
            // Each goes back on its own: one that still has others behind it would take them with it.
            list.next(null);
            lists.add(list);
            list = rest;
        }
    }

    /** Gives all of it back. Each is out of the ring before NDIS hears of it, as NDIS may send more meanwhile. */
    void complete(Ndis ndis, MiniportAdapterHandle adapter, NdisStatus status) {
        while (!lists.isEmpty()) {
            complete(ndis, adapter, lists.remove(), status);
        }
    }

    /** Gives a chain back that never was in a ring. */
    static void complete(Ndis ndis, MiniportAdapterHandle adapter, NetBufferList chain, NdisStatus status) {
        for (NetBufferList list = chain; list != null; list = list.next()) {
            list.status(status);
        }
        ndis.NdisMSendNetBufferListsComplete(adapter, chain, 0);
    }

    @Override
    public void digest(Digest digest) {
        digest.add(lists.size());
        lists.forEach(list -> digest.add(list.name()));
    }
}
