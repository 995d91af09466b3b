// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import netreset.ndis.Irql;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.Steps;
import netreset.ndis.rules.Knob;
import netreset.ndis.trace.What;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** What protocols can still do while an adapter is reset. */
class GateTest {
    private final World world = new World().started();

    private NdisStatus ask(String name) {
        return world.ndis.NdisOidRequest(
                world.tcp.open().handle(), OidRequest.set(name, Oid.GEN_CURRENT_PACKET_FILTER, 1));
    }

    private void send(World where, String name) {
        where.ndis.NdisSendNetBufferLists(where.tcp.open().handle(), new NetBufferList(name), 0, 0);
    }

    @Test
    @Rule("R33")
    void requestsAreRefusedAtOnceFromBeforeStartUntilEnd() {
        world.pending().reset();
        assertThat(ask("q").value()).isEqualTo(0xC001000D);
        assertThat(world.nic.requests).isEmpty();
        world.complete(NdisStatus.SUCCESS, false);
        assertThat(ask("r")).isEqualTo(NdisStatus.SUCCESS);
    }

    @Test
    @Rule("R34")
    void sendsComeBackRefusedAndTheMiniportNeverSeesThem() {
        world.pending().reset();
        send(world, "s");
        assertThat(world.tcp.told).containsExactly("RESET_START", "s RESET_IN_PROGRESS");
        assertThat(world.nic.sends).isEmpty();
    }

    @Test
    @Rule("R34")
    void theKnobLetsSendsPass() {
        World open = new World(Knob.NDIS_SEND_GATE, "PASS_THROUGH").started().pending();
        open.reset();
        send(open, "s");
        assertThat(open.nic.sends).hasSize(1);
    }

    @Test
    @Rule("R35")
    void aProtocolCanBeRefusedBeforeItIsToldAnything() {
        world.tcp.onStatus = (open, indication) -> {
            if (indication.statusCode().equals(NdisStatus.RESET_START)) {
                NdisStatus status = world.ndis.NdisOidRequest(
                        world.lldp.open().handle(), OidRequest.query("early", Oid.GEN_STATISTICS));
                world.lldp.told.add("early " + status);
            }
        };
        world.reset();
        assertThat(world.lldp.told).containsExactly("early RESET_IN_PROGRESS", "RESET_START", "RESET_END");
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R36")
    void fromWithinEndAllIsAccepted() {
        world.tcp.onStatus = (open, indication) -> {
            if (indication.statusCode().equals(NdisStatus.RESET_END)) {
                send(world, "s");
                world.tcp.told.add("asked: " + ask("q"));
            }
        };
        world.reset();
        assertThat(world.tcp.told).containsExactly("RESET_START", "RESET_END", "s SUCCESS", "asked: SUCCESS");
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R37")
    void receivedListsCanBeReturnedAtAnyTime() {
        world.tcp.keepsReceived = true;
        NetBufferList list = new NetBufferList("r");
        world.ndis.NdisMIndicateReceiveNetBufferLists(world.handle(), list, 0, 0);
        world.pending().reset();
        assertThat(world.nic.returned).isEmpty();
        world.ndis.NdisReturnNetBufferLists(world.tcp.open().handle(), world.tcp.received.get(0), 0);
        assertThat(world.nic.returned).containsExactly(list);
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R38")
    void aProtocolThatGoesOnIsRemarkedOn() {
        world.pending().reset();
        send(world, "s");
        ask("q");
        assertThat(world.broken()).containsExactly(38, 38);
    }

    @Test
    @Rule("R40")
    void whatWasRefusedCanBeTriedAgain() {
        OidRequest request = OidRequest.query("q", Oid.GEN_STATISTICS);
        NetBufferList list = new NetBufferList("s");
        world.pending().reset();
        assertThat(world.ndis.NdisOidRequest(world.lldp.open().handle(), request))
                .isEqualTo(NdisStatus.RESET_IN_PROGRESS);
        world.ndis.NdisSendNetBufferLists(world.lldp.open().handle(), list, 0, 0);
        world.complete(NdisStatus.SUCCESS, false);
        assertThat(world.ndis.NdisOidRequest(world.lldp.open().handle(), request))
                .isEqualTo(NdisStatus.SUCCESS);
        world.ndis.NdisSendNetBufferLists(world.lldp.open().handle(), list, 0, 0);
        assertThat(world.lldp.told).containsExactly("RESET_START", "s RESET_IN_PROGRESS", "RESET_END", "s SUCCESS");
    }

    @Test
    @Rule("R41")
    void synchronousRequestsPassAndTheDriverAnswers() {
        world.pending().reset();
        assertThat(world.ndis.NdisSynchronousOidRequest(
                        world.tcp.open().handle(), OidRequest.query("now", Oid.GEN_STATISTICS)))
                .isEqualTo(NdisStatus.RESET_IN_PROGRESS);
        assertThat(world.events(What.OID_TO_MINIPORT)).hasSize(1);
    }

    @Test
    @Rule("R42")
    void cancellationsAreDelivered() {
        world.nic.holdSends = true;
        world.nic.oid = (port, request) -> NdisStatus.PENDING;
        NetBufferList list = new NetBufferList("s");
        list.cancelId("c");
        OidRequest request = OidRequest.query("q", Oid.GEN_STATISTICS);
        world.ndis.NdisSendNetBufferLists(world.tcp.open().handle(), list, 0, 0);
        world.ndis.NdisOidRequest(world.tcp.open().handle(), request);
        world.pending().reset();
        int[] cancelled = new int[1];
        world.nic.cancel = () -> cancelled[0]++;
        world.ndis.NdisCancelSendNetBufferLists(world.tcp.open().handle(), "c");
        world.ndis.NdisCancelOidRequest(world.tcp.open().handle(), request);
        assertThat(cancelled[0]).isEqualTo(2);
    }

    @Test
    void aRequestTakenOnButNotYetGivenToTheMiniportWaitsUntilTheEnd() {
        world.nic.oid = (port, request) -> request.name().equals("first") ? NdisStatus.PENDING : NdisStatus.SUCCESS;
        ask("first");
        assertThat(ask("second")).isEqualTo(NdisStatus.PENDING);
        world.pending().reset();
        world.ndis.NdisMOidRequestComplete(world.handle(), world.nic.requests.get(0), NdisStatus.REQUEST_ABORTED);
        world.simulation.settle();
        assertThat(world.nic.requests).hasSize(1);
        world.complete(NdisStatus.SUCCESS, false);
        assertThat(world.nic.requests).hasSize(2);
        assertThat(world.tcp.told)
                .isEqualTo(List.of("RESET_START", "first REQUEST_ABORTED", "RESET_END", "second SUCCESS"));
    }

    @Test
    void requestsFromDispatchReachTheMiniportAtPassive() {
        world.ndis.thread("dpc", Irql.DISPATCH, new Steps().then(() -> ask("q")));
        world.simulation.settle();
        assertThat(world.events(What.OID_TO_MINIPORT))
                .singleElement()
                .satisfies(event -> assertThat(event.irql()).isEqualTo(Irql.PASSIVE));
    }
}
