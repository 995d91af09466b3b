// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import netreset.ResetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Helper and client over a socket of the test's own; nothing here can be reset. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class HelperTest {
    private static final String LISTENING = """
            import os, socket, sys
            listening = socket.socket(socket.AF_UNIX)
            listening.bind(sys.argv[1])
            listening.listen()
            os.dup2(listening.fileno(), 0)
            os.execvp(sys.argv[2], sys.argv[2:])
            """;

    @TempDir
    private Path folder;

    private interface Asking {
        void ask(Path socket) throws Exception;
    }

    /** Runs a helper meanwhile. */
    private Ran during(String user, Asking asking) throws Exception {
        Path socket = folder.resolve("s");
        AtomicReference<Ran> ran = new AtomicReference<>();
        Thread helper = new Thread(() -> ran.set(Ran.here(
                "helper", "--allow", "ffff:ff:1f.7", "--up-to", "R2", "--user", user, "--socket", socket.toString())));
        helper.start();
        while (!isOpen(socket) && helper.isAlive()) {
            Thread.sleep(20);
        }
        try {
            asking.ask(socket);
        } finally {
            helper.interrupt();
            helper.join(10_000);
        }
        return ran.get();
    }

    /** The file is there before anybody listens. */
    private static boolean isOpen(Path socket) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static String say(Path socket, String line) throws Exception {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(UTF_8.encode(line));
            return new String(Channels.newInputStream(channel).readAllBytes(), UTF_8);
        }
    }

    private static String me() {
        return System.getProperty("user.name");
    }

    @Test
    void aClientIsToldWhatTheHelperSays() throws Exception {
        Ran helper = during(me(), socket -> {
            Ran client = Ran.here("reset", "nic:nosuchnic0", "--json", "--via-helper", socket.toString());
            assertThat(client.exit()).isEqualTo(3);
            assertThat(client.json().get("reason").textValue()).isEqualTo("NOT_FOUND");
            client.said("by the helper at " + socket);
            assertThat(Ran.here("reset", "nic:nosuchnic0", "--via-helper=" + socket)
                            .out())
                    .singleElement()
                    .asString()
                    .contains("nosuchnic0");
        });
        assertThat(helper.exit()).isZero();
        assertThat(helper.err().get(0)).contains("helps with ffff:ff:1f.7 up to R2");
        assertThat(helper.err()).anySatisfy(line -> assertThat(line).contains("user " + me() + ": ", "nosuchnic0"));
        assertThat(folder.resolve("s")).doesNotExist();
    }

    /** As systemd does it: a socket that listens already is standard input. */
    @Test
    void theSocketMayBeStandardInput() throws Exception {
        Path socket = folder.resolve("s");
        List<String> command = new ArrayList<>(List.of("python3", "-c", LISTENING, socket.toString()));
        List<String> options =
                Runtime.version().feature() >= 22 ? List.of("--enable-native-access=ALL-UNNAMED") : List.of();
        String[] helper = {"helper", "--allow", "ffff:ff:1f.7", "--up-to", "R2", "--user", me()};
        command.addAll(Jvm.running().command(Jvm.classPathWithout(), options, Main.class, helper));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        try {
            while (!isOpen(socket) && process.isAlive()) {
                Thread.sleep(20);
            }
            assertThat(say(socket, "reset nic:nosuchnic0\n"))
                    .contains("nosuchnic0")
                    .endsWith("exit 3\n");
        } finally {
            process.destroy();
            assertThat(process.waitFor()).as(folder.resolve("said").toString()).isEqualTo(143);
        }
    }

    /** 65534 is nobody. */
    @Test
    void whoIsNotNamedIsNotServed() throws Exception {
        during(
                "65534",
                socket -> assertThat(say(socket, "reset nic:lo\n"))
                        .isEqualTo("the helper doesn't serve user " + me() + "\nexit 4\n"));
    }

    @Test
    void badRequestsAreOneLine() throws Exception {
        during(me(), socket -> {
            for (String bad : new String[] {
                "",
                "\n",
                "rm -rf\n",
                "reset\n",
                "reset lo\n",
                "reset nic:lo up-to=R9\n",
                "reset nic:lo up-to=\n",
                "reset nic:lo timeout=x\n",
                "reset nic:lo timeout=0\n",
                "reset nic:lo force=x\n",
                "reset nic:lo reason=\n",
                "reset nic:lo reason=a\tb\n",
                "reset nic:eth0:1\n",
                "reset nic:lo  json\n",
                "reset ras:x up-to=R1\n",
                "\u0000\n"
            }) {
                try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                    channel.write(UTF_8.encode(bad));
                    channel.shutdownOutput();
                    String answer = new String(Channels.newInputStream(channel).readAllBytes(), UTF_8);
                    assertThat(answer.lines()).as(bad).hasSize(2).last().isEqualTo("exit 2");
                }
            }
            assertThat(say(socket, "x".repeat(HelperRequest.LONGEST + 1)))
                    .contains("at most 1312 bytes")
                    .endsWith("exit 2\n");
        });
    }

    @Test
    void aRequestSurvivesItsLine() throws ResetException {
        String line = "reset nic:pci@0000:03:00.0 json dry-run method=link up-to=R4 timeout=1500";
        assertThat(HelperRequest.parse(line).line()).isEqualTo(line);
        assertThatThrownBy(() -> HelperRequest.parse(line + " flags=1")).hasMessageContaining("flags=1");
        String why = line + " reason=ticket 4711: json=2  reason=" + "\u20ac".repeat(160);
        assertThat(HelperRequest.parse(why).line()).isEqualTo(why);
        assertThat(HelperRequest.parse(why).reset().reason()).startsWith("ticket 4711: json=2  reason=\u20ac");
    }

    @Test
    void nobodyListening() {
        Ran.here("reset", "nic:lo", "--via-helper", folder.resolve("none").toString());
        Ran ran = Ran.here(
                "reset", "nic:lo", "--via-helper", folder.resolve("none").toString());
        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.err()).hasSize(2).last().asString().contains("can't be asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--scope mac", "--flags 1", "--force x", "--netns x"})
    void whatTheHelperDoesNotTakeIsUsage(String option) {
        Ran.here(("reset nic:lo --via-helper /none " + option).split(" ")).failed(2, "the helper takes no");
    }

    @ParameterizedTest
    @CsvSource({
        "helper --up-to R2, --allow",
        "helper --allow 0000:03:00.0, --up-to",
        "helper --allow eth0 --up-to R2, no PCI address",
        "helper --allow 0000:03:00.0 --up-to R2 --user nosuchuser, 'nosuchuser'",
        "helper --allow 0000:03:00.0 --up-to R2, no socket"
    })
    void whatMeansNothingIsOneLine(String args, String named) {
        Ran.here(args.split(" ")).failed(2, named);
    }
}
