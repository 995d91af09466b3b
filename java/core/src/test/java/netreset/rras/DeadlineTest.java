// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.rras.FakeServer.Hang;
import netreset.rules.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that don't come back, or not in time. */
@Timeout(30)
class DeadlineTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final FakeServer server = new FakeServer();

    @BeforeEach
    void onePort() {
        server.ports.add(new FakePort(4, "VPN2-4"));
    }

    private RasServer connect() throws ResetException {
        return server.connect(RasServer.Options.DEFAULT.withTimeout(SHORT));
    }

    @Rule({"P41", "P51"})
    @Test
    void aResetThatDoesNotComeBackHasAnUnknownOutcome() throws Exception {
        RasServer ras = connect();
        RasPort port = ras.ports().get(0);
        Hang hang = server.hang(MprapiFunction.PORT_RESET);
        long start = System.nanoTime();
        PortResult result = ras.reset(port);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, SHORT.plusMillis(250));
        assertThat(result.status()).isEqualTo(PortResult.Status.OUTCOME_UNKNOWN);
        assertThat(result.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
        assertThat(result.code()).isNull();
        assertThat(result.mayRetry()).isFalse();
        assertThat(result.message()).contains("MprAdminPortReset hasn't come back within 300 ms");

        int calls = server.log.size();
        start = System.nanoTime();
        ResetException refused = catchThrowableOfType(ResetException.class, () -> ras.reset(port));
        assertThat(refused.reason()).isEqualTo(Reason.SERVICE_UNAVAILABLE);
        assertThat(catchThrowableOfType(ResetException.class, ras::ports).getMessage())
                .contains("MprAdminPortReset hasn't come back", "connect another");
        ras.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT);
        assertThatIllegalStateException().isThrownBy(ras::ports);
        assertThat(server.log).as("nothing more, not even a disconnect").hasSize(calls);

        hang.release();
        awaitDisconnect();
        assertThat(server.calls(MprapiFunction.PORT_RESET)).as("not repeated").isEqualTo(1);
    }

    @Rule({"P19", "P31", "P51"})
    @Test
    void aListThatComesTooLateIsGivenBack() throws Exception {
        RasServer ras = connect();
        Hang hang = server.hang(MprapiFunction.PORT_ENUM);
        ResetException e = catchThrowableOfType(ResetException.class, ras::ports);
        assertThat(e.reason()).isEqualTo(Reason.SERVICE_UNAVAILABLE);
        hang.release();
        awaitDisconnect();
        assertThat(server.heap.allocated).isEqualTo(1);
        assertThat(server.heap.leaked()).isZero();
        assertThat(server.calls(MprapiFunction.CONNECTION_ENUM_EX)).isZero();
    }

    @Rule({"P51", "P56"})
    @Test
    void aTextThatDoesNotComeHoldsNobody() throws Exception {
        RasServer ras = connect();
        RasPort port = ras.ports().get(0);
        server.fail(MprapiFunction.PORT_RESET, 907);
        Hang hang = server.hang(MprapiFunction.GET_ERROR_STRING);
        long start = System.nanoTime();
        PortResult result = ras.reset(port);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT.plusMillis(250));
        assertThat(result.status()).as("the code isn't known").isEqualTo(PortResult.Status.OUTCOME_UNKNOWN);
        assertThat(result.message()).startsWith("MprAdminGetErrorString hasn't come back");
        hang.release();
        awaitDisconnect();
    }

    @Rule({"P19", "P51"})
    @Test
    void aConnectThatComesTooLateIsDisconnected() throws Exception {
        Hang hang = server.hang(MprapiFunction.SERVER_CONNECT);
        assertThat(catchThrowableOfType(ResetException.class, this::connect).reason())
                .isEqualTo(Reason.SERVICE_UNAVAILABLE);
        assertThat(server.calls(MprapiFunction.SERVER_DISCONNECT)).isZero();
        hang.release();
        awaitDisconnect();
    }

    @Rule({"P19", "P51"})
    @Test
    void aDisconnectThatHangsDoesNotHoldWhoReconnects() throws Exception {
        RasServer ras = connect();
        Hang hang = server.hang(MprapiFunction.SERVER_DISCONNECT);
        assertThat(catchThrowableOfType(ResetException.class, ras::reconnect).getMessage())
                .startsWith("MprAdminServerDisconnect hasn't come back");
        hang.release();
        for (int i = 0; i < 100 && server.calls(MprapiFunction.SERVER_DISCONNECT) < 2; i++) {
            pause(20);
        }
        assertThat(server.log).last().isEqualTo("MprAdminServerDisconnect 0x1001");
    }

    @Rule("P51")
    @Test
    void whoWaitsBehindAHangingCallIsToldThatNothingWasDone() throws Exception {
        RasServer ras = connect();
        RasPort port = ras.ports().get(0);
        Hang hang = server.hang(MprapiFunction.PORT_GET_INFO);
        FutureTask<PortDetail> first = start(() -> ras.detail(port));
        hang.awaitEntered();
        FutureTask<PortResult> second = start(() -> ras.reset(port));
        for (FutureTask<?> waiting : new FutureTask<?>[] {first, second}) {
            assertThat(catchThrowableOfType(ExecutionException.class, waiting::get))
                    .cause()
                    .extracting("reason")
                    .isEqualTo(Reason.SERVICE_UNAVAILABLE);
        }
        hang.release();
        awaitDisconnect();
        assertThat(server.calls(MprapiFunction.PORT_RESET)).isZero();
    }

    @Rule("P51")
    @Test
    void aBatchMayTakeLongerThanACall() throws Exception {
        try (RasServer ras = connect()) {
            RasPort port = ras.ports().get(0);
            int accepted = ras.inSession(session -> {
                int count = 0;
                for (int i = 0; i < 6; i++) {
                    pause(100);
                    count += session.reset(port).isAccepted() ? 1 : 0;
                }
                return count;
            });
            assertThat(accepted).isEqualTo(6);
        }
    }

    @Rule("P51")
    @Test
    void aCallOfABatchMayNot() throws Exception {
        RasServer ras = connect();
        RasPort port = ras.ports().get(0);
        Hang hang = server.hang(MprapiFunction.PORT_DISCONNECT);
        ResetException e = catchThrowableOfType(
                ResetException.class,
                () -> ras.inSession(session -> {
                    session.reset(port);
                    session.disconnect(port);
                    return session.reset(port);
                }));
        assertThat(e.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
        assertThat(e.getMessage()).contains("MprAdminPortDisconnect");
        hang.release();
        awaitDisconnect();
        assertThat(server.calls(MprapiFunction.PORT_RESET)).as("none after it").isEqualTo(1);
    }

    @Rule("P52")
    @Test
    void anInterruptedResetHasAnUnknownOutcome() throws Exception {
        RasServer ras = connect();
        RasPort port = ras.ports().get(0);
        Hang hang = server.hang(MprapiFunction.PORT_RESET);
        FutureTask<PortResult> reset = new FutureTask<>(() -> {
            PortResult result = ras.reset(port);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            return result;
        });
        Thread caller = new Thread(reset);
        caller.start();
        hang.awaitEntered();
        caller.interrupt();
        assertThat(reset.get().status()).isEqualTo(PortResult.Status.OUTCOME_UNKNOWN);
        hang.release();
        assertThat(ras.ports()).as("the session lives on").hasSize(1);
        ras.close();
        assertThat(server.calls(MprapiFunction.SERVER_DISCONNECT)).isEqualTo(1);
    }

    @Rule({"P31", "P52"})
    @Test
    void anInterruptedListIsCleanedUpAfter() throws Exception {
        RasServer ras = connect();
        Hang hang = server.hang(MprapiFunction.PORT_ENUM);
        FutureTask<Reason> list = new FutureTask<>(() -> {
            Reason reason =
                    catchThrowableOfType(ResetException.class, ras::list).reason();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            return reason;
        });
        Thread caller = new Thread(list);
        caller.start();
        hang.awaitEntered();
        caller.interrupt();
        assertThat(list.get()).isEqualTo(Reason.INTERRUPTED);
        hang.release();
        assertThat(ras.serviceState()).isEqualTo(ServiceState.RUNNING);
        assertThat(server.calls(MprapiFunction.CONNECTION_ENUM_EX))
                .as("nobody wants it")
                .isZero();
        ras.close();
        assertThat(server.heap.leaked()).isZero();
    }

    @Rule("P52")
    @Test
    void whoIsInterruptedBeforeItsTurnHasDoneNothing() throws Exception {
        RasServer ras = server.connect();
        RasPort port = ras.ports().get(0);
        Hang hang = server.hang(MprapiFunction.PORT_GET_INFO);
        FutureTask<PortDetail> first = start(() -> ras.detail(port));
        hang.awaitEntered();
        Thread.currentThread().interrupt();
        ResetException e = catchThrowableOfType(ResetException.class, () -> ras.reset(port));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(e.reason()).isEqualTo(Reason.INTERRUPTED);
        hang.release();
        assertThat(first.get().handle()).isEqualTo(4);
        ras.close();
        assertThat(server.calls(MprapiFunction.PORT_RESET)).isZero();
    }

    private static <T> FutureTask<T> start(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        new Thread(task).start();
        return task;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitDisconnect() {
        for (int i = 0; i < 100 && server.calls(MprapiFunction.SERVER_DISCONNECT) == 0; i++) {
            pause(20);
        }
        pause(20);
        assertThat(server.calls(MprapiFunction.SERVER_DISCONNECT)).isEqualTo(1);
    }
}
