// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import netreset.ndis.Inspectable;
import netreset.ndis.Irql;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.Steps;
import netreset.ndis.rules.Knob;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What NDIS sets again after a reset. */
class RestoreTest {
    private World world = new World();

    private void set(TestProtocol by, int oid, Object information) {
        assertThat(world.ndis.NdisOidRequest(by.open().handle(), OidRequest.set("set", oid, information)))
                .isEqualTo(NdisStatus.SUCCESS);
    }

    /** Everything that NDIS restores is set, and some that it doesn't. */
    private World configured() {
        world.started();
        set(world.tcp, Oid.GEN_CURRENT_PACKET_FILTER, 0x1);
        set(world.lldp, Oid.GEN_CURRENT_PACKET_FILTER, 0x4);
        set(world.lldp, Oid.MULTICAST_LIST_802_3, List.of("01-80-C2-00-00-0E"));
        set(world.tcp, Oid.OFFLOAD_ENCAPSULATION, "ethernet");
        set(world.tcp, Oid.PNP_ADD_WAKE_UP_PATTERN, "magic");
        set(world.tcp, Oid.PNP_ADD_WAKE_UP_PATTERN, "ping");
        set(world.tcp, Oid.PM_ADD_WOL_PATTERN, "modern");
        set(world.tcp, Oid.CURRENT_ADDRESS_802_3, 0x02AABBCCDDEEL);
        set(world.tcp, Oid.RECEIVE_FILTER_SET_FILTER, "coalescing");
        world.nic.requests.clear();
        return world;
    }

    private void resetAsking(boolean restore) {
        world.nic.reset = (port, addressing) -> {
            addressing.set(restore);
            return NdisStatus.SUCCESS;
        };
        world.reset();
    }

    private List<String> restored() {
        return world.events(What.RESTORE_OID).stream().map(Event::nbl).toList();
    }

    @Test
    void theMiniportIsGivenWhatAllBindingsWantTogether() {
        world.started();
        List<Object> given = new java.util.ArrayList<>();
        world.nic.oid = (port, request) -> {
            given.add(String.valueOf(request.information()));
            return NdisStatus.SUCCESS;
        };
        set(world.tcp, Oid.GEN_CURRENT_PACKET_FILTER, 0x1);
        set(world.lldp, Oid.GEN_CURRENT_PACKET_FILTER, 0x4);
        set(world.tcp, Oid.GEN_CURRENT_PACKET_FILTER, 0x0);
        set(world.tcp, Oid.MULTICAST_LIST_802_3, List.of("a", "b"));
        set(world.lldp, Oid.MULTICAST_LIST_802_3, List.of("b", "c"));
        assertThat(given).containsExactly("1", "5", "4", "[a, b]", "[a, b, c]");
        assertThat(world.nic.requests.get(2).information()).isEqualTo(0x0);
    }

    @Test
    @Rule("R67")
    void nothingIfTheDriverDidItItself() {
        configured();
        resetAsking(false);
        assertThat(restored()).isEmpty();
        assertThat(world.nic.requests).isEmpty();
    }

