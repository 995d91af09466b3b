// SPDX-License-Identifier: Apache-2.0
package netreset.miniport;

import static netreset.miniport.ScriptedHardware.event;
import static netreset.miniport.ScriptedHardware.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import netreset.NativeCode;
import netreset.Outcome;
import netreset.Reason;
import netreset.ResetEvent;
import netreset.ResetException;
import netreset.ResetReport;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what the hardware says. */
@Timeout(60)
class NdisAdapterTest {
    @ParameterizedTest
    @CsvSource({
        "RECOVERED, SUCCESS",
        "ACCEPTED, SUCCESS",
        "PARTIAL, SOFT_ERRORS",
        "NOT_RECOVERED, SOFT_ERRORS",
        "NO_EFFECT_OBSERVED, SOFT_ERRORS",
        "NOTHING_RESET, HARD_ERRORS",
        "IN_FLIGHT, HARD_ERRORS",
        "REFUSED, HARD_ERRORS",
        "FAILED, HARD_ERRORS"
    })
    void anOutcomeIsAStatus(Outcome outcome, String status) throws ResetException {
        try (Bench bench = new Bench(ScriptedHardware.ending(outcome))) {
            ResetReport report = bench.adapter.reset();

            assertThat(report.outcome()).isEqualTo(outcome);
            assertThat(bench.completion()).hasToString(status);
            assertThat(bench.all(What.ERROR_LOG)).hasSize(status.equals("SUCCESS") ? 0 : 1);
            bench.assertTold();
        }
    }

    @Test
    void whatIsLeftOfAPartIsInTheErrorLogBeforeTheCompletion() throws ResetException {
        try (Bench bench = new Bench(ScriptedHardware.ending(Outcome.PARTIAL))) {
            bench.adapter.reset();

            assertThat(bench.only(What.ERROR_LOG)).isLessThan(bench.only(What.RESET_COMPLETE));
            assertThat(bench.all(What.ERROR_LOG).get(0).text()).contains("PARTIAL; not reset: phy");
        }
    }

    @Test
    void anErrnoIsInTheErrorLogBeforeTheCompletion() throws ResetException {
        NativeCode code = new NativeCode("errno", 5, "EIO");
        try (Bench bench = new Bench(new ScriptedHardware(true, listener -> report(Outcome.FAILED, code)))) {
            bench.adapter.reset();

            assertThat(bench.completion()).isEqualTo(NdisStatus.HARD_ERRORS);
            assertThat(bench.only(What.ERROR_LOG)).isLessThan(bench.only(What.RESET_COMPLETE));
            assertThat(bench.all(What.ERROR_LOG).get(0).text()).contains("FAILED (EIO)");
        }
    }

