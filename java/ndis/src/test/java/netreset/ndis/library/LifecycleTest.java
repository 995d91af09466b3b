// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import netreset.ndis.DevicePnPEvent;
import netreset.ndis.FilterCharacteristics;
import netreset.ndis.FilterContext;
import netreset.ndis.FilterDriver;
import netreset.ndis.FilterHandle;
import netreset.ndis.HaltAction;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportAttributes;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.PowerState;
import netreset.ndis.StatusIndication;
import netreset.ndis.Steps;
import netreset.ndis.rules.Knob;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resets of adapters that are about to come, go, sleep or wake. */
@SuppressWarnings("MemberName") // C's names
class LifecycleTest {
    private final World world = new World();

    private void settled(Runnable deed) {
        deed.run();
        world.simulation.settle();
    }

    private void send(String name) {
        world.ndis.NdisSendNetBufferLists(world.tcp.open().handle(), new NetBufferList(name), 0, 0);
    }

    private void sent(NdisStatus status) {
        for (NetBufferList list : List.copyOf(world.nic.sends)) {
            world.nic.sends.remove(list);
            list.status(status);
            world.ndis.NdisMSendNetBufferListsComplete(world.handle(), list, 0);
        }
    }

    @Test
    @Rule("R78")
    void aResetLeavesTheState() {
        world.started().pending().reset();
        assertThat(world.adapter().state()).isEqualTo(AdapterState.RUNNING);
        world.complete(NdisStatus.HARD_ERRORS, false);
        assertThat(world.adapter().state()).isEqualTo(AdapterState.RUNNING);
    }