    @Test
    @Rule({"R68", "R69", "R71"})
    void whatIsNdissToRestoreAndWasSetInItsOrder() {
        configured();
        resetAsking(true);
        assertThat(world.nic.requests)
                .extracting(OidRequest::oid)
                .containsExactly(
                        Oid.GEN_CURRENT_PACKET_FILTER,
                        Oid.MULTICAST_LIST_802_3,
                        Oid.OFFLOAD_ENCAPSULATION,
                        Oid.PNP_ADD_WAKE_UP_PATTERN,
                        Oid.PNP_ADD_WAKE_UP_PATTERN);
        assertThat(world.nic.requests)
                .extracting(OidRequest::information)
                .containsExactly(0x5, List.of("01-80-C2-00-00-0E"), "ethernet", "magic", "ping");
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R68")
    void nothingThatWasNeverSetOrIsGone() {
        world.started();
        set(world.tcp, Oid.PNP_ADD_WAKE_UP_PATTERN, "magic");
        set(world.tcp, Oid.PNP_REMOVE_WAKE_UP_PATTERN, "magic");
        set(world.lldp, Oid.GEN_CURRENT_PACKET_FILTER, 0x4);
        world.ndis.unbind("lldp", "nic0");
        world.simulation.settle();
        resetAsking(true);
        assertThat(restored()).isEmpty();
        assertThat(world.tcp.told).containsExactly("RESET_START", "RESET_END");
    }

    @ParameterizedTest
    @CsvSource({"true, false, 0", "false, true, 5"})
    @Rule("R70")
    void theFlagOfTheCompletionDecides(boolean out, boolean completion, int requests) {
        configured();
        world.nic.reset = (port, addressing) -> {
            addressing.set(out);
            return NdisStatus.PENDING;
        };
        world.reset();
        world.complete(NdisStatus.SUCCESS, completion);
        assertThat(restored()).hasSize(requests);
    }

    @Test
    @Rule("R72")
    void aCompletionAtDispatchIsRestoredAtPassiveAfterIt() {
        configured().pending().reset();
        world.ndis.thread("dpc", Irql.DISPATCH, new Steps().then(() -> {
                    world.ndis.NdisMResetComplete(world.handle(), NdisStatus.SUCCESS, true);
                    assertThat(world.adapter().resetState()).isEqualTo(ResetState.RESTORING);
                    assertThat(world.tcp.told).containsExactly("RESET_START");
                    assertThat(world.nic.requests).isEmpty();
                }));
        world.simulation.settle();
        assertThat(world.tcp.told).containsExactly("RESET_START", "RESET_END");
        assertThat(world.events(What.RESTORE_OID)).hasSize(5).allMatch(event -> event.irql() == Irql.PASSIVE);
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R73")
    void itComesBeforeEndAndBeforeAnySend() {
        configured();
        world.nic.oid = (port, request) -> {
            world.ndis.NdisSendNetBufferLists(world.lldp.open().handle(), new NetBufferList("s"), 0, 0);
            return NdisStatus.SUCCESS;
        };
        resetAsking(true);
        assertThat(world.lldp.told.get(0)).isEqualTo("RESET_START");
        assertThat(world.lldp.told.subList(1, 6)).containsOnly("s RESET_IN_PROGRESS");
        assertThat(world.lldp.told).endsWith("RESET_END");
        assertThat(world.nic.sends).isEmpty();
        assertThat(world.story()).containsSubsequence("restore-oid", "gate-open", "status RESET_END protocol tcp/nic0");
    }

    @Test
    @Rule("R73")
    void theKnobRestoresAfterEnd() {
        world = new World(Knob.RESTORE_ORDER, "AFTER_END");
        configured();
        resetAsking(true);
        assertThat(world.story())
                .containsSubsequence("gate-open", "status RESET_END protocol lldp/nic0", "restore-oid", "reset-done");
        world.pending().reset();
        world.complete(NdisStatus.SUCCESS, true);
        assertThat(restored()).hasSize(10);
        assertThat(world.broken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NO, 0", "YES, 5"})
    @Rule("R74")
    void nothingAfterAResetThatFailed(String reading, int requests) {
        world = new World(Knob.RESTORE_ON_FAILURE, reading);
        configured();
        world.nic.reset = (port, addressing) -> {
            world.ndis.NdisWriteErrorLogEntry(port.handle(), 0xC000138A, "dead");
            addressing.set(true);
            return NdisStatus.HARD_ERRORS;
        };
        world.reset();
        assertThat(restored()).hasSize(requests);
        assertThat(world.tcp.told).endsWith("RESET_END");
    }

    @Test
    @Rule("R75")
    void aFailureStopsNeitherTheRestNorTheEnd() {
        configured();
        world.nic.oid = (port, request) -> NdisStatus.NOT_SUPPORTED;
        resetAsking(true);
        assertThat(restored()).hasSize(5);
        assertThat(world.tcp.told).containsExactly("RESET_START", "RESET_END");
        assertThat(world.events(What.NOTE)).hasSize(5).allMatch(note -> note.rule() == 75);
    }

    @Test
    @Rule("R75")
    void oneThatPendsHoldsUpTheRestOnly() {
        configured();
        world.nic.oid = (port, request) -> NdisStatus.PENDING;
        resetAsking(true);
        for (int given = 1; given <= 5; given++) {
            assertThat(world.nic.requests).hasSize(given);
            assertThat(world.adapter().resetState()).isEqualTo(ResetState.RESTORING);
            world.ndis.NdisMOidRequestComplete(world.handle(), world.nic.requests.get(given - 1), NdisStatus.SUCCESS);
            world.simulation.settle();
        }
        assertThat(world.tcp.told).containsExactly("RESET_START", "RESET_END");
        assertThat(world.broken()).isEmpty();
    }

    /** A NIC whose hardware can be looked at. */
    private static final class Glass extends TestNic.Port implements Inspectable {
        private long address = 0x020000000001L;
        private int filters = 2;
        private long matches = 7;

        Glass(MiniportAdapterHandle handle) {
            super(handle);
        }

        @Override
        public long currentAddress() {
            return address;
        }

        @Override
        public int coalescingFilters() {
            return filters;
        }

        @Override
        public long coalescingMatches() {
            return matches;
        }
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "address, 77", "filters, 76", "matches, 76"})
    @Rule({"R76", "R77"})
    void theDriversOwnIsLookedAt(String forgets, String rule) {
        world.started(MiniportCharacteristics.of("glass"), new TestNic(world.ndis) {
            @Override
            public Port newContext(MiniportAdapterHandle handle) {
                return new Glass(handle);
            }

            @Override
            public NdisStatus MiniportResetEx(Port port, netreset.ndis.AddressingReset addressing) {
                Glass glass = (Glass) port;
                glass.address = forgets.equals("address") ? 0x020000000099L : glass.address;
                glass.filters = forgets.equals("filters") ? 0 : glass.filters;
                glass.matches = forgets.equals("matches") ? glass.matches : 0;
                addressing.set(false);
                return NdisStatus.SUCCESS;
            }
        });
        world.reset();
        assertThat(world.broken()).isEqualTo(rule.isEmpty() ? List.of() : List.of(Integer.valueOf(rule)));
    }
}
