// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import netreset.ndis.AdapterContext;
import netreset.ndis.AddressingReset;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import org.jspecify.annotations.Nullable;

/** A connection-oriented miniport driver whose answers a test sets, and which keeps what it is given. */
@SuppressWarnings("MemberName") // C's names
class Atm implements CoMiniportDriver<Atm.Card> {
    private final Ndis ndis;
    private final CoNdis coNdis;
    final Heard heard;

    final List<NetBufferList> sends = new ArrayList<>();
    final List<Circuit> circuits = new ArrayList<>();
    final List<String> requests = new ArrayList<>();
    boolean holdSends;
    Supplier<NdisStatus> activate = () -> NdisStatus.SUCCESS;
    Supplier<NdisStatus> deactivate = () -> NdisStatus.SUCCESS;
    Supplier<NdisStatus> delete = () -> NdisStatus.SUCCESS;
    Function<OidRequest, NdisStatus> oid = request -> NdisStatus.SUCCESS;
    BiFunction<Card, AddressingReset, NdisStatus> reset = (card, addressing) -> {
        addressing.set(false);
        return NdisStatus.SUCCESS;
    };

    Atm(Ndis ndis, CoNdis coNdis, Heard heard) {
        this.ndis = ndis;
        this.coNdis = coNdis;
        this.heard = heard;
    }

    record Card(MiniportAdapterHandle handle) implements AdapterContext {}

    /** What it keeps for a VC, and what its hardware would. */
    static final class Circuit extends VcContext implements InspectableVc {
        @Nullable
        Object programmed;

        @Nullable
        Object asked;

        @Override
        public @Nullable Object parametersInForce() {
            return programmed;
        }
    }

    Circuit circuit() {
        return circuits.get(circuits.size() - 1);
    }

    @Override
    public Ndis ndis() {
        return ndis;
    }

    @Override
    public CoNdis coNdis() {
        return coNdis;
    }

    @Override
    public Card newContext(MiniportAdapterHandle handle) {
        return new Card(handle);
    }

    @Override
    public VcContext MiniportCoCreateVc(Card card, VcHandle vc) {
        heard.of("miniport's CoCreateVc");
        Circuit circuit = new Circuit();
        circuits.add(circuit);
        return circuit;
    }

    @Override
    public NdisStatus MiniportCoDeleteVc(VcContext vc) {
        heard.of("miniport's CoDeleteVc");
        return delete.get();
    }

    @Override
    public NdisStatus MiniportCoActivateVc(VcContext vc, @Nullable Object parameters) {
        Circuit circuit = (Circuit) vc;
        circuit.asked = parameters;
        NdisStatus status = activate.get();
        if (status.equals(NdisStatus.SUCCESS)) {
            circuit.programmed = parameters;
        }
        return status;
    }

    void activated(NdisStatus status) {
        if (status.equals(NdisStatus.SUCCESS)) {
            circuit().programmed = circuit().asked;
        }
        coNdis.NdisMCoActivateVcComplete(status, circuit().handle());
    }

    @Override
    public NdisStatus MiniportCoDeactivateVc(VcContext vc) {
        return deactivate.get();
    }

    @Override
    public void MiniportCoSendNetBufferLists(VcContext vc, NetBufferList lists, int flags) {
        if (holdSends) {
            sends.add(lists);
        } else {
            CoMiniportDriver.super.MiniportCoSendNetBufferLists(vc, lists, flags);
        }
    }

    void sent(NdisStatus status) {
        for (NetBufferList list : List.copyOf(sends)) {
            sends.remove(list);
            list.status(status);
            coNdis.NdisMCoSendNetBufferListsComplete(circuit().handle(), list, 0);
        }
    }

    @Override
    public NdisStatus MiniportCoOidRequest(Card card, @Nullable VcContext vc, OidRequest request) {
        requests.add(request.name());
        return oid.apply(request);
    }

    @Override
    public NdisStatus MiniportOidRequest(Card card, OidRequest request) {
        throw new AssertionError("a connectionless request for a connection-oriented miniport");
    }

    @Override
    public NdisStatus MiniportResetEx(Card card, AddressingReset addressing) {
        return reset.apply(card, addressing);
    }
}
