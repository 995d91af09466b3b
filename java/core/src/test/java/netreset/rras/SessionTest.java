// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.rras.FakeServer.Hang;
import netreset.rules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connecting, closing, and the one thread; calls that don't come back are {@link DeadlineTest}'s. */
@Timeout(30)
class SessionTest {
    private final FakeServer server = new FakeServer();
    private final ExecutorService others = Executors.newCachedThreadPool();

    @BeforeEach
    void onePort() {
        server.ports.add(new FakePort(4, "VPN2-4"));
    }

    @AfterEach
    void stop() {
        others.shutdownNow();
    }

    @Rule("P19")
    @Test
    void connectAndDisconnectAreOneEach() throws ResetException {
        server.connect().close();
        assertThat(server.log).containsExactly("MprAdminServerConnect NULL", "MprAdminServerDisconnect 0x1000");
    }

    @Rule("P19")
    @Test
    void aConnectThatFailedIsNotDisconnected() {
        server.fail(MprapiFunction.SERVER_CONNECT, 5);
        ResetException e = catchThrowableOfType(ResetException.class, server::connect);
        assertThat(e.reason()).isEqualTo(Reason.PERMISSION_DENIED);
        assertThat(server.calls(MprapiFunction.SERVER_DISCONNECT)).isZero();
    }

    @Rule("P19")
    @Test
    void aConnectWithoutAHandleIsNotDisconnected() {
        server.nextHandle = 0;
        ResetException e = catchThrowableOfType(ResetException.class, server::connect);
        assertThat(e.reason()).isEqualTo(Reason.BAD_ANSWER);
        assertThat(server.calls(MprapiFunction.SERVER_DISCONNECT)).isZero();
    }

