// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import static netreset.rras.operations.PortOutcome.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.rras.FakePort;
import netreset.rras.abi.RasPortCondition;
import netreset.rras.abi.Winerror;
import netreset.rules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ports a run touches, in which order, and when it stops. */
class RunTest {
    private static final PortRequest RESET = PortRequest.of(PortOperation.RESET, PortSelection.ALL);
    private static final PortRequest DISCONNECT = PortRequest.of(PortOperation.DISCONNECT, PortSelection.ALL);
    private static final PortRequest CLEAR = PortRequest.of(PortOperation.CLEAR_STATISTICS, PortSelection.ALL);

    private Bench bench;

    @BeforeEach
    void connect() throws ResetException {
        bench = new Bench();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private List<String> mutations() {
        return bench.fake.log.stream()
                .filter(line -> line.startsWith("MprAdminPortReset") || line.startsWith("MprAdminPortDisconnect"))
                .toList();
    }

    @Test
    @Rule("P44")
    void portsInUseAreNotTouched() throws ResetException {
        bench.free("free");
        bench.used("used", "ada", 9);
        FakePort odd = bench.used("odd", "bob", 9);
        odd.condition = 99;

        assertThat(bench.outcomes(bench.run(RESET))).containsExactly(NO_EFFECT_OBSERVED, IN_USE, IN_USE);
        assertThat(bench.outcomes(bench.run(DISCONNECT))).containsExactly(NOTHING_TO_DO, IN_USE, IN_USE);
        assertThat(mutations()).containsExactly("MprAdminPortReset 0x1000 0x100");
    }

    @Test
    @Rule("P44")
    void portsInUseAreTouchedWhenAskedFor() throws ResetException {
        bench.used("used", "ada", 9);
        bench.fake.disconnect = Bench::hangUp;

        assertThat(bench.outcomes(bench.run(DISCONNECT.withPortsInUse(true)))).containsExactly(CONFIRMED);
    }

    @Test
    void clearingStatisticsDisturbsNobody() throws ResetException {
        FakePort used = bench.used("used", "ada", 9);
        used.counters[0] = 5;

        assertThat(bench.outcomes(bench.run(CLEAR))).containsExactly(CONFIRMED);
    }

    @Test
    @Rule("P45")
    void aPlanTouchesNothingAndSelectsWhatTheRunDoes() throws ResetException {
        bench.free("A");
        bench.used("B", "ada", 9);
        bench.stuck("C");
        bench.free("D");
        PortRequest request = RESET.withMaxPorts(2);

        PortPlan plan = bench.operations.plan(request);

        assertThat(bench.mutations()).isZero();
        assertThat(bench.trail).isEmpty();
        assertThat(plan.ports())
                .extracting(PortReport::outcome)
                .containsExactly(PLANNED, IN_USE, PLANNED, BEYOND_LIMIT);
        assertThat(plan.planned()).isEqualTo(2);
        PortRun run = bench.run(request);
        assertThat(run.plan()).isEqualTo(plan);
        assertThat(mutations()).containsExactly("MprAdminPortReset 0x1000 0x100", "MprAdminPortReset 0x1000 0x102");
    }

    @Test
    @Rule("P47")
    void theOrderIsTheServersAndTheDelayIsBetweenPorts() throws ResetException {
        bench.fake.pageSize = 2;
        for (String name : List.of("C", "A", "D", "B")) {
            bench.free(name);
        }
        PortRequest request = RESET.withVerification(Duration.ZERO)
                .withDelay(Duration.ofSeconds(3))
                .withMaxPorts(3);

        PortRun run = bench.run(request);

        assertThat(run.ports()).extracting(port -> port.port().name()).containsExactly("C", "A", "D", "B");
        assertThat(bench.outcomes(run)).containsExactly(ACCEPTED, ACCEPTED, ACCEPTED, BEYOND_LIMIT);
        assertThat(bench.time.slept).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "device", "connection", "gone"})
    @Rule("P43")
    void aPortThatIsAnotherNowIsLeftAlone(String what) throws ResetException {
        bench.free("A");
        FakePort second = bench.free("B");
        PortPlan plan = bench.operations.plan(RESET);
        switch (what) {
            case "name" -> second.name = "Z";
            case "device" -> second.device = "WAN Miniport (PPTP)";
            case "connection" -> second.connection = 0x777;
            default -> bench.fake.ports.remove(second);
        }

        PortRun run = bench.operations.run(plan, report -> {});

        assertThat(bench.outcomes(run)).containsExactly(NO_EFFECT_OBSERVED, CHANGED);
        assertThat(run.stopped()).isNull();
        assertThat(bench.mutations()).isEqualTo(1);
    }

