// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.function.Consumer;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.rras.FakePort;
import netreset.rras.PortCondition;
import netreset.rras.PortResult;
import netreset.rras.abi.RasPortCondition;
import netreset.rules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of one port after a call. */
class EffectTest {
    private static final PortRequest RESET =
            PortRequest.of(PortOperation.RESET, PortSelection.ALL).withPortsInUse(true);
    private static final PortRequest DISCONNECT =
            PortRequest.of(PortOperation.DISCONNECT, PortSelection.ALL).withPortsInUse(true);
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

    private PortReport only(PortRequest request) throws ResetException {
        return bench.run(request).ports().get(0);
    }

    @Test
    @Rule({"P36", "P37"})
    void acceptedWithoutAChangeIsNoReset() throws ResetException {
        bench.stuck("A");

        PortReport report = only(RESET);

        assertThat(report.outcome()).isEqualTo(PortOutcome.NO_EFFECT_OBSERVED);
        PortAttempt attempt = report.attempts().get(0);
        assertThat(attempt.effect()).isEqualTo(Effect.NOT_OBSERVED);
        assertThat(attempt.result().isAccepted()).isTrue();
        assertThat(attempt.result().code().value()).isZero();
        assertThat(attempt.result().code().symbol()).isEqualTo("NO_ERROR");
        assertThat(report.message()).contains("accepted, but no effect seen within 10 s");
        assertThat(bench.time.total()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    @Rule({"P36", "P37"})
    void acceptedWithoutALookIsAcceptedOnly() throws ResetException {
        bench.stuck("A");
        bench.fake.reset = Bench::hangUp;

        PortReport report = only(RESET.withVerification(Duration.ZERO));

        assertThat(report.outcome()).isEqualTo(PortOutcome.ACCEPTED);
        assertThat(report.attempts().get(0).effect()).isEqualTo(Effect.NOT_CHECKED);
        assertThat(report.message()).isEqualTo("device reset accepted; nobody looked for an effect");
        assertThat(bench.time.slept).isEmpty();
    }

    @Test
    @Rule("P36")
    void aPortThatWasFreedByAndByWasReset() throws ResetException {
        FakePort port = bench.stuck("A");
        bench.fake.reset = reset -> bench.time.after(Duration.ofSeconds(2), () -> Bench.hangUp(port));

        PortReport report = only(RESET);

        assertThat(report.outcome()).isEqualTo(PortOutcome.CONFIRMED);
        assertThat(report.attempts().get(0).effect()).isEqualTo(Effect.CONFIRMED);
        assertThat(report.attempts().get(0).after().isConnected()).isFalse();
        assertThat(bench.time.total()).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({
        "condition, AUTHENTICATED -> DISCONNECTED",
        "counters, its counters went back",
        "duration, connected for 100 s -> 0 s",
        "calls, calls 4 -> 0",
        "connection, 'another connection is on it, still AUTHENTICATED'"
    })
    @Rule("P36")
    void aResetShowsInWhatChanges(String what, String text) throws ResetException {
        FakePort port = bench.used("A", "ada", 100);
        port.counters[1] = 9;
        port.calls = 4;
        bench.fake.reset = reset -> {
            switch (what) {
                case "condition" -> reset.condition = RasPortCondition.RAS_PORT_DISCONNECTED;
                case "counters" -> reset.counters = new int[12];
                case "duration" -> reset.duration = 0;
                case "calls" -> reset.calls = 0;
                default -> reset.connection = 0x999;
            }
        };

        PortReport report = only(RESET);

        assertThat(report.outcome()).isEqualTo(PortOutcome.CONFIRMED);
        assertThat(report.message()).isEqualTo("device reset accepted, and a change seen: " + text);
    }

    @Test
    @Rule("P37")
    void anIdlePortMayShowNoChangeEvenAfterAResetThatWorked() throws ResetException {
        bench.free("A");
        assertThat(only(RESET).message())
                .isEqualTo("device reset accepted, but no effect seen within 10 s: still LISTENING (an idle port that"
                        + " listens may show no change even after an effective device reset)");
    }

    @Test
    @Rule("P37")
    void ofAPortThatIsStuckNothingOfTheKindIsSaid() throws ResetException {
        bench.stuck("A");
        assertThat(only(RESET).message()).endsWith("no effect seen within 10 s: still LISTENING");
    }

    @ParameterizedTest
    @CsvSource({"2, 4", "2, 5", "4, 5", "4, 2", "6, 3", "6, 1"})
    @Rule({"P36", "P37"})
    void whatWouldHaveComeByItselfIsNoEffect(int before, int after) throws ResetException {
        FakePort port = bench.stuck("A");
        port.condition = before;
        bench.fake.reset = reset -> reset.condition = after;

        PortReport report = only(RESET);

        assertThat(report.outcome()).isEqualTo(PortOutcome.EFFECT_UNKNOWN);
        assertThat(report.message()).contains("what was under way went on", " -> ");
    }

    @Test
    @Rule("P36")
    void aCallThatEndsBeforeItBeganIsAnEffect() throws ResetException {
        FakePort port = bench.free("A");
        port.condition = RasPortCondition.RAS_PORT_AUTHENTICATING;
        bench.fake.reset = Bench::hangUp;
        assertThat(only(RESET).outcome()).isEqualTo(PortOutcome.CONFIRMED);

        port.condition = RasPortCondition.RAS_PORT_AUTHENTICATING;
        bench.fake.disconnect = Bench::hangUp;
        assertThat(only(DISCONNECT).message()).endsWith("a change seen: AUTHENTICATING -> LISTENING");
    }

    @Test
    @Rule("P37")
    void trafficIsNoEffect() throws ResetException {
        FakePort port = bench.used("A", "ada", 100);
        port.counters[0] = -5;
        port.counters[2] = 5;
        bench.fake.reset = reset -> {
            reset.duration++;
            // Bytes wrapped while frames went on.
            reset.counters[0] = 3;
            reset.counters[2] = 6;
        };

        assertThat(only(RESET).outcome()).isEqualTo(PortOutcome.NO_EFFECT_OBSERVED);
    }

    @ParameterizedTest
    @CsvSource({"connected", "calling", "called"})
    @Rule({"P36", "P37"})
    void aNewCallIsNoEffect(String what) throws ResetException {
        bench.free("A");
        Consumer<FakePort> call = switch (what) {
            case "connected" ->
                port -> {
                    port.condition = RasPortCondition.RAS_PORT_AUTHENTICATED;
                    port.connection = 0x888;
                };
            case "calling" -> port -> port.condition = RasPortCondition.RAS_PORT_AUTHENTICATING;
            default -> port -> port.calls++;
        };
        bench.fake.reset = call;

        PortReport report = only(RESET);

        assertThat(report.outcome()).isEqualTo(PortOutcome.EFFECT_UNKNOWN);
        assertThat(report.attempts().get(0).effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(report.message()).contains("a new call");
    }

    @Test
    @Rule("P36")
    void whatCannotBeLookedAtIsUnknown() throws ResetException {
        bench.stuck("A");
        bench.fake.reset = reset -> bench.fake.ports.clear();

        PortReport report = only(RESET);

        assertThat(report.outcome()).isEqualTo(PortOutcome.EFFECT_UNKNOWN);
        assertThat(report.attempts().get(0).after()).isNull();
    }

    @Test
    void aHandleThatIsAnothersNowSaysNothing() throws ResetException {
        bench.stuck("A");
        bench.fake.reset = reset -> reset.name = "B";

        assertThat(only(RESET).outcome()).isEqualTo(PortOutcome.EFFECT_UNKNOWN);
    }

    @Test
    @Rule("P49")
    void disconnectingIsWatchedUntilThePortIsFree() throws ResetException {
        FakePort port = bench.used("A", "ada", 100);
        bench.fake.disconnect = hungUp -> bench.time.after(Duration.ofSeconds(4), () -> Bench.hangUp(port));

        PortReport report = only(DISCONNECT);

        assertThat(report.outcome()).isEqualTo(PortOutcome.CONFIRMED);
        assertThat(report.attempts().get(0).after().condition()).isEqualTo(PortCondition.LISTENING);
        assertThat(bench.time.total()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    @Rule("P49")
    void thatItIsNotFreeInTimeIsToldWithTheLastState() throws ResetException {
        bench.used("A", "ada", 100);

        PortReport report = only(DISCONNECT.withVerification(Duration.ofSeconds(3)));

        assertThat(report.outcome()).isEqualTo(PortOutcome.NO_EFFECT_OBSERVED);
        assertThat(report.message()).contains("within 3 s").contains("still AUTHENTICATED");
        assertThat(report.attempts().get(0).after().condition()).isEqualTo(PortCondition.AUTHENTICATED);
        assertThat(bench.time.total()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void clearingShowsInTheCounters() throws ResetException {
        FakePort port = bench.used("A", "ada", 100);
        port.counters[3] = 1;

        assertThat(only(CLEAR).outcome()).isEqualTo(PortOutcome.CONFIRMED);
        // They are 0 now: nothing can be seen of a second time.
        assertThat(only(CLEAR).outcome()).isEqualTo(PortOutcome.EFFECT_UNKNOWN);
    }

    @Test
    @Rule("P49")
    void thatTheConnectionStaysIsTold() throws ResetException {
        FakePort port = bench.stuck("A");
        bench.fake.disconnect = hungUp -> hungUp.condition = RasPortCondition.RAS_PORT_DISCONNECTED;
        assertThat(only(DISCONNECT).message())
                .endsWith("no effect seen within 10 s: LISTENING -> DISCONNECTED, its connection still there");

        port.condition = RasPortCondition.RAS_PORT_AUTHENTICATED;
        assertThat(only(DISCONNECT).message())
                .endsWith("a change seen: AUTHENTICATED -> DISCONNECTED, its connection still there");
    }

    @Test
    @Rule("P37")
    void theCountersOfAnotherConnectionWereNotCleared() throws ResetException {
        FakePort port = bench.used("A", "ada", 100);
        port.counters[3] = 9;
        bench.fake.clear = cleared -> {};
        bench.time.after(Duration.ofMillis(300), () -> {
            port.connection = 0x999;
            port.counters[3] = 1;
        });

        PortReport report = only(CLEAR);

        assertThat(report.outcome()).isEqualTo(PortOutcome.EFFECT_UNKNOWN);
        assertThat(report.message()).contains("its connection ended meanwhile");
    }

    @Test
    @Rule("P37")
    void countersThatWentBothWaysSayNothing() throws ResetException {
        FakePort port = bench.used("A", "ada", 100);
        port.counters[1] = 9;
        bench.time.after(Duration.ofMillis(300), () -> port.counters = new int[] {1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        bench.fake.clear = cleared -> {};

        PortReport report = only(CLEAR);

        assertThat(report.outcome()).isEqualTo(PortOutcome.EFFECT_UNKNOWN);
        assertThat(report.message()).contains("some of its counters went back");
    }

    @Test
    @Rule("P48")
    void whatHadAnEffectOrMayHaveHadOneIsNotEscalated() throws ResetException {
        FakePort port = bench.used("A", "ada", 100);
        port.calls = 4;
        bench.fake.reset = reset -> reset.calls = 0;
        assertThat(only(RESET.withEscalation(true)).outcome()).isEqualTo(PortOutcome.CONFIRMED);

        port.condition = RasPortCondition.RAS_PORT_INITIALIZING;
        bench.fake.reset = reset -> reset.condition = RasPortCondition.RAS_PORT_AUTHENTICATED;
        assertThat(only(RESET.withEscalation(true)).outcome()).isEqualTo(PortOutcome.EFFECT_UNKNOWN);

        assertThat(bench.fake.calls(MprapiFunction.PORT_DISCONNECT)).isZero();
    }

    @Test
    @Rule("P48")
    void whyAPortIsNotHungUpIsSaid() throws ResetException {
        bench.free("A");
        assertThat(only(RESET.withEscalation(true)).message())
                .startsWith("device reset accepted, but no effect seen")
                .endsWith("; not hung up: there is no connection to hang up");
    }

    @Test
    @Rule("P48")
    void aPortThatCannotBeReadAgainIsNotHungUpAndItsResetStaysKnown() throws ResetException {
        bench.used("A", "ada", 100);
        bench.used("B", "bob", 100);
        bench.onRecord = () -> bench.fake.failAlways(MprapiFunction.PORT_GET_INFO, 1722);

        PortRun run = bench.run(RESET.withEscalation(true));

        assertThat(bench.outcomes(run)).containsExactly(PortOutcome.NO_EFFECT_OBSERVED, PortOutcome.NOT_ATTEMPTED);
        assertThat(run.ports().get(0).message()).contains("; not hung up: ", "1722");
        assertThat(run.stopped().reason()).isEqualTo(Reason.SERVICE_UNAVAILABLE);
        assertThat(bench.fake.calls(MprapiFunction.PORT_DISCONNECT)).isZero();
    }

    @Test
    @Rule("P48")
    void onlyAResetWithoutEffectIsEscalatedAndOnlyWhenAsked() throws ResetException {
        FakePort port = bench.used("A", "ada", 100);
        bench.fake.disconnect = Bench::hangUp;

        assertThat(only(RESET).outcome()).isEqualTo(PortOutcome.NO_EFFECT_OBSERVED);
        assertThat(bench.fake.calls(MprapiFunction.PORT_DISCONNECT)).isZero();

        PortReport escalated = only(RESET.withEscalation(true));

        assertThat(escalated.outcome()).isEqualTo(PortOutcome.CONFIRMED);
        assertThat(escalated.message()).startsWith("hang-up of the connection");
        assertThat(escalated.attempts())
                .extracting(PortAttempt::operation)
                .containsExactly(PortOperation.RESET, PortOperation.DISCONNECT);
        assertThat(bench.fake.calls(MprapiFunction.PORT_DISCONNECT)).isEqualTo(1);
        port.condition = RasPortCondition.RAS_PORT_AUTHENTICATED;
        port.connection = 0x200;
        bench.fake.reset = Bench::hangUp;
        assertThat(only(RESET.withEscalation(true)).attempts()).hasSize(1);
    }

    @Test
    @Rule("P48")
    void anEscalationWithoutEffectIsTheEnd() throws ResetException {
        bench.used("A", "ada", 100);

        assertThat(only(RESET.withEscalation(true)).outcome()).isEqualTo(PortOutcome.NO_EFFECT_OBSERVED);
        assertThat(bench.fake.calls(MprapiFunction.PORT_DISCONNECT)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"87", "1726"})
    @Rule("P48")
    void whatWasNotAcceptedIsNotEscalated(int code) throws ResetException {
        bench.used("A", "ada", 100);
        bench.fake.failAlways(MprapiFunction.PORT_RESET, code);

        assertThat(only(RESET.withEscalation(true)).attempts()).hasSize(1);
        assertThat(bench.fake.calls(MprapiFunction.PORT_DISCONNECT)).isZero();
    }

    @Test
    @Rule({"P43", "P48"})
    void anotherCallIsNotHungUp() throws ResetException {
        FakePort port = bench.used("A", "ada", 100);
        bench.onRecord = () -> port.connection = 0x999;

        PortReport report = only(RESET.withEscalation(true));

        assertThat(report.outcome()).isEqualTo(PortOutcome.NO_EFFECT_OBSERVED);
        assertThat(report.message()).contains("; not hung up: it isn't what was selected any more");
        assertThat(bench.fake.calls(MprapiFunction.PORT_DISCONNECT)).isZero();
    }

    @Test
    @Rule("P41")
    void anUnknownOutcomeIsNotRepeated() throws ResetException {
        FakePort port = bench.stuck("A");
        bench.free("B");
        bench.fake.fail(MprapiFunction.PORT_RESET, 1726, 0);

        PortReport report = only(RESET);

        assertThat(report.outcome()).isEqualTo(PortOutcome.OUTCOME_UNKNOWN);
        assertThat(report.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
        assertThat(report.attempts()).hasSize(1);
        assertThat(report.attempts().get(0).result().status()).isEqualTo(PortResult.Status.OUTCOME_UNKNOWN);
        assertThat(bench.fake.log.stream().filter(line -> line.endsWith("PortReset 0x1000 " + hex(port))))
                .hasSize(1);
    }

    @Test
    @Rule("P41")
    void anUnknownOutcomeStaysSoEvenIfAnEffectIsSeen() throws ResetException {
        FakePort port = bench.stuck("A");
        bench.fake.fail(MprapiFunction.PORT_RESET, 1726);
        bench.time.after(Duration.ofMillis(300), () -> Bench.hangUp(port));

        PortReport report = only(RESET);

        assertThat(report.outcome()).isEqualTo(PortOutcome.OUTCOME_UNKNOWN);
        assertThat(report.attempts().get(0).effect()).isEqualTo(Effect.CONFIRMED);
        assertThat(report.message()).contains("a change was seen");
    }

    @ParameterizedTest
    @CsvSource({"1727", "1723"})
    @Rule("P42")
    void aCallThatNeverArrivedIsMadeOnceMoreOnThePortOfThatName(int code) throws ResetException {
        bench.stuck("other").handle = 0x50;
        FakePort port = bench.stuck("A");
        bench.fake.fail(MprapiFunction.PORT_RESET, code);
        bench.fake.reset = Bench::hangUp;
        // The service restarts and gives the handles to others.
        bench.onRecord = () -> {
            bench.fake.ports.get(0).handle = 0x101;
            port.handle = 0x300;
        };
        PortPlan plan = bench.operations.plan(
                PortRequest.of(PortOperation.RESET, PortSelection.named("A")).withPortsInUse(true));
        bench.fake.nextHandle = 0x2000;

        PortReport report = bench.operations.run(plan, r -> {}).ports().get(0);

        assertThat(report.outcome()).isEqualTo(PortOutcome.CONFIRMED);
        assertThat(report.attempts()).hasSize(2);
        assertThat(bench.fake.log.stream().filter(line -> line.startsWith("MprAdminPortReset")))
                .containsExactly("MprAdminPortReset 0x1000 0x101", "MprAdminPortReset 0x2000 0x300");
    }

    @Test
    @Rule("P42")
    void itIsMadeOnceMoreOnlyOnce() throws ResetException {
        bench.stuck("A");
        bench.stuck("B");
        bench.fake.failAlways(MprapiFunction.PORT_RESET, 1727);

        PortRun run = bench.run(RESET);

        assertThat(bench.outcomes(run)).containsExactly(PortOutcome.FAILED, PortOutcome.NOT_ATTEMPTED);
        assertThat(bench.fake.calls(MprapiFunction.PORT_RESET)).isEqualTo(2);
    }

    @Test
    void onlyAResetThatIsLookedAtIsEscalated() {
        assertThatIllegalArgumentException().isThrownBy(() -> DISCONNECT.withEscalation(true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RESET.withVerification(Duration.ZERO).withEscalation(true));
        assertThatIllegalArgumentException().isThrownBy(() -> RESET.withMaxPorts(0));
        assertThatIllegalArgumentException().isThrownBy(() -> RESET.withDelay(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> RESET.withVerification(Duration.ofDays(1)));
    }

    private static String hex(FakePort port) {
        return "0x" + Long.toHexString(port.handle);
    }
}