    @Test
    @Rule({"R78", "R80"})
    void aPausedAdapterCanBeResetAndStaysPaused() {
        settled(() -> world.started().ndis.pause(World.NIC));
        world.reset();
        assertThat(world.adapter().state()).isEqualTo(AdapterState.PAUSED);
        assertThat(world.nic.resets).isEqualTo(1);
        assertThat(world.tcp.told).containsExactly("RESET_START", "RESET_END");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Rule("R79")
    void aPauseInsideAResetIsCompletedBeforeItOrAfter(boolean pauseFirst) {
        world.nic.pause = port -> NdisStatus.PENDING;
        world.started().pending().reset();
        settled(() -> world.ndis.pause(World.NIC));
        assertThat(world.adapter().state()).isEqualTo(AdapterState.PAUSING);
        if (pauseFirst) {
            world.ndis.NdisMPauseComplete(world.handle());
            assertThat(world.adapter().resetState()).isEqualTo(ResetState.PENDING);
        }
        world.complete(NdisStatus.SUCCESS, false);
        if (!pauseFirst) {
            assertThat(world.adapter().state()).isEqualTo(AdapterState.PAUSING);
            world.ndis.NdisMPauseComplete(world.handle());
        }
        assertThat(world.adapter().state()).isEqualTo(AdapterState.PAUSED);
        assertThat(world.adapter().resetState()).isEqualTo(ResetState.IDLE);
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R79")
    void aPauseThatIsCompletedTwiceStopsWindows() {
        settled(() -> world.started().ndis.pause(World.NIC));
        world.ndis.NdisMPauseComplete(world.handle());
        assertThat(world.broken()).containsExactly(79);
        assertThat(String.valueOf(world.ndis.bugCheck())).containsIgnoringCase("7C");
    }

    @Test
    @Rule("R79")
    void aRestartThatIsCompletedTwiceStopsWindows() {
        world.started();
        world.ndis.NdisMRestartComplete(world.handle(), NdisStatus.SUCCESS);
        assertThat(world.broken()).containsExactly(79);
        assertThat(world.adapter().state()).isEqualTo(AdapterState.RUNNING);
        assertThat(String.valueOf(world.ndis.bugCheck())).containsIgnoringCase("7C");
    }

    @Test
    void sendsThatAreHeldAcrossAResetHoldThePause() {
        world.nic.holdSends = true;
        world.started().pending();
        send("s");
        world.reset();
        settled(() -> world.ndis.pause(World.NIC));
        assertThat(world.adapter().state()).isEqualTo(AdapterState.RUNNING);
        settled(() -> sent(NdisStatus.RESET_IN_PROGRESS));
        assertThat(world.adapter().state()).isEqualTo(AdapterState.PAUSED);
        world.complete(NdisStatus.SUCCESS, false);
        send("t");
        assertThat(world.tcp.told).endsWith("RESET_END", "t PAUSED");
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void pausesComeFromAboveAndRestartsFromBelow() {
        world.ndis.NdisFRegisterFilterDriver(new Plain(world.ndis, false), FilterCharacteristics.of("low"));
        world.ndis.NdisFRegisterFilterDriver(new Plain(world.ndis, false), FilterCharacteristics.of("high"));
        world.started();
        int before = world.log.events().size();
        settled(() -> world.ndis.pause(World.NIC));
        settled(() -> world.ndis.restart(World.NIC));
        assertThat(world.log.events().stream()
                        .skip(before)
                        .filter(event -> List.of(What.PAUSE, What.RESTART, What.PNP_EVENT)
                                .contains(event.what()))
                        .map(Event::to))
                .containsExactly(
                        "protocol tcp/nic0",
                        "protocol lldp/nic0",
                        "filter high",
                        "filter low",
                        "miniport nic0",
                        "miniport nic0",
                        "filter low",
                        "filter high",
                        "protocol tcp/nic0",
                        "protocol lldp/nic0");
        send("s");
        assertThat(world.tcp.told).containsExactly("s SUCCESS");
    }

    // ---- going

    @Test
    @Rule("R81")
    void aHaltWaitsForTheReset() {
        world.started().pending().reset();
        settled(() -> world.ndis.halt(World.NIC));
        assertThat(world.events(What.HALT)).isEmpty();
        world.complete(NdisStatus.SUCCESS, false);
        assertThat(world.events(What.HALT)).hasSize(1);
        assertThat(world.adapter().state()).isEqualTo(AdapterState.HALTED);
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R81")
    void aHaltWaitsForRequestsAndSends() {
        world.nic.oid = (port, request) -> NdisStatus.PENDING;
        world.nic.holdSends = true;
        world.started();
        OidRequest request = OidRequest.query("q", Oid.GEN_STATISTICS);
        world.ndis.NdisOidRequest(world.tcp.open().handle(), request);
        send("s");
        settled(() -> world.ndis.halt(World.NIC));
        settled(() -> world.ndis.NdisMOidRequestComplete(world.handle(), request, NdisStatus.SUCCESS));
        assertThat(world.events(What.HALT)).isEmpty();
        settled(() -> sent(NdisStatus.SUCCESS));
        assertThat(world.events(What.HALT)).hasSize(1);
        assertThat(world.broken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Rule("R81")
    void anAdapterThatIsHaltedAllTheSameIsSeen(boolean send) {
        world.nic.oid = (port, request) -> NdisStatus.PENDING;
        world.nic.holdSends = true;
        world.started();
        if (send) {
            send("s");
        } else {
            world.ndis.NdisOidRequest(world.tcp.open().handle(), OidRequest.query("q", Oid.GEN_STATISTICS));
        }
        world.adapter().state = AdapterState.HALTED;
        settled(() -> world.ndis.thread("anybody", 0, new Steps().then(() -> {})));
        assertThat(world.broken()).isNotEmpty().containsOnly(81);
    }

    @Test
    @Rule("R81")
    void theKnobLetsTheHaltProceedAndDropsTheCompletion() {
        World other = new World(Knob.RESET_VS_HALT, "HALT_PROCEEDS");
        TestNic late = new TestNic(other.ndis) {
            @Override
            public void MiniportHaltEx(Port port, HaltAction action) {
                ndis().NdisMResetComplete(port.handle(), NdisStatus.SUCCESS, false);
            }
        };
        late.reset = (port, addressing) -> NdisStatus.PENDING;
        other.started(MiniportCharacteristics.of("late"), late).reset();
        other.ndis.halt(World.NIC);
        other.simulation.settle();
        assertThat(other.adapter().state()).isEqualTo(AdapterState.HALTED);
        assertThat(other.ndis.bugCheck()).isNull();
        assertThat(other.broken()).isEmpty();
    }

    @Test
    @Rule("R82")
    void aResetThatIsQueuedWhenTheHaltComesIsDiscarded() {
        world.started();
        world.ndis.halt(World.NIC);
        world.ndis.thread("T", 0, new netreset.ndis.Steps().sleep(World.SECOND));
        while (world.adapter().state() != AdapterState.PAUSED && world.simulation.step()) {
            // until it is about to be halted
        }
        world.ndis.NdisMResetMiniport(world.handle());
        world.simulation.settle();
        assertThat(world.nic.resets).isZero();
        assertThat(world.events(What.RESET_REQUEST_DROPPED)).hasSize(1);
        assertThat(world.adapter().state()).isEqualTo(AdapterState.HALTED);
    }

    @Test
    @Rule("R82")
    void afterAShutdownNothingIsCalled() {
        world.tcp.keepsReceived = true;
        world.nic.oid = (port, request) -> NdisStatus.SUCCESS;
        world.started();
        world.ndis.NdisOidRequest(
                world.tcp.open().handle(), OidRequest.set("filter", Oid.GEN_CURRENT_PACKET_FILTER, 1));
        world.ndis.NdisMIndicateReceiveNetBufferLists(world.handle(), new NetBufferList("r"), 0, 0);
        world.nic.cancel = () -> world.tcp.told.add("cancelled");
        world.pending().reset();
        settled(() -> world.ndis.shutdown(World.NIC));
        world.complete(NdisStatus.SUCCESS, true);
        world.ndis.NdisReturnNetBufferLists(world.tcp.open().handle(), world.tcp.received.get(0), 0);
        world.ndis.NdisCancelSendNetBufferLists(world.tcp.open().handle(), "c");
        world.reset();
        world.simulation.runFor(10 * World.SECOND);
        assertThat(world.nic.requests).hasSize(1);
        assertThat(world.nic.returned).isEmpty();
        assertThat(world.nic.resets).isEqualTo(1);
        assertThat(world.nic.checks).isZero();
        assertThat(world.tcp.told).doesNotContain("cancelled");
    }

    @Test
    @Rule("R82")
    void aShutdownBeforeTheHandlerKeepsItFromBeingCalled() {
        world.started();
        world.tcp.onStatus = (open, indication) -> {
            if (indication.statusCode().equals(NdisStatus.RESET_START)) {
                world.ndis.shutdown(World.NIC);
            }
        };
        world.ndis.NdisMResetMiniport(world.handle());
        while (world.adapter().resetState() != ResetState.ANNOUNCING) {
            world.simulation.step();
        }
        world.adapter().state = AdapterState.SHUTDOWN;
        world.simulation.settle();
        assertThat(world.nic.resets).isZero();
        assertThat(world.tcp.told).containsExactly("RESET_START", "RESET_END");
    }

    @Test
    @Rule("R83")
    void handlesOfAHaltedAdapterAreStale() {
        world.started();
        MiniportAdapterHandle handle = world.handle();
        settled(() -> world.ndis.halt(World.NIC));
        world.ndis.NdisMResetMiniport(handle);
        world.ndis.NdisMResetComplete(handle, NdisStatus.SUCCESS, false);
        world.ndis.NdisMIndicateStatusEx(handle, StatusIndication.of(NdisStatus.LINK_STATE, handle));
        assertThat(world.broken()).containsExactly(83, 83, 83);
        assertThat(world.tcp.told).isEmpty();
    }

    @Test
    @Rule("R83")
    void noResetIsAskedForBeforeTheAttributesAreSet() {
        TestNic hasty = new TestNic(world.ndis) {
            @Override
            public NdisStatus MiniportInitializeEx(MiniportAdapterHandle handle) {
                ndis().NdisMResetMiniport(handle);
                return super.MiniportInitializeEx(handle);
            }
        };
        world.started(MiniportCharacteristics.of("hasty"), hasty);
        assertThat(world.broken()).containsExactly(83);
        assertThat(hasty.resets).isZero();
    }

    @Test
    @Rule("R83")
    void aNewInstanceHasAHandleOfItsOwn() {
        world.started();
        MiniportAdapterHandle old = world.handle();
        settled(() -> world.ndis.halt(World.NIC));
        world.ndis.addAdapter(
                world.ndis.NdisMRegisterMiniportDriver(world.nic, MiniportCharacteristics.of("n")), "nic0");
        world.simulation.settle();
        assertThat(world.handle()).isNotSameAs(old);
        world.ndis.NdisMResetMiniport(old);
        assertThat(world.broken()).containsExactly(83);
        world.reset();
        assertThat(world.nic.resets).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Rule("R84")
    void whatComesAfterASurpriseRemovalIsNotAccepted(boolean good) {
        NdisStatus answer = good ? NdisStatus.NOT_ACCEPTED : NdisStatus.SUCCESS;
        OidRequest request = OidRequest.query("q", Oid.GEN_STATISTICS);
        TestNic gone = new TestNic(world.ndis) {
            @Override
            public void MiniportDevicePnPEventNotify(Port port, DevicePnPEvent event) {
                send("s");
                ndis().NdisOidRequest(world.tcp.open().handle(), request);
            }

            @Override
            public void MiniportSendNetBufferLists(Port port, NetBufferList lists, int portNumber, int flags) {
                lists.status(answer);
                ndis().NdisMSendNetBufferListsComplete(port.handle(), lists, flags);
            }
        };
        gone.oid = (port, asked) -> answer;
        world.started(MiniportCharacteristics.of("gone"), gone);
        settled(() -> world.ndis.surpriseRemove(World.NIC));
        assertThat(world.broken()).isEqualTo(good ? List.of() : List.of(84, 84));
        assertThat(request.status()).isEqualTo(answer);
        assertThat(world.log.events().stream()
                        .map(Event::what)
                        .filter(what ->
                                List.of(What.PAUSE, What.UNBIND, What.HALT).contains(what)))
                .containsExactly(What.PAUSE, What.UNBIND, What.UNBIND, What.HALT);
        assertThat(world.events(What.HALT).get(0).text()).isEqualTo("SURPRISE_REMOVED");
    }

    @Test
    @Rule("R84")
    void whatComesBeforeTheMiniportKnowsOfTheRemovalIsAnsweredAsUsual() {
        world.started();
        world.ndis.surpriseRemove(World.NIC);
        send("s");
        world.ndis.NdisOidRequest(world.tcp.open().handle(), OidRequest.query("q", Oid.GEN_STATISTICS));
        world.simulation.settle();
        assertThat(world.nic.sends).hasSize(1);
        assertThat(world.nic.requests).hasSize(1);
        assertThat(world.adapter().state()).isEqualTo(AdapterState.HALTED);
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule({"R60", "R84"})
    void aRemovalDuringAResetMayBeTheReasonOfAnAbortion() {
        world.nic.holdSends = true;
        world.started();
        send("s");
        world.pending().reset();
        settled(() -> world.ndis.surpriseRemove(World.NIC));
        sent(NdisStatus.NOT_ACCEPTED);
        assertThat(world.broken()).isEmpty();
        assertThat(world.tcp.told).containsExactly("RESET_START", "s NOT_ACCEPTED");
    }

    @Test
    @Rule("R85")
    void ndisKeepsTheSameOrderOfReasons() {
        world.started().pending();
        settled(() -> world.ndis.power(World.NIC, PowerState.D3));
        send("s");
        world.reset();
        send("t");
        world.complete(NdisStatus.SUCCESS, false);
        assertThat(world.adapter().state()).isEqualTo(AdapterState.PAUSED);
        assertThat(world.tcp.told).containsExactly("s PAUSED", "RESET_START", "t RESET_IN_PROGRESS", "RESET_END");
    }

    @Test
    @Rule("R85")
    void pausingIsABetterReasonThanPower() {
        world.nic.holdSends = true;
        world.started();
        send("s");
        world.adapter().state = AdapterState.PAUSING;
        sent(NdisStatus.LOW_POWER_STATE);
        assertThat(world.broken()).containsExactly(85);
    }

    @Test
    @Rule("R85")
    void aResetIsTheFirstReasonToRefuseASend() {
        World open = new World(Knob.NDIS_SEND_GATE, "PASS_THROUGH");
        open.nic.holdSends = true;
        open.started().pending().reset();
        for (NdisStatus status : List.of(NdisStatus.PAUSED, NdisStatus.LOW_POWER_STATE, NdisStatus.RESET_IN_PROGRESS)) {
            NetBufferList list = new NetBufferList("s");
            open.ndis.NdisSendNetBufferLists(open.lldp.open().handle(), list, 0, 0);
            list.status(status);
            open.ndis.NdisMSendNetBufferListsComplete(open.handle(), list, 0);
        }
        assertThat(open.broken().stream().filter(rule -> rule != 38)).containsExactly(85, 85);
    }

    @Test
    @Rule("R94")
    void anAdapterIsRemovedFromWithinItsReset() {
        world.started();
        world.nic.reset = (port, addressing) -> {
            world.ndis.NdisWriteErrorLogEntry(port.handle(), 0, "beyond repair");
            assertThat(world.ndis.NdisMRemoveMiniport(port.handle())).isEqualTo(NdisStatus.SUCCESS);
            return NdisStatus.HARD_ERRORS;
        };
        world.reset();
        assertThat(world.adapter().state()).isEqualTo(AdapterState.HALTED);
        assertThat(world.events(What.HALT).get(0).text()).isEqualTo("DEVICE_FAILED");
        assertThat(world.tcp.told).containsExactly("RESET_START", "RESET_END");
        assertThat(world.story().indexOf("remove")).isLessThan(world.story().indexOf("reset-handler-return"));
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R94")
    void anAdapterIsRemovedOnce() {
        world.started();
        settled(() -> {
            world.ndis.NdisMRemoveMiniport(world.handle());
            world.ndis.NdisMRemoveMiniport(world.handle());
        });
        assertThat(world.events(What.REMOVE)).hasSize(1);
        assertThat(world.events(What.HALT)).hasSize(1);
        assertThat(world.adapter().state()).isEqualTo(AdapterState.HALTED);
    }

    // ---- power

    @Test
    @Rule("R63")
    void powerIsRefusedDuringAReset() {
        world.nic.oid = (port, request) -> NdisStatus.NOT_ACCEPTED;
        world.started().pending().reset();
        settled(() -> world.ndis.power(World.NIC, PowerState.D3));
        assertThat(world.adapter().power()).isEqualTo(PowerState.D0);
        assertThat(world.adapter().state()).isEqualTo(AdapterState.RUNNING);
        assertThat(world.broken()).isEmpty();
        world.nic.oid = (port, request) -> NdisStatus.SUCCESS;
        settled(() -> world.ndis.power(World.NIC, PowerState.D3));
        assertThat(world.broken()).containsExactly(63);
    }

    @Test
    @Rule({"R55", "R63"})
    void aDriverThatSaidItsResetIsOverRefusesNothingMoreWhileItsHandlerRunsOn() {
        world.nic.reset = (port, addressing) -> world.ndis.script(new Steps()
                .then(() -> world.ndis.NdisMResetComplete(port.handle(), NdisStatus.SUCCESS, false))
                .sleep(World.SECOND)
                .returns(() -> NdisStatus.PENDING));
        world.nic.oid = (port, request) -> NdisStatus.SUCCESS;
        world.started();
        world.ndis.NdisMResetMiniport(world.handle());
        world.simulation.runFor(World.SECOND / 2);
        assertThat(world.adapter().resetState()).isEqualTo(ResetState.EARLY_DONE);
        world.ndis.power(World.NIC, PowerState.D3);
        world.simulation.runFor(World.SECOND / 4);
        assertThat(world.adapter().power()).isEqualTo(PowerState.D3);
        world.simulation.settle();
        assertThat(world.adapter().resetState()).isEqualTo(ResetState.IDLE);
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void anAdapterSleepsPausedAndWakes() {
        world.started();
        settled(() -> world.ndis.power(World.NIC, PowerState.D3));
        assertThat(world.adapter().power()).isEqualTo(PowerState.D3);
        assertThat(world.adapter().state()).isEqualTo(AdapterState.PAUSED);
        world.simulation.runFor(10 * World.SECOND);
        assertThat(world.nic.checks).isZero();
        settled(() -> world.ndis.power(World.NIC, PowerState.D0));
        assertThat(world.adapter().power()).isEqualTo(PowerState.D0);
        assertThat(world.adapter().state()).isEqualTo(AdapterState.RUNNING);
        send("s");
        assertThat(world.tcp.told).containsExactly("s SUCCESS");
    }

    @Test
    void aDriverMayWantNoPause() {
        TestNic brisk = new TestNic(world.ndis) {
            @Override
            public NdisStatus MiniportInitializeEx(MiniportAdapterHandle handle) {
                ndis().NdisMSetMiniportAttributes(
                                handle,
                                MiniportAttributes.of(newContext(handle))
                                        .withFlags(MiniportAttributes.NO_PAUSE_ON_SUSPEND));
                return NdisStatus.SUCCESS;
            }
        };
        world.started(MiniportCharacteristics.of("brisk"), brisk);
        settled(() -> world.ndis.power(World.NIC, PowerState.D3));
        assertThat(world.events(What.PAUSE)).isEmpty();
        send("s");
        assertThat(world.tcp.told).containsExactly("s LOW_POWER_STATE");
        settled(() -> world.ndis.power(World.NIC, PowerState.D0));
        send("t");
        assertThat(world.tcp.told).endsWith("t SUCCESS");
    }

    // ---- filters that come and go

    /** A filter that notes what it hears, and may keep it to itself. */
    private static final class Plain implements FilterDriver<Plain.Module> {
        private final Ndis ndis;
        private final boolean swallows;
        private final List<String> heard = new ArrayList<>();

        Plain(Ndis ndis, boolean swallows) {
            this.ndis = ndis;
            this.swallows = swallows;
        }

        private record Module(FilterHandle handle) implements FilterContext {}

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
            heard.add(indication.statusCode().toString());
            if (!swallows) {
                FilterDriver.super.FilterStatus(module, indication);
            }
        }
    }

    private Plain withFilter(boolean swallows) {
        Plain filter = new Plain(world.ndis, swallows);
        world.ndis.NdisFRegisterFilterDriver(
                filter, FilterCharacteristics.of("f").withStatus(true));
        world.started().pending();
        return filter;
    }

    private void duringAReset(Consumer<NdisLibrary> deed) {
        world.reset();
        settled(() -> deed.accept(world.ndis));
        assertThat(world.adapter().resetState()).isEqualTo(ResetState.PENDING);
        assertThat(world.adapter().state()).isEqualTo(AdapterState.RUNNING);
        world.complete(NdisStatus.SUCCESS, false);
    }

    @Test
    @Rule("R31")
    void aFilterThatComesDuringAResetHearsNothingOfIt() {
        Plain filter = withFilter(false);
        settled(() -> world.ndis.detach("f", World.NIC));
        duringAReset(ndis -> ndis.attach("f", World.NIC));
        assertThat(filter.heard).isEmpty();
        assertThat(world.tcp.told).containsExactly("RESET_START", "RESET_END");
        world.reset();
        assertThat(filter.heard).containsExactly("RESET_START");
    }

    @Test
    @Rule("R31")
    void aFilterThatGoesTakesWhatItKeptWithIt() {
        Plain filter = withFilter(true);
        duringAReset(ndis -> ndis.detach("f", World.NIC));
        assertThat(filter.heard).containsExactly("RESET_START");
        assertThat(world.tcp.told).isEmpty();
        world.reset();
        world.complete(NdisStatus.SUCCESS, false);
        assertThat(world.tcp.told).containsExactly("RESET_START", "RESET_END");
        assertThat(world.events(What.DETACH)).hasSize(1);
    }
}
