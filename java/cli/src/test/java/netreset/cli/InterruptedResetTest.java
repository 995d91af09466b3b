// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import netreset.rules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resets of a dummy NIC in a network namespace of the test's own, by processes that die, or that are many. */
class InterruptedResetTest {
    private static final int KILLS = 12;
    private static final String NAMESPACE =
            "netreset-killed-" + ProcessHandle.current().pid();

    @TempDir
    private Path state;

    @BeforeEach
    void aConfiguredNic() throws IOException, InterruptedException {
        String refused = ip("netns", "add", NAMESPACE);
        if (!refused.isEmpty()) {
            System.err.println("SKIPPED, NOT PROVEN: NO NETWORK NAMESPACES HERE: " + refused);
            Assumptions.abort(refused);
        }
        in("link", "add", "d0", "type", "veth", "peer", "name", "p0");
        in("link", "set", "p0", "up");
        in("link", "set", "d0", "mtu", "1400", "up");
        in("addr", "add", "192.0.2.1/24", "dev", "d0");
        in("addr", "add", "2001:db8::1/64", "dev", "d0", "nodad");
        in("route", "add", "198.51.100.0/24", "via", "192.0.2.9");
        in("-6", "route", "add", "2001:db8:1::/48", "via", "2001:db8::9");
    }

    @AfterEach
    void gone() throws IOException, InterruptedException {
        ip("netns", "del", NAMESPACE);
    }

    private static String ip(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() == 0 ? printed : "exit " + process.exitValue() + ": " + printed;
    }

    private static String in(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-n", NAMESPACE));
        all.addAll(List.of(arguments));
        String printed = ip(all.toArray(String[]::new));
        assertThat(printed).doesNotStartWith("exit ");
        return printed;
    }

    /** Admin state, addresses and routes, without what lives and counts. */
    private static List<String> configuration() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (String line : (in("-o", "link", "show", "dev", "d0")
                        + in("-o", "addr", "show", "dev", "d0", "scope", "global")
                        + in("route", "show", "table", "all", "dev", "d0")
                        + in("-6", "route", "show", "proto", "boot", "dev", "d0"))
                .split("\n", -1)) {
            if (!line.contains("fe80") && !line.contains("multicast")) {
                lines.add(line.strip());
            }
        }
        return lines.stream().sorted().toList();
    }

    private Process reset(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("reset", "nic:d0", "--netns", NAMESPACE, "--method", "link", "--force", "virtual"));
        arguments.addAll(List.of(more));
        return start(arguments);
    }

    private Process start(List<String> arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Jvm.running()
                        .command(Jvm.classPathWithout("none"), List.of(), Main.class, arguments.toArray(String[]::new)))
                .redirectErrorStream(true);
        builder.environment().put("NETRESET_STATE_DIR", state.toString());
        return builder.start();
    }

    private String run(int exit, String... arguments) throws IOException, InterruptedException {
        Process process = start(List.of(arguments));
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(printed).isEqualTo(exit);
        return printed;
    }

    @Rule("L69")
    @Test
    void whateverAKilledProcessLeftIsPutBack() throws IOException, InterruptedException {
        List<String> before = configuration();
        Random random = new Random(7);
        int interrupted = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = reset("--cool-down", "0s", "--budget", "1000000");
            awaitJournal(process);
            process.waitFor(random.nextInt(40_000), TimeUnit.MICROSECONDS);
            process.destroyForcibly().waitFor();
            if (isJournalThere()) {
                interrupted++;
                assertThat(run(0, "doctor")).contains("note  journal").contains("link (R1)");
            }
            run(0, "reset", "--resume", "--netns", NAMESPACE);
            assertThat(configuration()).as("after kill %d", kill).isEqualTo(before);
        }
        System.err.println("killed " + KILLS + " times, " + interrupted + " of them in the middle");
        assertThat(interrupted).isPositive();
    }

    /** It is about to act. */
    private void awaitJournal(Process process) throws InterruptedException, IOException {
        while (process.isAlive() && !isJournalThere()) {
            TimeUnit.MICROSECONDS.sleep(500);
        }
    }

    private boolean isJournalThere() throws IOException {
        Path journals = state.resolve("journal");
        if (!Files.isDirectory(journals)) {
            return false;
        }
        try (Stream<Path> files = Files.list(journals)) {
            return files.anyMatch(file -> file.toString().endsWith(".journal"));
        }
    }

    @Rule({"L33", "L67", "L72"})
    @Test
    void ofTenAtOnceOneRunsAndNineAreToldWhen() throws IOException, InterruptedException {
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(reset("--json"));
        }
        List<String> printed = new ArrayList<>();
        for (Process process : all) {
            printed.add(new String(process.getInputStream().readAllBytes(), UTF_8));
            process.waitFor();
        }
        assertThat(printed)
                .filteredOn(text -> text.contains("\"outcome\":\"RECOVERED\""))
                .hasSize(1);
        assertThat(printed)
                .filteredOn(text -> text.contains("\"outcome\":\"REFUSED\"") && text.contains("may be again in"))
                .hasSize(9);
        assertThat(Files.readAllLines(state.resolve("audit/audit.ndjson")))
                .filteredOn(line -> line.contains("\"kind\":\"attempt\""))
                .hasSize(10);
    }
}
