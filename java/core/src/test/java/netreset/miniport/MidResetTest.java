// SPDX-License-Identifier: Apache-2.0
package netreset.miniport;

import static netreset.miniport.ScriptedHardware.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import netreset.Outcome;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetReport;
import netreset.ndis.NdisStatus;
import netreset.ndis.rules.Violation;
import netreset.ndis.trace.What;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Other threads, and other trouble, while the hardware is being reset. Nothing of it may hang. */
@Timeout(60)
class MidResetTest {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    /** Its reset doesn't come back before it is let go. */
    private final Hardware slow = new ScriptedHardware(true, listener -> {
        entered.countDown();
        await(release);
        return report(Outcome.RECOVERED, null);
    });

    @AfterEach
    void letGo() {
        release.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** On a thread of its own; completes with the exception if there is one. */
    private static CompletableFuture<Object> start(NdisAdapter adapter) {
        CompletableFuture<Object> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                end.complete(adapter.reset());
            } catch (ResetException | RuntimeException | Error e) {
                end.complete(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return end;
    }

    private static Object end(CompletableFuture<Object> reset) throws Exception {
        return reset.get(20, TimeUnit.SECONDS);
    }

    @Test
    void anotherThreadsSendIsRefusedAndAfterwardsTaken() throws Exception {
        try (Bench bench = new Bench(slow)) {
            bench.send("before");
            CompletableFuture<Object> reset = start(bench.adapter);
            await(entered);
            bench.send("during");
            bench.adapter.call(() -> true);
            assertThat(bench.witness.told)
                    .contains("during " + NdisStatus.RESET_IN_PROGRESS)
                    .doesNotContain("RESET_END");
            assertThat(reset).isNotDone();
            release.countDown();
            assertThat(end(reset)).isInstanceOf(ResetReport.class);
            bench.send("after");
            bench.adapter.call(() -> true);

            assertThat(bench.witness.told)
                    .containsExactly(
                            "before NOT_SUPPORTED",
                            "RESET_START",
                            "during RESET_IN_PROGRESS",
                            "RESET_END",
                            "after NOT_SUPPORTED");
            assertThat(bench.all(What.SEND_REFUSED)).extracting("nbl").containsExactly("during");
            assertThat(bench.all(What.SEND_TO_MINIPORT)).extracting("nbl").containsExactly("before", "after");
            assertThat(bench.adapter.violations())
                    .as("it had been told, and sent all the same")
                    .extracting(Violation::rule)
                    .containsExactly(38);
        }
    }

    @Test
    void hardwareThatThrowsIsADefectAndNoHang() {
        for (Throwable thrown : new Throwable[] {new IllegalStateException("oops"), new AssertionError("oops")}) {
            Hardware broken = new ScriptedHardware(true, listener -> {
                if (thrown instanceof RuntimeException unchecked) {
                    throw unchecked;
                }
                throw (Error) thrown;
            });
            try (Bench bench = new Bench(broken)) {
                ResetException failure = catchThrowableOfType(ResetException.class, bench.adapter::reset);

                assertThat(failure.reason()).isEqualTo(Reason.DEFECT);
                assertThat(failure).hasMessageContaining("oops").hasCause(thrown);
                assertThat(bench.completion()).isEqualTo(NdisStatus.HARD_ERRORS);
                bench.assertTold();
            }
        }
    }

    @Test
    void aSecondResetMeanwhileIsBusyAndHarmless() throws Exception {
        try (Bench bench = new Bench(slow)) {
            CompletableFuture<Object> first = start(bench.adapter);
            await(entered);
            Object second = end(start(bench.adapter));
            assertThat(second)
                    .isInstanceOfSatisfying(
                            ResetException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BUSY));
            release.countDown();

            assertThat(end(first)).isInstanceOf(ResetReport.class);
            bench.assertTold();
        }
    }

    @Test
    void anAdapterWhoseHardwareIsGoneCannotBeResetAgain() throws Exception {
        try (Bench bench = new Bench(ScriptedHardware.ending(Outcome.STRANDED))) {
            bench.adapter.reset();

            assertThat(end(start(bench.adapter)))
                    .isInstanceOfSatisfying(
                            ResetException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
            bench.assertTold();
        }
    }

    @Test
    void closingDuringAResetEndsTheWaitAndLeavesTheHardwareAlone() throws Exception {
        Bench bench = new Bench(slow);
        CompletableFuture<Object> reset = start(bench.adapter);
        await(entered);
        bench.close();

        assertThat(end(reset)).isInstanceOfSatisfying(ResetException.class, e -> {
            assertThat(e.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
            assertThat(e).hasMessageContaining("closed");
        });
        release.countDown();
        assertThat(bench.all(What.RESET_COMPLETE)).isEmpty();
        assertThatThrownBy(bench.adapter::reset).isInstanceOf(IllegalStateException.class);
        bench.close();
    }

    @Test
    void closingFromAHandlerHangsNobody() throws Exception {
        Bench[] made = new Bench[1];
        Bench bench = new Bench(
                ScriptedHardware.ending(Outcome.RECOVERED),
                ndis -> new Witness(ndis, NdisStatus.RESET_START, () -> made[0].close()));
        made[0] = bench;

        assertThat(end(start(bench.adapter)))
                .isInstanceOfSatisfying(
                        ResetException.class, e -> assertThat(e.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN));
    }

    @Test
    void aHandlerThatThrowsHangsNobody() throws Exception {
        try (Bench bench = new Bench(
                ScriptedHardware.ending(Outcome.RECOVERED),
                ndis -> new Witness(ndis, NdisStatus.RESET_START, () -> {
                    throw new IllegalStateException("a driver's fault");
                }))) {
            assertThat(end(start(bench.adapter))).isInstanceOfSatisfying(ResetException.class, e -> {
                assertThat(e.reason()).isEqualTo(Reason.DEFECT);
                assertThat(e).hasMessageContaining("a driver's fault");
            });
        }
    }
}
