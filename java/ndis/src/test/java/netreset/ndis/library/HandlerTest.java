// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.InterruptHandle;
import netreset.ndis.Irql;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.NdisSpinLock;
import netreset.ndis.NdisStatus;
import netreset.ndis.Steps;
import netreset.ndis.rules.Knob;
import netreset.ndis.rules.Profile;
import netreset.ndis.trace.What;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MiniportResetEx and NdisMResetComplete. */
class HandlerTest {
    private final World world = new World().started();

    @Test
    @Rule("R43")
    void oneHandlerAtATimeForAnAdapterAndAdaptersAreIndependent() {
        TestNic other = new TestNic(world.ndis);
        world.ndis.addAdapter(
                world.ndis.NdisMRegisterMiniportDriver(other, MiniportCharacteristics.of("other")), "nic1");
        world.simulation.settle();
        world.pending().reset().reset().reset();
        assertThat(world.nic.resets).isEqualTo(1);
        world.ndis.NdisMResetMiniport(world.ndis.adapter("nic1").handle());
        world.simulation.settle();
        assertThat(other.resets).isEqualTo(1);
        assertThat(world.ndis.adapter("nic1").resetState()).isEqualTo(ResetState.IDLE);
        assertThat(world.adapter().resetState()).isEqualTo(ResetState.PENDING);
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R44")
    void theHandlerGetsTheDriversOwnContext() {
        List<Object> contexts = new ArrayList<>();
        world.nic.reset = (port, addressing) -> {
            contexts.add(port);
            return NdisStatus.HARD_ERRORS;
        };
        world.reset();
        assertThat(contexts).containsExactly(world.adapter().context());
        assertThat(contexts.get(0)).isInstanceOf(TestNic.Port.class);
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCESS, false, false",
        "RESET_IN_PROGRESS, false, false",
        "SOFT_ERRORS, false, false",
        "HARD_ERRORS, false, true",
        "FAILURE, true, true",
        "ADAPTER_NOT_READY, true, true",
        "NOT_RESETTABLE, true, true"
    })
    @Rule("R45")
    void fiveResultsAreAllowedAndOthersAreFailures(String name, boolean violation, boolean failed) {
        NdisStatus status = status(name);
        for (boolean later : new boolean[] {false, true}) {
            World fresh = new World().started();
            fresh.nic.reset = (port, addressing) -> {
                fresh.ndis.NdisWriteErrorLogEntry(port.handle(), 0xC000138A, "trouble");
                addressing.set(false);
                return later ? NdisStatus.PENDING : status;
            };
            fresh.reset();
            if (later) {
                fresh.complete(status, false);
            }
            assertThat(fresh.broken()).isEqualTo(violation ? List.of(45) : List.of());
            assertThat(fresh.adapter().isDegraded()).isEqualTo(failed);
            assertThat(fresh.tcp.told).containsExactly("RESET_START", "RESET_END");
        }
    }

    @ParameterizedTest
    @CsvSource({"NDIS_5, false", "NDIS_6_20, true"})
    @Rule("R45")
    void notResettableIsAResultOfNdis5Alone(Profile profile, boolean violation) {
        World old = new World(profile);
        old.nic.reset = (port, addressing) -> NdisStatus.NOT_RESETTABLE;
        old.started();
        old.ndis.operatorReset(World.NIC);
        old.simulation.settle();
        assertThat(old.broken()).isEqualTo(violation ? List.of(45) : List.of());
    }

    private static NdisStatus status(String name) {
        return switch (name) {
            case "SUCCESS" -> NdisStatus.SUCCESS;
            case "RESET_IN_PROGRESS" -> NdisStatus.RESET_IN_PROGRESS;
            case "SOFT_ERRORS" -> NdisStatus.SOFT_ERRORS;
            case "HARD_ERRORS" -> NdisStatus.HARD_ERRORS;
            case "ADAPTER_NOT_READY" -> NdisStatus.ADAPTER_NOT_READY;
            case "NOT_RESETTABLE" -> NdisStatus.NOT_RESETTABLE;
            default -> NdisStatus.FAILURE;
        };
    }

