// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.BindParameters;
import netreset.ndis.FilterCharacteristics;
import netreset.ndis.FilterContext;
import netreset.ndis.FilterDriver;
import netreset.ndis.FilterHandle;
import netreset.ndis.Irql;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.ProtocolDriverHandle;
import netreset.ndis.StatusIndication;
import netreset.ndis.Steps;
import netreset.ndis.rules.Knob;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** RESET_START and RESET_END: who hears them, when, and how often. */
class AnnouncementTest {
    /** A filter that can swallow. */
    private static final class Sieve implements FilterDriver<Sieve.Module> {
        private final Ndis ndis;
        private final List<String> told = new ArrayList<>();
        private boolean swallows;

        Sieve(Ndis ndis) {
            this.ndis = ndis;
        }

        /** A module. */
        record Module(FilterHandle handle) implements FilterContext {}

        @Override
        public Ndis ndis() {
            return ndis;
        }

        @Override
        public Module newContext(FilterHandle handle) {
            return new Module(handle);
        }

        @Override
        public void FilterStatus(Module module, StatusIndication indication) {
            told.add(indication.statusCode().toString());
            if (!swallows) {
                FilterDriver.super.FilterStatus(module, indication);
            }
        }
    }

    private final World world = new World();
    private final Sieve low = new Sieve(world.ndis);
    private final Sieve high = new Sieve(world.ndis);

    private World filtered() {
        world.ndis.NdisFRegisterFilterDriver(low, FilterCharacteristics.of("low"));
        world.ndis.NdisFRegisterFilterDriver(
                new Sieve(world.ndis), FilterCharacteristics.of("deaf").withStatus(false));
        world.ndis.NdisFRegisterFilterDriver(high, FilterCharacteristics.of("high"));
        return world.started();
    }

    private List<String> recipients(NdisStatus code) {
        return world.events(What.STATUS).stream()
                .filter(event -> code.equals(event.status()))
                .map(event -> String.valueOf(event.to()))
                .toList();
    }