    @Test
    @Rule({"P43", "P44"})
    void aPortThatCameIntoUseIsLeftAlone() throws ResetException {
        FakePort port = bench.stuck("A");
        PortPlan plan = bench.operations.plan(DISCONNECT);
        port.condition = RasPortCondition.RAS_PORT_AUTHENTICATED;

        assertThat(bench.outcomes(bench.operations.run(plan, report -> {}))).containsExactly(CHANGED);
        assertThat(bench.mutations()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {Winerror.ERROR_ACCESS_DENIED, 903, 1717, 1722, 1753, 1062})
    @Rule("P46")
    void aFailureThatMeetsEveryPortStopsTheRun(int code) throws ResetException {
        bench.free("A");
        bench.free("B");
        bench.used("C", "ada", 9);
        bench.free("D");
        bench.fake.fail(MprapiFunction.PORT_RESET, 0, code);

        PortRun run = bench.run(RESET);

        assertThat(bench.outcomes(run)).containsExactly(NO_EFFECT_OBSERVED, FAILED, IN_USE, NOT_ATTEMPTED);
        assertThat(bench.mutations()).isEqualTo(2);
        assertThat(run.stopped()).isNotNull();
        assertThat(run.stopped().code().value()).isEqualTo(code);
        assertThat(run.ports().get(1).reason()).isEqualTo(run.stopped().reason());
    }

    @Test
    @Rule("P46")
    void aFailureOfOnePortDoesNot() throws ResetException {
        bench.free("A");
        bench.free("B");
        bench.fake.fail(MprapiFunction.PORT_RESET, 87, 0);

        PortRun run = bench.run(RESET);

        assertThat(bench.outcomes(run)).containsExactly(FAILED, NO_EFFECT_OBSERVED);
        assertThat(run.ports().get(0).reason()).isEqualTo(Reason.STALE_PORT);
        assertThat(run.stopped()).isNull();
    }

    @Test
    void anInterruptStopsTheRunBetweenTwoPorts() throws ResetException {
        bench.free("A");
        bench.free("B");
        bench.time.interruptSleep();

        PortRun run = bench.run(RESET.withVerification(Duration.ZERO).withDelay(Duration.ofSeconds(1)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(bench.outcomes(run)).containsExactly(ACCEPTED, NOT_ATTEMPTED);
        assertThat(run.stopped().reason()).isEqualTo(Reason.INTERRUPTED);
    }

    @Test
    void theListenerHearsOfEachPortInOrder() throws ResetException {
        bench.free("A");
        bench.used("B", "ada", 9);
        List<PortReport> heard = new ArrayList<>();

        PortRun run = bench.operations.run(bench.operations.plan(RESET), heard::add);

        assertThat(heard).isEqualTo(run.ports());
    }

    @ParameterizedTest
    @EnumSource(PortOperation.class)
    @Rule("P62")
    void everyMessageSaysWhat(PortOperation operation) throws ResetException {
        FakePort port = bench.stuck("A");
        port.counters[0] = 5;
        PortRequest request = PortRequest.of(operation, PortSelection.ALL);

        List<String> messages = new ArrayList<>();
        messages.add(bench.operations.plan(request).ports().get(0).message());
        messages.add(bench.run(request.withVerification(Duration.ZERO))
                .ports()
                .get(0)
                .message());
        messages.add(bench.run(request).ports().get(0).message());
        MprapiFunction function = switch (operation) {
            case RESET -> MprapiFunction.PORT_RESET;
            case DISCONNECT -> MprapiFunction.PORT_DISCONNECT;
            case CLEAR_STATISTICS -> MprapiFunction.PORT_CLEAR_STATS;
        };
        bench.fake.fail(function, 1726, 4711);
        messages.add(bench.run(request).ports().get(0).message());
        messages.add(bench.run(request).ports().get(0).message());

        assertThat(messages)
                .hasSize(5)
                .allSatisfy(message -> assertThat(message).startsWith(operation.what()));
        assertThat(PortOperation.RESET.what()).isEqualTo("device reset");
    }
}
