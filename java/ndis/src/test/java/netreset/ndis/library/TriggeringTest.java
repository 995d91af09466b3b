// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import static netreset.ndis.library.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import netreset.ndis.Irql;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.NdisStatus;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.Steps;
import netreset.ndis.rules.Knob;
import netreset.ndis.rules.Profile;
import netreset.ndis.trace.What;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can start a reset, and who cannot. */
class TriggeringTest {
    @Test
    @Rule("R1")
    void aRequestIsNeverCarriedOutWithinItsCall() {
        World world = new World().started();
        world.ndis.thread("asker", Irql.PASSIVE, new Steps().then(() -> {
                    world.ndis.NdisMResetMiniport(world.handle());
                    assertThat(world.nic.resets).isZero();
                    assertThat(world.adapter().resetState()).isEqualTo(ResetState.QUEUED);
                }));
        world.simulation.settle();
        assertThat(world.ndis.violations()).isEmpty();
        assertThat(world.events(What.RESET_HANDLER))
                .singleElement()
                .satisfies(event -> assertThat(event.agent()).isEqualTo("worker nic0"));
    }

    @Test
    @Rule("R2")
    void aRequestNeverReportsFailure() throws NoSuchMethodException {
        assertThat(NdisLibrary.class
                        .getMethod("NdisMResetMiniport", netreset.ndis.MiniportAdapterHandle.class)
                        .getReturnType())
                .isEqualTo(void.class);
        World world = new World().started(MiniportCharacteristics.of("bare").withReset(false));
        world.reset();
        assertThat(world.ndis.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, false", "2, 1, false", "5, 0, true"})
    @Rule("R3")
    void aRequestIsLegalUpToDispatch(int irql, int resets, boolean violation) {
        World world = new World().started();
        world.ndis.thread("asker", irql, new Steps().then(() -> world.ndis.NdisMResetMiniport(world.handle())));
        world.simulation.settle();
        assertThat(world.nic.resets).isEqualTo(resets);
        assertThat(world.broken()).isEqualTo(violation ? List.of(3) : List.of());
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    @Rule("R4")
    void driversOlderThan630CannotAsk(Profile version) {
        World world = new World().started(MiniportCharacteristics.of("nic").withVersion(version));
        world.reset();
        boolean can = version.isAtLeast(Profile.NDIS_6_30);
        assertThat(world.nic.resets).isEqualTo(can ? 1 : 0);
        assertThat(world.broken()).isEqualTo(can ? List.of() : List.of(4));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    @Rule("R5")
    void protocolsCanAskInNdis5Only(Profile profile) {
        World world = new World(profile).started();
        NdisStatus status = world.ndis.NdisReset(world.tcp.open().handle());
        world.simulation.settle();
        if (profile == Profile.NDIS_5) {
            assertThat(status).isEqualTo(NdisStatus.PENDING);
            assertThat(world.tcp.told).containsExactly("RESET_START", "RESET_END", "reset complete SUCCESS");
            assertThat(world.lldp.told).containsExactly("RESET_START", "RESET_END");
        } else {
            assertThat(status).isEqualTo(NdisStatus.FAILURE);
            assertThat(world.nic.resets).isZero();
            assertThat(world.broken()).containsExactly(5);
        }
    }

    @Test
    @Rule("R6")
    void aHangFoundMeansOneReset() {
        World world = new World().started();
        world.nic.checkForHang = port -> world.nic.checks == 2;
        world.simulation.runFor(9 * SECOND);
        assertThat(world.nic.checks).isEqualTo(4);
        assertThat(world.nic.resets).isEqualTo(1);
        assertThat(world.events(What.RESET_TRIGGER).get(0).atNanos()).isEqualTo(4 * SECOND);
        assertThat(world.events(What.RESET_TRIGGER).get(0).text()).contains(ResetReason.CHECK_FOR_HANG.sentence());
    }

    @Test
    @Rule("R7")
    void noHangMeansNoReset() {
        World world = new World().started();
        world.simulation.runFor(100 * SECOND);
        assertThat(world.nic.checks).isEqualTo(50);
        assertThat(world.nic.resets).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 2", "2, 2", "3, 2", "4, 4", "5, 4", "7, 6", "128, 128"})
    @Rule({"R8", "R9"})
    void periodsAreEvenAndNeverNothing(int configured, int seconds) {
        World world = new World();
        world.nic.checkForHangSeconds = configured;
        world.started();
        world.simulation.runFor(10L * seconds * SECOND);
        assertThat(world.nic.checks).isEqualTo(10);
        assertThat(world.events(What.CHECK_FOR_HANG).get(0).atNanos()).isEqualTo(seconds * SECOND);
    }

    @Test
    @Rule("R10")
    void checksRunAtPassiveUnlessTheKnobSaysOtherwise() {
        for (String reading : Knob.CFH_IRQL.readings()) {
            World world = new World(Knob.CFH_IRQL, reading).started();
            world.nic.checkForHang = port -> {
                assertThat(Irql.name(world.ndis.NDIS_CURRENT_IRQL())).isEqualTo(reading);
                return false;
            };
            world.simulation.runFor(2 * SECOND);
            assertThat(world.ndis.violations()).isEmpty();
            assertThat(world.nic.checks).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 1, 4", "false, 1999, 4", "true, 1, 8"})
    @Rule({"R11", "R13"})
    void aRequestThatStaysTwoTicksOrFourMeansAReset(boolean fourTicks, long issuedMillis, long resetSeconds) {
        World world = new World().started(MiniportCharacteristics.of("nic"));
        world.nic.oid = (port, request) -> NdisStatus.PENDING;
        world.nic.reset = (port, addressing) -> {
            world.ndis.NdisMOidRequestComplete(port.handle(), world.nic.requests.get(0), NdisStatus.REQUEST_ABORTED);
            addressing.set(false);
            return NdisStatus.SUCCESS;
        };
        if (fourTicks) {
            world.ndis.fourTickOids(Oid.GEN_STATISTICS);
        }
        world.simulation.runFor(issuedMillis * 1_000_000);
        world.ndis.NdisOidRequest(world.tcp.open().handle(), OidRequest.query("slow", Oid.GEN_STATISTICS));
        world.simulation.runFor(20 * SECOND);
        assertThat(world.nic.checks).isZero();
        assertThat(world.events(What.RESET_TRIGGER)).singleElement().satisfies(event -> {
            assertThat(event.atNanos()).isEqualTo(resetSeconds * SECOND);
            assertThat(event.text()).contains(ResetReason.OID_TIMEOUT.sentence());
        });
        assertThat(world.ndis.violations()).isEmpty();
    }

    @Test
    @Rule("R12")
    void eachRequestIsCountedFromNothing() {
        World world = new World().started();
        world.nic.oid = (port, request) -> NdisStatus.PENDING;
        world.simulation.runFor(SECOND / 10);
        for (int i = 0; i < 5; i++) {
            world.ndis.NdisOidRequest(world.tcp.open().handle(), OidRequest.query("q" + i, Oid.GEN_STATISTICS));
            world.simulation.runFor(3 * SECOND);
            world.ndis.NdisMOidRequestComplete(world.handle(), world.nic.requests.get(i), NdisStatus.SUCCESS);
            world.simulation.runFor(SECOND);
        }
        assertThat(world.nic.resets).isZero();
    }

    @Test
    @Rule("R13")
    void withoutAResetHandlerARequestMayTakeForEver() {
        World world = new World().started(MiniportCharacteristics.of("nic").withReset(false));
        world.nic.oid = (port, request) -> NdisStatus.PENDING;
        world.ndis.NdisOidRequest(world.tcp.open().handle(), OidRequest.query("slow", Oid.GEN_STATISTICS));
        world.simulation.runFor(100 * SECOND);
        assertThat(world.events(What.RESET_TRIGGER)).isEmpty();
        assertThat(world.ndis.unfinished()).containsExactly("nic0: OID request slow");
    }

    @Test
    @Rule("R14")
    void aCheckWithoutAResetHandlerIsNoRegistration() {
        World world = new World();
        world.started(MiniportCharacteristics.of("nic").withReset(false).withCheckForHang(true));
        assertThat(world.broken()).containsExactly(14);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule("R15")
    void aStuckSendThatNoCheckMindsIsRemarkedOn(boolean minds) {
        World world = new World().started();
        world.nic.holdSends = true;
        world.nic.checkForHang = port -> minds && world.nic.checks == 3;
        world.nic.reset = (port, addressing) -> {
            world.nic.sends.get(0).status(NdisStatus.RESET_IN_PROGRESS);
            world.ndis.NdisMSendNetBufferListsComplete(port.handle(), world.nic.sends.get(0), 0);
            addressing.set(false);
            return NdisStatus.SUCCESS;
        };
        world.ndis.NdisSendNetBufferLists(world.tcp.open().handle(), new netreset.ndis.NetBufferList("s"), 0, 0);
        world.simulation.runFor(30 * SECOND);
        assertThat(world.broken()).isEqualTo(minds ? List.of() : List.of(15));
        assertThat(world.nic.resets).isEqualTo(minds ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    @Rule("R59")
    void ndisItselfMindsAStuckSendBefore630(Profile profile) {
        World world = new World(profile).started(MiniportCharacteristics.of("nic"));
        world.nic.holdSends = true;
        world.ndis.NdisSendNetBufferLists(world.tcp.open().handle(), new netreset.ndis.NetBufferList("s"), 0, 0);
        world.simulation.runFor(4 * SECOND);
        boolean minds = !profile.isAtLeast(Profile.NDIS_6_30);
        assertThat(world.events(What.RESET_TRIGGER)).hasSize(minds ? 1 : 0);
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R16")
    void ticksComeWhileInitializationTakesItsTime() {
        World world = new World();
        world.nic.initialize = port -> world.ndis.script(new Steps().sleep(5 * SECOND));
        world.nic.checkForHang = port -> {
            assertThat(world.adapter().state()).isEqualTo(AdapterState.INITIALIZING);
            return world.nic.checks == 1;
        };
        world.started();
        assertThat(world.nic.checks).isEqualTo(2);
        assertThat(world.nic.resets).isEqualTo(1);
        assertThat(world.ndis.violations()).isEmpty();
        assertThat(world.adapter().state()).isEqualTo(AdapterState.RUNNING);
    }

    @Test
    @Rule("R17")
    void noTickIsLookedAtDuringAReset() {
        World world = new World().started().pending();
        world.reset();
        world.simulation.runFor(20 * SECOND);
        assertThat(world.nic.checks).isZero();
        world.complete(NdisStatus.SUCCESS, false);
        world.simulation.runFor(2 * SECOND);
        assertThat(world.nic.checks).isEqualTo(1);
    }

    @Test
    @Rule("R17")
    void noTickIsLookedAtAfterShutdownOrHalt() {
        World shut = new World().started();
        shut.ndis.shutdown("nic0");
        shut.simulation.runFor(20 * SECOND);
        World halted = new World().started();
        halted.ndis.halt("nic0");
        halted.simulation.runFor(20 * SECOND);
        assertThat(shut.nic.checks + halted.nic.checks).isZero();
    }

    @Test
    @Rule("R18")
    void triggersBeforeTheHandlerAreOneReset() {
        World world = new World().started();
        world.tcp.onStatus = (open, indication) -> {
            if (indication.statusCode().equals(NdisStatus.RESET_START)) {
                world.ndis.NdisMResetMiniport(world.handle());
            }
        };
        world.ndis.NdisMResetMiniport(world.handle());
        world.ndis.NdisMResetMiniport(world.handle());
        world.ndis.operatorReset("nic0");
        world.simulation.settle();
        assertThat(world.nic.resets).isEqualTo(1);
        assertThat(world.adapter().coalescedRequests()).isEqualTo(3);
        assertThat(world.events(What.RESET_REQUEST_DROPPED)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"DROP, 1", "QUEUE_ONE, 2", "QUEUE_ALL, 4"})
    @Rule("R18")
    void triggersAfterItAreWhatTheKnobSays(String reading, int resets) {
        World world = new World(Knob.SECOND_REQUEST, reading).started().pending();
        world.reset();
        world.nic.reset = (port, addressing) -> {
            addressing.set(false);
            return NdisStatus.SUCCESS;
        };
        world.reset().reset().reset();
        world.complete(NdisStatus.SUCCESS, false);
        assertThat(world.nic.resets).isEqualTo(resets);
        assertThat(world.adapter().resetState()).isEqualTo(ResetState.IDLE);
        assertThat(world.ndis.violations()).isEmpty();
    }

    @Test
    @Rule("R19")
    void withoutAResetHandlerNothingButARemark() {
        World world = new World().started(MiniportCharacteristics.of("gvnic").withReset(false));
        world.reset();
        assertThat(world.story()).containsExactly("reset-request", "reset-request-dropped", "note");
        assertThat(world.events(What.NOTE))
                .singleElement()
                .satisfies(note -> assertThat(note.rule()).isEqualTo(19));
        assertThat(world.tcp.told).isEmpty();
    }

    @Test
    void withoutAResetHandlerTheKnobCanHaveTheAdapterRemoved() {
        World world = new World(Knob.NO_RESET_HANDLER, "REMOVE")
                .started(MiniportCharacteristics.of("gvnic").withReset(false));
        world.reset();
        assertThat(world.adapter().state()).isEqualTo(AdapterState.HALTED);
        assertThat(world.events(What.HALT).get(0).text()).isEqualTo("DEVICE_FAILED");
    }
}