    @Test
    @Rule({"R20", "R98"})
    void startAndEndAlternate() {
        world.started().reset().reset().pending().reset();
        world.complete(NdisStatus.SUCCESS, false);
        assertThat(world.tcp.told)
                .containsExactly("RESET_START", "RESET_END", "RESET_START", "RESET_END", "RESET_START", "RESET_END");
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule({"R21", "R28"})
    void listeningFiltersHearItFromTheLowestUpThenTheBindings() {
        filtered().reset();
        List<String> all = List.of("filter low", "filter high", "protocol tcp/nic0", "protocol lldp/nic0");
        assertThat(recipients(NdisStatus.RESET_START)).isEqualTo(all);
        assertThat(recipients(NdisStatus.RESET_END)).isEqualTo(all);
    }

    @Test
    @Rule("R28")
    void aFilterThatSwallowsHidesItFromThoseAbove() {
        low.swallows = true;
        filtered().reset();
        assertThat(low.told).containsExactly("RESET_START", "RESET_END");
        assertThat(high.told).isEmpty();
        assertThat(world.tcp.told).isEmpty();
        assertThat(world.events(What.STATUS_SWALLOWED)).hasSize(2);
        assertThat(world.broken()).isEmpty();
        assertThat(world.nic.resets).isEqualTo(1);
    }

    @Test
    @Rule("R22")
    void allAreToldBeforeTheHandlerIsCalled() {
        world.nic.reset = (port, addressing) -> {
            assertThat(world.tcp.told).containsExactly("RESET_START");
            assertThat(world.lldp.told).containsExactly("RESET_START");
            addressing.set(false);
            return NdisStatus.SUCCESS;
        };
        world.started().reset();
        assertThat(world.nic.resets).isEqualTo(1);
        assertThat(world.ndis.violations()).isEmpty();
    }

    @Test
    @Rule("R22")
    void theKnobTellsOnlyOfResetsThatPend() {
        World late = new World(Knob.START_INDICATION, "ONLY_IF_PENDING").started();
        late.reset();
        assertThat(late.tcp.told).isEmpty();
        late.pending().reset();
        assertThat(late.story())
                .endsWith(
                        "reset-handler",
                        "reset-handler-return",
                        "status RESET_START protocol tcp/nic0",
                        "status RESET_START protocol lldp/nic0");
        late.complete(NdisStatus.SUCCESS, false);
        assertThat(late.tcp.told).containsExactly("RESET_START", "RESET_END");
        assertThat(late.ndis.violations()).isEmpty();
    }

    @Test
    @Rule("R27")
    void eachBindingIsToldEvenIfOneProtocolHasSeveral() {
        world.started();
        ProtocolDriverHandle protocol = world.ndis.NdisRegisterProtocolDriver(world.tcp, "second");
        BindParameters adapter = new BindParameters("nic0", false, java.util.Set.of());
        world.tcp.ProtocolBindAdapterEx(protocol, adapter);
        world.tcp.ProtocolBindAdapterEx(protocol, adapter);
        world.reset();
        assertThat(recipients(NdisStatus.RESET_START))
                .containsExactly(
                        "protocol tcp/nic0", "protocol lldp/nic0", "protocol second/nic0", "protocol second/nic0");
        assertThat(world.tcp.told).hasSize(6);
    }

    @Test
    @Rule("R29")
    void aMiniportMustNotTellItItself() {
        world.started();
        world.ndis.NdisMIndicateStatusEx(world.handle(), StatusIndication.of(NdisStatus.RESET_START, world.handle()));
        assertThat(world.broken()).containsExactly(29);
    }

    @Test
    @Rule("R30")
    void itIsToldAtDispatchAtMost() {
        world.started().pending().reset();
        world.ndis.thread(
                "dpc",
                Irql.DISPATCH,
                new Steps().then(() -> world.ndis.NdisMResetComplete(world.handle(), NdisStatus.SUCCESS, false)));
        world.simulation.settle();
        assertThat(world.events(What.STATUS)).hasSize(4).allMatch(event -> event.irql() <= Irql.DISPATCH);
        world.ndis.thread(
                "isr",
                Irql.DEVICE,
                new Steps()
                        .then(() -> world.ndis.NdisMIndicateStatusEx(
                                world.handle(), StatusIndication.of(NdisStatus.LINK_STATE, world.handle()))));
        world.simulation.settle();
        assertThat(world.broken()).containsExactly(30);
    }

    @Test
    @Rule("R31")
    void whoBindsDuringAResetHearsNothingOfIt() {
        world.started().pending().reset();
        TestProtocol late = new TestProtocol(world.ndis);
        world.ndis.NdisRegisterProtocolDriver(late, "late");
        world.ndis.bind("nic0");
        world.simulation.settle();
        assertThat(late.opens).hasSize(1);
        world.complete(NdisStatus.SUCCESS, false);
        assertThat(late.told).isEmpty();
        world.reset();
        assertThat(late.told).containsExactly("RESET_START");
    }

    @Test
    @Rule("R31")
    void whoIsStillClosingHearsTheEndAndWhoIsClosedDoesNot() {
        world.nic.holdSends = true;
        world.started();
        world.ndis.NdisSendNetBufferLists(world.tcp.open().handle(), new netreset.ndis.NetBufferList("s"), 0, 0);
        world.pending().reset();
        world.ndis.unbind("tcp", "nic0");
        world.ndis.unbind("lldp", "nic0");
        world.simulation.settle();
        world.nic.sends.get(0).status(NdisStatus.RESET_IN_PROGRESS);
        world.tcp.onStatus = (open, indication) -> {};
        assertThat(world.events(What.UNBIND)).hasSize(1);
        world.ndis.NdisMResetComplete(world.handle(), NdisStatus.SUCCESS, false);
        assertThat(world.tcp.told).containsExactly("RESET_START", "RESET_END");
        assertThat(world.lldp.told).containsExactly("RESET_START");
    }

    @Test
    @Rule("R32")
    void itTellsNothingOfHowTheResetWent() {
        List<StatusIndication> seen = new ArrayList<>();
        world.tcp.onStatus = (open, indication) -> seen.add(indication);
        world.nic.reset = (port, addressing) -> NdisStatus.HARD_ERRORS;
        world.started().reset();
        assertThat(seen)
                .hasSize(2)
                .allSatisfy(indication ->
                        assertThat(indication).isEqualTo(StatusIndication.of(indication.statusCode(), world.handle())));
        assertThat(world.events(What.STATUS)).extracting(Event::text).containsOnlyNulls();
    }
}