    @Test
    @Rule("R46")
    void aResetThatIsNeverCompletedIsOverdueAndUnfinished() {
        world.pending().reset();
        world.simulation.runFor(100 * World.SECOND);
        assertThat(world.events(What.NOTE))
                .singleElement()
                .satisfies(note -> assertThat(note.rule()).isEqualTo(46));
        assertThat(world.ndis.unfinished()).containsExactly("nic0: reset 1 is PENDING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"never reset", "returned synchronously", "completed already", "had none of its own"})
    @Rule("R47")
    void aCompletionThatNobodyWaitsForStopsWindows(String after) {
        switch (after) {
            case "returned synchronously" -> world.reset();
            case "completed already" -> {
                world.pending().reset();
                world.complete(NdisStatus.SUCCESS, false);
            }
            case "had none of its own" -> {
                world.nic.reset = (port, addressing) -> NdisStatus.RESET_IN_PROGRESS;
                world.reset();
            }
            default -> assertThat(world.nic.resets).isZero();
        }
        world.complete(NdisStatus.SOFT_ERRORS, true);
        assertThat(world.ndis.bugCheck())
                .isEqualTo(new BugCheck(0x7C, 0x0F, "adapter nic0, status SOFT_ERRORS, AddressingReset true"));
        assertThat(world.broken()).containsExactly(47);
        assertThat(world.simulation.isStopped()).isTrue();
        assertThat(world.events(What.BUG_CHECK)).hasSize(1);
    }

    @Test
    @Rule("R47")
    void aBugCheckDoesNotReturn() {
        boolean[] returned = new boolean[1];
        world.ndis.thread("driver", Irql.PASSIVE, new Steps().then(() -> {
                    world.ndis.NdisMResetComplete(world.handle(), NdisStatus.SUCCESS, false);
                    returned[0] = true;
                }));
        world.simulation.settle();
        assertThat(returned[0]).isFalse();
        assertThat(world.simulation.step()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "NDIS_6_30, 0, false",
        "NDIS_6_30, 2, false",
        "NDIS_6_30, 5, true",
        "NDIS_5, 0, true",
        "NDIS_5, 2, false"
    })
    @Rule("R48")
    void completionsComeUpToDispatchAndInNdis5AtDispatch(Profile profile, int irql, boolean violation) {
        World other = new World(profile).started().pending();
        other.ndis.operatorReset("nic0");
        other.simulation.settle();
        other.ndis.thread(
                "driver",
                irql,
                new Steps().then(() -> other.ndis.NdisMResetComplete(other.handle(), NdisStatus.SUCCESS, false)));
        other.simulation.settle();
        assertThat(other.broken()).isEqualTo(violation ? List.of(48) : List.of());
    }

    @Test
    @Rule("R49")
    void completionsComeWithoutSpinLocks() {
        world.pending().reset();
        NdisSpinLock lock = new NdisSpinLock("lock");
        world.ndis.thread(
                "driver",
                Irql.PASSIVE,
                new Steps()
                        .acquire(world.ndis, lock)
                        .then(() -> world.ndis.NdisMResetComplete(world.handle(), NdisStatus.SUCCESS, false))
                        .release(world.ndis, lock));
        world.simulation.settle();
        assertThat(world.broken()).containsExactly(49);
    }

    @Test
    @Rule("R50")
    void pendingCompletesNothing() {
        world.pending().reset();
        world.complete(NdisStatus.PENDING, false);
        assertThat(world.broken()).containsExactly(50);
        assertThat(world.adapter().resetState()).isEqualTo(ResetState.PENDING);
        world.complete(NdisStatus.SUCCESS, false);
        assertThat(world.adapter().resetState()).isEqualTo(ResetState.IDLE);
    }

    @ParameterizedTest
    @CsvSource({"50, false", "51, true"})
    @Rule("R51")
    void stallsAreShort(int microseconds, boolean violation) {
        world.nic.reset = (port, addressing) -> {
            world.ndis.NdisStallExecution(microseconds);
            addressing.set(false);
            return NdisStatus.SUCCESS;
        };
        world.reset();
        assertThat(world.broken()).isEqualTo(violation ? List.of(51) : List.of());
        assertThat(world.adapter().gateClosedNanos()).isEqualTo(microseconds * 1000L);
    }

    @ParameterizedTest
    @CsvSource({"SOFT_ERRORS, false", "SOFT_ERRORS, true", "HARD_ERRORS, false", "HARD_ERRORS, true"})
    @Rule("R52")
    void troubleIsLoggedFirst(String name, boolean logs) {
        world.ndis.NdisWriteErrorLogEntry(world.handle(), 1, "long before");
        world.nic.reset = (port, addressing) -> {
            if (logs) {
                world.ndis.NdisWriteErrorLogEntry(port.handle(), 0x800013A8, "reset failed");
            }
            addressing.set(false);
            return status(name);
        };
        world.reset();
        assertThat(world.broken()).isEqualTo(logs ? List.of() : List.of(52));
    }

    @ParameterizedTest
    @CsvSource({"SUCCESS, false", "SUCCESS, true", "FAILURE, false", "FAILURE, true", "HARD_ERRORS, true"})
    @Rule("R53")
    void endComesHoweverItCompletes(String name, boolean later) {
        world.nic.reset = (port, addressing) -> {
            addressing.set(false);
            return later ? NdisStatus.PENDING : status(name);
        };
        world.reset();
        assertThat(world.tcp.told).isEqualTo(later ? List.of("RESET_START") : List.of("RESET_START", "RESET_END"));
        if (later) {
            world.complete(status(name), false);
        }
        assertThat(world.tcp.told).containsExactly("RESET_START", "RESET_END");
    }

    @Test
    @Rule("R54")
    void anInterruptCanComeInTheMiddleOfTheHandler() {
        InterruptHandle interrupt = world.ndis.NdisMRegisterInterruptEx(world.handle());
        world.nic.reset = (port, addressing) -> world.ndis.script(new Steps()
                .then(() -> world.ndis.interrupt("nic0"))
                .await(() -> world.events(What.DPC).size() == 1)
                .then(() -> addressing.set(false)));
        world.reset();
        world.ndis.NdisMDeregisterInterruptEx(interrupt);
        assertThat(world.story())
                .containsSubsequence("reset-handler", "interrupt", "dpc", "reset-handler-return", "reset-done");
        assertThat(world.events(What.INTERRUPT).get(0).irql()).isEqualTo(Irql.DEVICE);
        assertThat(world.events(What.DPC).get(0).irql()).isEqualTo(Irql.DISPATCH);
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R55")
    void anEarlyCompletionWaitsForTheHandlersReturn() {
        world.nic.reset = (port, addressing) -> {
            world.ndis.NdisMResetComplete(port.handle(), NdisStatus.SUCCESS, false);
            assertThat(world.adapter().resetState()).isEqualTo(ResetState.EARLY_DONE);
            assertThat(world.tcp.told).containsExactly("RESET_START");
            return NdisStatus.PENDING;
        };
        world.reset();
        assertThat(world.tcp.told).containsExactly("RESET_START", "RESET_END");
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R55")
    void theKnobHasNoPatienceWithEarlyCompletions() {
        World strict = new World(Knob.EARLY_COMPLETE, "BUG_CHECK").started();
        strict.nic.reset = (port, addressing) -> {
            strict.ndis.NdisMResetComplete(port.handle(), NdisStatus.SUCCESS, false);
            return NdisStatus.PENDING;
        };
        strict.reset();
        assertThat(strict.ndis.bugCheck()).isNotNull();
    }

    @Test
    @Rule("R56")
    void anEarlyCompletionAndAResultAreOneTooMany() {
        world.nic.reset = (port, addressing) -> {
            world.ndis.NdisMResetComplete(port.handle(), NdisStatus.SUCCESS, false);
            return NdisStatus.SUCCESS;
        };
        world.reset();
        assertThat(world.broken()).containsExactly(56);
        assertThat(world.ndis.bugCheck())
                .isEqualTo(new BugCheck(0x7C, 0x0F, "adapter nic0, status SUCCESS, AddressingReset false"));
    }

    @Test
    void theHandlersLevelIsWhatTheKnobSays() {
        for (String reading : Knob.HANDLER_IRQL.readings()) {
            World other = new World(Knob.HANDLER_IRQL, reading).started();
            other.reset();
            assertThat(other.events(What.RESET_HANDLER))
                    .singleElement()
                    .satisfies(event -> assertThat(Irql.name(event.irql())).isEqualTo(reading));
            assertThat(other.events(What.RESET_DONE).get(0).irql()).isEqualTo(Irql.PASSIVE);
        }
    }

    @Test
    void theHandlerLeavesTheLevelAsItFoundIt() {
        world.nic.reset = (port, addressing) -> {
            assertThat(world.ndis.NDIS_RAISE_IRQL_TO_DISPATCH()).isEqualTo(Irql.PASSIVE);
            addressing.set(false);
            return NdisStatus.SUCCESS;
        };
        world.reset();
        assertThat(world.ndis.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.message())
                        .isEqualTo("MiniportResetEx was called at PASSIVE and returns at DISPATCH"));
        assertThat(world.events(What.RESET_DONE).get(0).irql()).isEqualTo(Irql.PASSIVE);
    }

    @Test
    void whatAHandlerThrowsStopsTheRunAndIsNoStackTrace() {
        world.nic.reset = (port, addressing) -> {
            throw new IllegalStateException("a driver's bug");
        };
        world.reset();
        assertThat(world.ndis.bugCheck())
                .isEqualTo(new BugCheck(0x1E, 0, "java.lang.IllegalStateException: a driver's bug"));
        assertThat(world.ndis.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).contains("worker nic0: ResetMachine"));
    }

    @Test
    void anEndlessHandlerIsStopped() {
        world.simulation.maxSteps(1000);
        world.nic.reset = (port, addressing) ->
                world.ndis.script(new Steps().then(() -> {}).repeatWhile(() -> true));
        world.reset();
        assertThat(world.simulation.isStopped()).isTrue();
        assertThat(world.ndis.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).contains("no end after 1000 steps"));
    }

    @Test
    void aStaleHandleIsSeen() {
        MiniportAdapterHandle old = world.handle();
        world.ndis.halt("nic0");
        world.simulation.settle();
        world.ndis.NdisMResetMiniport(old);
        assertThat(world.broken()).containsExactly(83);
    }
}