    @Rule("P19")
    @Test
    void anExceptionInABatchCostsNoHandle() throws ResetException {
        RasServer ras = server.connect();
        IllegalArgumentException thrown = new IllegalArgumentException("mine");
        RasBatch<Integer> batch = session -> {
            throw thrown;
        };
        assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> ras.inSession(batch)))
                .isSameAs(thrown);
        assertThat(ras.ports()).hasSize(1);
        ras.close();
        assertThat(server.calls(MprapiFunction.SERVER_DISCONNECT)).isEqualTo(1);
    }

    @Rule("P19")
    @Test
    void reconnectingGivesTheOldHandleBack() throws ResetException {
        try (RasServer ras = server.connect()) {
            ras.reconnect();
            assertThat(server.log)
                    .containsExactly(
                            "MprAdminServerConnect NULL",
                            "MprAdminServerConnect NULL",
                            "MprAdminServerDisconnect 0x1000");
            server.fail(MprapiFunction.SERVER_CONNECT, 1722);
            assertThat(catchThrowableOfType(ResetException.class, ras::reconnect)
                            .reason())
                    .isEqualTo(Reason.SERVICE_UNAVAILABLE);
            assertThat(ras.ports()).as("on the handle it still has").hasSize(1);
        }
        assertThat(server.log).last().isEqualTo("MprAdminServerDisconnect 0x1001");
    }

    @Rule("P20")
    @Test
    void closingOftenIsClosingOnce() throws Exception {
        RasServer ras = server.connect();
        List<Future<?>> closings = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            closings.add(others.submit(ras::close));
        }
        for (Future<?> closing : closings) {
            closing.get();
        }
        ras.close();
        assertThat(server.calls(MprapiFunction.SERVER_DISCONNECT)).isEqualTo(1);
    }

    @Rule("P20")
    @Test
    void aClosedServerCallsNothing() throws ResetException {
        RasServer ras = server.connect();
        RasPort port = ras.ports().get(0);
        ras.close();
        int calls = server.log.size();
        assertThatIllegalStateException().isThrownBy(ras::ports).withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(() -> ras.reset(port));
        assertThatIllegalStateException().isThrownBy(ras::serviceState);
        assertThatIllegalStateException().isThrownBy(ras::reconnect);
        assertThat(server.log).hasSize(calls);
    }

    @Rule({"P20", "P21"})
    @Test
    void closingUnderACallWaitsForIt() throws Exception {
        RasServer ras = server.connect();
        Hang hang = server.hang(MprapiFunction.PORT_ENUM);
        Future<RasListing> listing = others.submit(ras::list);
        hang.awaitEntered();
        Future<RasListing> waiting = others.submit(ras::list);
        Future<?> closing = others.submit(ras::close);
        assertThat(catchThrowableOfType(ExecutionException.class, waiting::get))
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(server.calls(MprapiFunction.SERVER_DISCONNECT)).isZero();
        assertThat(closing.isDone()).isFalse();
        hang.release();
        closing.get();
        assertThat(server.log).last().isEqualTo("MprAdminServerDisconnect 0x1000");
        assertThat(catchThrowableOfType(ExecutionException.class, listing::get))
                .as("its next call was refused")
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(server.heap.leaked()).isZero();
    }

    @Rule("P21")
    @Test
    void closingWithinABatchComesAfterIt() throws ResetException {
        RasServer ras = server.connect();
        boolean refused = ras.inSession(session -> {
            ras.close();
            assertThat(server.calls(MprapiFunction.SERVER_DISCONNECT)).isZero();
            return catchThrowableOfType(IllegalStateException.class, session::list) != null;
        });
        assertThat(refused).isTrue();
        ras.close();
        assertThat(server.calls(MprapiFunction.SERVER_DISCONNECT)).isEqualTo(1);
    }

    /** The fake server ends the test when a second call comes in. */
    @Rule("P22")
    @Test
    void manyCallersOneCallAtATime() throws Exception {
        try (RasServer ras = server.connect()) {
            RasPort port = ras.ports().get(0);
            CountDownLatch start = new CountDownLatch(1);
            List<Future<PortResult>> results = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                results.add(others.submit(() -> {
                    start.await();
                    for (int j = 0; j < 50; j++) {
                        ras.detail(port);
                    }
                    return ras.reset(port);
                }));
            }
            start.countDown();
            for (Future<PortResult> result : results) {
                assertThat(result.get(20, TimeUnit.SECONDS).isAccepted()).isTrue();
            }
        }
        assertThat(server.calls(MprapiFunction.PORT_RESET)).isEqualTo(16);
    }

    @Rule("P22")
    @Test
    void everyCallIsOnOnePlatformThread() throws ResetException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        server.spoilPorts = page -> threads.add(Thread.currentThread());
        server.reset = port -> threads.add(Thread.currentThread());
        try (RasServer ras = server.connect()) {
            ras.reset(ras.ports().get(0));
            ras.inSession(session -> {
                threads.add(Thread.currentThread());
                assertThat(ras.ports()).as("a nested call").hasSize(1);
                return true;
            });
        }
        assertThat(threads).hasSize(1).allSatisfy(thread -> {
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getName()).isEqualTo("netreset-ras this machine");
        });
    }

    @Rule("P22")
    @Test
    void aSessionIsOfNoUseOnAnotherThread() throws ResetException {
        try (RasServer ras = server.connect()) {
            RasSession escaped = ras.inSession(session -> session);
            int calls = server.log.size();
            assertThatIllegalStateException().isThrownBy(escaped::list);
            assertThat(server.log).hasSize(calls);
        }
    }

    /** As the owner of a thread group may do. */
    @Rule("P22")
    @Test
    void whoeverInterruptsTheThreadEndsNoSession() throws Exception {
        try (RasServer ras = server.connect()) {
            Thread thread = ras.inSession(session -> Thread.currentThread());
            awaitIdle(thread);
            thread.interrupt();
            awaitIdle(thread);
            assertThat(ras.ports()).hasSize(1);
        }
        assertThat(server.calls(MprapiFunction.SERVER_DISCONNECT)).isEqualTo(1);
    }

    /** Waits until it has seen its interrupt, if it has one, and waits again, or has ended. */
    private static void awaitIdle(Thread thread) throws InterruptedException {
        while (thread.isAlive() && (thread.isInterrupted() || thread.getState() != Thread.State.WAITING)) {
            Thread.sleep(1);
        }
    }

    @Rule("P42")
    @Test
    void aQuestionThatDidNotArriveIsAskedOnceMore() throws ResetException {
        try (RasServer ras = server.connect()) {
            server.fail(MprapiFunction.PORT_ENUM, 1727);
            assertThat(ras.ports()).hasSize(1);
            assertThat(server.calls(MprapiFunction.SERVER_CONNECT)).isEqualTo(2);
            server.fail(MprapiFunction.PORT_ENUM, 1723, 1723);
            ResetException e = catchThrowableOfType(ResetException.class, ras::ports);
            assertThat(e.reason()).isEqualTo(Reason.SERVICE_UNAVAILABLE);
            assertThat(server.calls(MprapiFunction.PORT_ENUM)).isEqualTo(4);
        }
        assertThat(server.calls(MprapiFunction.SERVER_DISCONNECT)).isEqualTo(3);
    }
}
