// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.storm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import netreset.ndis.BindParameters;
import netreset.ndis.BindingContext;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.ProtocolDriverHandle;
import netreset.ndis.StatusIndication;
import netreset.ndis.sim.Randomness;
import org.jspecify.annotations.Nullable;

/** Sends, asks and cancels on its bindings, but keeps still between RESET_START and RESET_END. */
@SuppressWarnings("MemberName") // C's names
class StormProtocol implements ProtocolDriver<StormProtocol.Open> {
    private static final int[] OIDS = {
        Oid.GEN_CURRENT_PACKET_FILTER,
        Oid.GEN_STATISTICS,
        Oid.MULTICAST_LIST_802_3,
        Oid.PNP_ADD_WAKE_UP_PATTERN,
        Oid.PNP_REMOVE_WAKE_UP_PATTERN,
        Oid.GEN_RESET_COUNTS
    };

    private final Ndis ndis;
    final String name;
    final Books books;
    final Randomness dice;
    private final Set<String> wanted;
    final List<Open> opens = new ArrayList<>();

    StormProtocol(Ndis ndis, String name, Books books, Randomness dice, Set<String> wanted) {
        this.ndis = ndis;
        this.name = name;
        this.books = books;
        this.dice = dice;
        this.wanted = wanted;
    }

    /** A binding. */
    static final class Open extends BindingContext {
        final String adapter;
        boolean resetting;
        boolean closing;

        @Nullable
        OidRequest latest;

        Open(String adapter) {
            this.adapter = adapter;
        }

        boolean isQuiet() {
            return resetting || closing;
        }
    }

    @Override
    public final Ndis ndis() {
        return ndis;
    }

    @Override
    public final @Nullable Open newContext(BindParameters adapter) {
        return wanted.contains(adapter.adapterName()) ? new Open(adapter.adapterName()) : null;
    }

    @Override
    public final NdisStatus ProtocolBindAdapterEx(ProtocolDriverHandle protocol, BindParameters adapter) {
        Open open = newContext(adapter);
        if (open == null) {
            return NdisStatus.NOT_SUPPORTED;
        }
        NdisStatus status = ndis.NdisOpenAdapterEx(protocol, open, adapter);
        if (status.equals(NdisStatus.SUCCESS)) {
            opens.add(open);
        }
        return status;
    }

    @Override
    public NdisStatus ProtocolUnbindAdapterEx(Open open) {
        open.closing = true;
        opens.remove(open);
        return ndis.NdisCloseAdapterEx(open.handle());
    }

    // ---- what it is told

    @Override
    public void ProtocolStatusEx(Open open, StatusIndication indication) {
        open.resetting = indication.statusCode().equals(NdisStatus.RESET_START);
        if (!open.resetting && dice.nextBoolean()) {
            act(open);
        }
    }

    @Override
    public void ProtocolSendNetBufferListsComplete(Open open, NetBufferList lists, int flags) {
        books.back(lists);
    }

    @Override
    public void ProtocolOidRequestComplete(Open open, OidRequest request, NdisStatus status) {
        books.answered(request, status);
    }

    // ---- what it does

    /** Something, on one of its bindings. */
    final void act() {
        if (!opens.isEmpty()) {
            act(opens.get(dice.below(opens.size())));
        }
    }

    private void act(Open open) {
        if (open.closing) {
            return;
        }
        int deed = dice.below(6);
        if (deed == 0) {
            cancel(open);
        } else if (open.isQuiet()) {
            return;
        } else if (deed < 4) {
            send(open);
        } else {
            ask(open);
        }
    }

    final NetBufferList chain(Open open) {
        NetBufferList first = list(open);
        for (int i = dice.below(3); i > 0; i--) {
            NetBufferList list = list(open);
            list.next(first);
            first = list;
        }
        return first;
    }

    private NetBufferList list(Open open) {
        NetBufferList list = books.list(name + "/" + open.adapter);
        list.cancelId(cancelId(open, dice.below(2)));
        return list;
    }

    private static String cancelId(Open open, int number) {
        return open.handle().name() + open.handle().index() + " c" + number;
    }

    final OidRequest request(Open open) {
        OidRequest.Type type = dice.nextBoolean() ? OidRequest.Type.SET : OidRequest.Type.QUERY;
        int oid = OIDS[dice.below(OIDS.length)];
        Object information = oid == Oid.MULTICAST_LIST_802_3 ? List.of("a" + dice.below(3)) : (Object) dice.below(16);
        OidRequest request = books.request(name + "/" + open.adapter, type, oid, information);
        open.latest = request;
        return request;
    }

    void send(Open open) {
        ndis.NdisSendNetBufferLists(open.handle(), chain(open), 0, 0);
    }

    void ask(Open open) {
        OidRequest request = request(open);
        books.answered(request, ndis.NdisOidRequest(open.handle(), request));
    }

    private void cancel(Open open) {
        OidRequest request = open.latest;
        if (request != null && dice.nextBoolean()) {
            ndis.NdisCancelOidRequest(open.handle(), request);
        } else {
            ndis.NdisCancelSendNetBufferLists(open.handle(), cancelId(open, dice.below(2)));
        }
    }
}
