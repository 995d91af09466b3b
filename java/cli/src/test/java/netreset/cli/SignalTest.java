// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import netreset.rules.Rule;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C, and what a service manager sends: signals to a process of its own. */
@EnabledOnOs(OS.LINUX)
class SignalTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    @Rule({"P19", "P58"})
    void aWatchGivesEverythingBack(String signal, int exit) throws IOException, InterruptedException {
        Process watch = start();
        try {
            awaitBeginning(watch);
            send(signal, watch);

            assertThat(watch.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            watch.destroyForcibly();
        }

        List<String> out = Files.readAllLines(folder.resolve("out"));
        assertThat(watch.exitValue()).as("%s", out).isEqualTo(exit);
        assertThat(out.stream()
                        .filter(line -> line.matches("MprAdmin(Server|Register|Deregister).*"))
                        .map(line -> line.replaceFirst("\\(.*\\)", "")))
                .containsExactly(
                        "MprAdminServerConnect = 0",
                        "MprAdminRegisterConnectionNotification = 0",
                        "MprAdminDeregisterConnectionNotification = 0",
                        "MprAdminServerDisconnect = 0");
        assertThat(out)
                .contains("NOTIFICATIONS_LIVE 0", "EVENTS_LIVE 0", "EVENTS_NOT_TAKEN 0", "HANDLES_LIVE 0")
                .contains("BUFFERS_LIVE 0", "INSIDE 0");
        assertThat(Files.readAllLines(folder.resolve("err"))).hasSize(1);
    }

    /** A shell that starts something in the background has it ignore SIGINT, and so do its children. */
    private Process start() throws IOException {
        List<String> options =
                Runtime.version().feature() >= 22 ? List.of("--enable-native-access=ALL-UNNAMED") : List.of();
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT,TERM"));
        command.addAll(Jvm.running().command(Jvm.classPathWithout(), options, WatchOfStandIn.class));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private void awaitBeginning(Process watch) throws IOException, InterruptedException {
        Path err = folder.resolve("err");
        while (!Files.readString(err).contains("watching 3 ports of this machine: looks when Windows says so")) {
            assertThat(watch.isAlive()).as(Files.readString(err)).isTrue();
            Thread.sleep(20);
        }
    }

    private static void send(String signal, Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("bash", "-c", "kill -" + signal + " " + process.pid())
                        .start()
                        .waitFor())
                .isZero();
    }
}
