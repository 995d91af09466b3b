// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

@Rule("P58")
class ConnectionEventsTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final FakeServer fake = new FakeServer();

    @Test
    void tellsOfConnections() throws Exception {
        try (RasServer server = fake.connect();
                ConnectionEvents events = ConnectionEvents.open(server).orElseThrow()) {
            assertThat(events.await(Duration.ofMillis(150))).isFalse();
            assertThat(events.await(Duration.ZERO)).isFalse();

            fake.notifyOfConnections();
            fake.notifyOfConnections();

            assertThat(events.await(SOON)).isTrue();
            assertThat(events.await(Duration.ZERO)).as("merged").isFalse();
        }
        assertThat(fake.notified).isEmpty();
        assertThat(fake.events).isEmpty();
    }

    @Test
    void anInterruptEndsTheWaitAndNotTheCleaning() throws Exception {
        try (RasServer server = fake.connect();
                ConnectionEvents events = ConnectionEvents.open(server).orElseThrow()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> events.await(SOON)).isInstanceOf(InterruptedException.class);
            Thread.currentThread().interrupt();
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(fake.notified).isEmpty();
        assertThat(fake.events).isEmpty();
    }

    @Test
    void thereAreNoneElsewhereNorOnAnOldWindows() throws ResetException {
        try (RasServer server = fake.connect(RasServer.Options.DEFAULT.withServer("vpn1"))) {
            assertThat(ConnectionEvents.open(server)).isEmpty();
        }
        fake.missing.add(MprapiFunction.DEREGISTER_CONNECTION_NOTIFICATION);
        try (RasServer server = fake.connect()) {
            assertThat(ConnectionEvents.open(server)).isEmpty();
        }
        assertThat(fake.events).isEmpty();
        assertThat(fake.calls(MprapiFunction.REGISTER_CONNECTION_NOTIFICATION)).isZero();
    }

    @Test
    void aRefusalLeavesNoEvent() throws ResetException {
        fake.failAlways(MprapiFunction.REGISTER_CONNECTION_NOTIFICATION, 5);
        try (RasServer server = fake.connect()) {
            assertThatThrownBy(() -> ConnectionEvents.open(server))
                    .isInstanceOfSatisfying(
                            ResetException.class, e -> assertThat(e.reason()).isEqualTo(Reason.PERMISSION_DENIED));
        }
        assertThat(fake.events).isEmpty();
    }

    @Test
    void theEventOutlivesARegistrationThatCannotBeTakenBack() throws ResetException, InterruptedException {
        RasServer.Options options = RasServer.Options.DEFAULT.withTimeout(Duration.ofMillis(200));
        try (RasServer server = fake.connect(options)) {
            ConnectionEvents events = ConnectionEvents.open(server).orElseThrow();
            FakeServer.Hang hang = fake.hang(MprapiFunction.DEREGISTER_CONNECTION_NOTIFICATION);
            events.close();
            assertThat(fake.events).hasSize(1);
            hang.release();
        }
        fake.awaitNoEvents();
    }

    /** What came back late has registered the event all the same. */
    @Test
    void theEventOutlivesARegistrationThatNobodyWaitsFor() throws Exception {
        RasServer.Options options = RasServer.Options.DEFAULT.withTimeout(Duration.ofMillis(200));
        try (RasServer server = fake.connect(options)) {
            FakeServer.Hang hang = fake.hang(MprapiFunction.REGISTER_CONNECTION_NOTIFICATION);
            assertThatThrownBy(() -> ConnectionEvents.open(server)).isInstanceOf(ResetException.class);
            assertThat(fake.events).hasSize(1);
            hang.release();
        }
        fake.awaitNoEvents();
        assertThat(fake.notified).isEmpty();
    }

    @Test
    void soDoesOneWhoseCallerWasInterrupted() throws Exception {
        try (RasServer server = fake.connect()) {
            FakeServer.Hang hang = fake.hang(MprapiFunction.REGISTER_CONNECTION_NOTIFICATION);
            FutureTask<Reason> opening = new FutureTask<>(() -> reason(server));
            Thread caller = new Thread(opening);
            caller.start();
            hang.awaitEntered();
            caller.interrupt();
            assertThat(opening.get()).isEqualTo(Reason.INTERRUPTED);
            hang.release();
            assertThat(server.ports()).as("the session lives on").isEmpty();
            assertThat(fake.events).containsOnlyKeys(fake.notified);
        }
        assertThat(fake.events).isEmpty();
        assertThat(fake.notified).isEmpty();
    }

    private static Reason reason(RasServer server) {
        return catchThrowableOfType(ResetException.class, () -> ConnectionEvents.open(server))
                .reason();
    }

    /** The number may be another event's after the first. */
    @Test
    void closingTwiceIsClosingOnce() throws Exception {
        try (RasServer server = fake.connect()) {
            ConnectionEvents events = ConnectionEvents.open(server).orElseThrow();
            events.close();
            try (ConnectionEvents next = ConnectionEvents.open(server).orElseThrow()) {
                assertThat(fake.events).as("of the same number").hasSize(1);
                events.close();
                assertThat(fake.events).hasSize(1);
                assertThat(fake.notified).hasSize(1);
                assertThatIllegalStateException().isThrownBy(() -> events.await(SOON));
                assertThat(next.await(Duration.ZERO)).isFalse();
            }
        }
    }

    @Test
    void theServersEndIsTheirs() throws Exception {
        RasServer server = fake.connect();
        ConnectionEvents events = ConnectionEvents.open(server).orElseThrow();
        server.close();
        assertThat(fake.notified).isEmpty();
        assertThat(fake.events).isEmpty();
        assertThat(fake.log).last().isEqualTo("MprAdminServerDisconnect 0x1000");
        assertThatIllegalStateException().isThrownBy(() -> events.await(SOON));
        events.close();
        assertThat(fake.calls(MprapiFunction.DEREGISTER_CONNECTION_NOTIFICATION))
                .isEqualTo(1);
    }

    @Test
    void theyOutliveAReconnect() throws Exception {
        try (RasServer server = fake.connect();
                ConnectionEvents events = ConnectionEvents.open(server).orElseThrow()) {
            server.reconnect();
            assertThat(fake.log)
                    .endsWith(
                            "MprAdminDeregisterConnectionNotification 0x1000",
                            "MprAdminRegisterConnectionNotification 0x1001",
                            "MprAdminServerDisconnect 0x1000");
            fake.notifyOfConnections();
            assertThat(events.await(SOON)).isTrue();
        }
        assertThat(fake.events).isEmpty();
    }

    @Test
    void aWaitMayBeAsLongAsADurationIs() throws Exception {
        try (RasServer server = fake.connect();
                ConnectionEvents events = ConnectionEvents.open(server).orElseThrow()) {
            fake.notifyOfConnections();
            assertThat(events.await(Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
        }
    }
}
