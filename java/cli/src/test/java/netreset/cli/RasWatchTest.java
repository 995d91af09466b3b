// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import netreset.bridge.MprapiFunction;
import netreset.rras.FakePort;
import netreset.rules.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Rule("P58")
class RasWatchTest {
    private static final String TIME = "20[0-9-]+T[0-9:]+Z  ";

    private final RasHost host = new RasHost();
    private final CountDownLatch looked = new CountDownLatch(1);
    private Runnable change = () -> {};

    /** The change is made once the first look has its rows. */
    @BeforeEach
    void changeAfterTheFirstLook() {
        host.server.spoilPorts = page -> {
            if (looked.getCount() > 0) {
                change.run();
                looked.countDown();
            }
        };
    }

    private void stuckGetsFreeAndAnotherComes() {
        change = () -> {
            host.stuck.connection = 0;
            host.free.calls = 1;
            host.server.ports.remove(host.used);
            host.server.ports.add(new FakePort(0x9, "VPN2-3\u001b"));
        };
    }

    @Test
    @Rule({"P54", "P58"})
    void tellsWhatChanged() {
        stuckGetsFreeAndAnotherComes();

        Ran ran = host.run("watch", "--every", "50ms", "--for", "300ms");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).hasSize(4);
        assertThat(ran.out().get(0)).matches(TIME + "ras:VPN2-1  vanished, was authenticated \\(CORP\\\\alice\\)");
        assertThat(ran.out().get(1)).matches(TIME + "ras:VPN2-0  listening -> listening, calls 0 -> 1");
        assertThat(ran.out().get(2)).matches(TIME + "ras:VPN2-2  listening, suspect -> listening, calls 0 -> 0");
        assertThat(ran.out().get(3)).matches(TIME + "ras:VPN2-3\\\\u001b  appeared: listening");
        ran.said("watching 3 ports of this machine", "when Windows says so, and every 0.05 s");
    }

    @Test
    void tellsPrograms() {
        stuckGetsFreeAndAnotherComes();

        List<JsonNode> events = host.run("watch", "--every", "50ms", "--for", "300ms", "--json").out().stream()
                .map(Schema::check)
                .toList();

        assertThat(events.stream().map(event -> event.get("what").textValue()))
                .containsExactly("vanished", "changed", "changed", "appeared");
        assertThat(events.get(0).get("after").isNull()).isTrue();
        assertThat(events.get(2).at("/before/connected").booleanValue()).isTrue();
        assertThat(events.get(2).at("/after/connected").booleanValue()).isFalse();
    }

    @Test
    void aPortThatIsOutOfTheSelectionHasNotVanished() {
        stuckGetsFreeAndAnotherComes();

        Ran ran = host.run("watch", "--state", "suspect", "--every", "50ms", "--for", "300ms");

        assertThat(ran.out())
                .singleElement()
                .asString()
                .endsWith("ras:VPN2-2  isn't among those selected any more, was listening, suspect");
    }

    @Test
    void aPortThatComesIntoTheSelectionHasNotAppeared() {
        change = () -> host.free.connection = 0x72;

        assertThat(host.run("watch", "--state", "suspect", "--every", "50ms", "--for", "300ms")
                        .out())
                .singleElement()
                .asString()
                .endsWith("ras:VPN2-0  is among those selected now: listening, suspect");
    }

    @Test
    void anotherConnectionIsAChangeAndItsUserOutOfSightIsNone() {
        change = () -> {
            host.stuck.connection = 0x72;
            host.server.failAlways(MprapiFunction.CONNECTION_ENUM_EX, 5);
        };

        Ran ran = host.run("watch", "--every", "50ms", "--for", "300ms");

        assertThat(ran.out())
                .singleElement()
                .asString()
                .endsWith("ras:VPN2-2  listening, suspect -> listening, suspect, another connection, calls 0 -> 0");
    }

    @Test
    @Timeout(20)
    void endsWhenNobodyReads() {
        change = () -> host.free.calls = 1;
        Console closed = new Console(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                },
                new ByteArrayOutputStream(),
                OptionalInt.empty());

        int exit = Main.run(closed, host.server::connect, "ras", "watch", "--every", "20ms");

        assertThat(exit).isZero();
        assertThat(host.server.events).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "0ms", "25h", "999999999d"})
    @Rule("P55")
    void howOftenIsWithinReason(String every) {
        host.run("watch", "--every", every, "--for", "1ms").failed(2, "--every");
        assertThat(host.server.log).isEmpty();
    }

    @Test
    void looksWhenWindowsSaysSo() throws InterruptedException {
        change = () -> host.free.condition = RasHost.AUTHENTICATED;
        AtomicReference<Ran> ran = new AtomicReference<>();
        Thread watch = new Thread(() -> ran.set(host.run("watch", "--every", "1h")));
        watch.start();
        assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
        // The third look begins when what the second saw has been told.
        while (host.server.calls(MprapiFunction.PORT_ENUM) < 3) {
            host.server.notifyOfConnections();
            Thread.sleep(10);
        }
        watch.interrupt();
        watch.join(10_000);

        assertThat(ran.get().exit()).isZero();
        assertThat(ran.get().out()).singleElement().asString().contains("listening -> authenticated, suspect");
        assertThat(host.server.notified).isEmpty();
        assertThat(host.server.events).isEmpty();
        assertThat(host.server.calls(MprapiFunction.SERVER_DISCONNECT)).isEqualTo(1);
    }

    @Test
    void looksFromTimeToTimeElsewhere() {
        change = () -> host.free.calls = 1;

        Ran ran = host.run("watch", "--server", "vpn1", "--every", "50ms", "--for", "300ms");

        assertThat(ran.out()).singleElement().asString().contains("ras://vpn1/VPN2-0");
        ran.said("looks every 0.05 s");
        assertThat(host.server.calls(MprapiFunction.REGISTER_CONNECTION_NOTIFICATION))
                .isZero();
    }

    @Test
    void aServerThatStopsEndsIt() {
        change = () -> host.server.failAlways(MprapiFunction.PORT_ENUM, 1722);

        Ran ran = host.run("watch", "--every", "50ms");

        assertThat(ran.exit()).isEqualTo(5);
        assertThat(ran.err()).anyMatch(line -> line.contains("RPC_S_SERVER_UNAVAILABLE"));
        assertThat(host.server.events).isEmpty();
    }
}
