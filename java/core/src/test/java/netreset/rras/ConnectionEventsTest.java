// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
    }
}