    @ParameterizedTest
    @CsvSource({"PERMISSION_DENIED, 1, EPERM", "BUSY, 16, EBUSY", "FLAGS_REJECTED, 22, EINVAL"})
    void hardwareThatWasNotResetIsAHardErrorAndItsException(Reason reason, int errno, String symbol) {
        ResetException failure =
                new ResetException(reason, "eth1 says no", new NativeCode("errno", errno, symbol), null);
        try (Bench bench = new Bench(ScriptedHardware.failing(failure))) {
            assertThat(catchThrowableOfType(ResetException.class, bench.adapter::reset))
                    .isSameAs(failure);

            assertThat(bench.completion()).isEqualTo(NdisStatus.HARD_ERRORS);
            assertThat(bench.only(What.ERROR_LOG)).isLessThan(bench.only(What.RESET_COMPLETE));
            assertThat(bench.all(What.ERROR_LOG).get(0).text()).contains("eth1 says no (" + symbol + ")");
            assertThat(bench.all(What.HALT)).isEmpty();
            bench.assertTold();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STRANDED", "TARGET_CHANGED"})
    void hardwareThatIsGoneTakesItsAdapterAlong(Outcome outcome) throws ResetException {
        try (Bench bench = new Bench(ScriptedHardware.ending(outcome))) {
            assertThat(bench.adapter.reset().outcome()).isEqualTo(outcome);

            assertThat(bench.completion()).isEqualTo(NdisStatus.HARD_ERRORS);
            assertGone(bench);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_FOUND", "DETACHED"})
    void hardwareThatIsNotThereTakesItsAdapterAlong(Reason reason) {
        try (Bench bench = new Bench(ScriptedHardware.failing(new ResetException(reason, "gone")))) {
            assertThat(catchThrowableOfType(ResetException.class, bench.adapter::reset)
                            .reason())
                    .isEqualTo(reason);

            assertGone(bench);
        }
    }

    private static void assertGone(Bench bench) {
        bench.adapter.call(() -> true);
        assertThat(bench.all(What.PNP_EVENT))
                .anyMatch(event -> String.valueOf(event.text()).contains("surprise"));
        assertThat(bench.all(What.HALT)).hasSize(1);
        assertThat(bench.only(What.HALT)).isGreaterThan(bench.only(What.RESET_COMPLETE));
        bench.assertTold();
    }

    @Test
    void thoseAboveAreToldBeforeTheHardwareIsCalledAndAfterItIsBack() throws ResetException {
        List<String> toldAtTheCall = new ArrayList<>();
        Bench[] bench = new Bench[1];
        Hardware hardware = new ScriptedHardware(true, listener -> {
            toldAtTheCall.addAll(bench[0].witness.told);
            listener.onEvent(event(ResetEvent.What.DISPATCHED));
            return report(Outcome.RECOVERED, null);
        });
        try (Bench made = new Bench(hardware)) {
            bench[0] = made;
            made.adapter.reset();

            assertThat(toldAtTheCall).contains("RESET_START").doesNotContain("RESET_END");
            long called = made.all(What.DEVICE).get(0).seq();
            long returned = made.all(What.DEVICE).get(1).seq();
            assertThat(made.told(NdisStatus.RESET_START)).isLessThan(called);
            assertThat(made.only(What.RESET_COMPLETE)).isGreaterThan(returned);
            assertThat(made.told(NdisStatus.RESET_END)).isGreaterThan(made.only(What.RESET_COMPLETE));
            assertThat(made.all(What.DEVICE))
                    .extracting(Event::text)
                    .containsExactly("scripted DISPATCHED", "RECOVERED");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onlyRealHardwaresEventsAreReal(boolean real) throws ResetException {
        Hardware hardware = new ScriptedHardware(real, listener -> {
            listener.onEvent(event(ResetEvent.What.LINK_LOST));
            return report(Outcome.RECOVERED, null);
        });
        try (Bench bench = new Bench(hardware)) {
            bench.adapter.reset();

            assertThat(bench.all(What.DEVICE)).hasSize(2).allMatch(event -> event.real() == real);
            assertThat(bench.events)
                    .filteredOn(event -> event.what() != What.DEVICE)
                    .noneMatch(Event::real);
        }
    }

    @Test
    void theLinksWayDownAndUpIsIndicatedBeforeTheCompletion() throws ResetException {
        List<ResetEvent> heard = new CopyOnWriteArrayList<>();
        Hardware hardware = new ScriptedHardware(true, listener -> {
            listener.onEvent(event(ResetEvent.What.DISPATCHED));
            listener.onEvent(event(ResetEvent.What.LINK_LOST));
            listener.onEvent(event(ResetEvent.What.LINK_BACK));
            return report(Outcome.RECOVERED, null);
        });
        try (Bench bench = new Bench(hardware)) {
            bench.adapter.reset(heard::add);

            assertThat(bench.witness.told)
                    .containsExactly("RESET_START", "LINK_STATE DISCONNECTED", "LINK_STATE CONNECTED", "RESET_END");
            assertThat(bench.all(What.INDICATE_STATUS))
                    .hasSize(2)
                    .allMatch(event -> event.seq() < bench.only(What.RESET_COMPLETE));
            assertThat(heard)
                    .extracting(ResetEvent::what)
                    .containsExactly(ResetEvent.What.DISPATCHED, ResetEvent.What.LINK_LOST, ResetEvent.What.LINK_BACK);
            assertThat(bench.adapter.violations()).isEmpty();
        }
    }

    @Test
    void anAdapterIsResetAgainAndAgain() throws ResetException {
        try (Bench bench = new Bench(ScriptedHardware.ending(Outcome.RECOVERED))) {
            for (int i = 0; i < 20; i++) {
                assertThat(bench.adapter.reset().outcome()).isEqualTo(Outcome.RECOVERED);
            }
            assertThat(bench.all(What.RESET_DONE)).hasSize(20);
            assertThat(bench.adapter.violations()).isEmpty();
        }
    }
}
