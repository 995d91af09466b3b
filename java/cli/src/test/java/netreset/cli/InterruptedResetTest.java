// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import netreset.rules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resets of a dummy NIC in a network namespace of the test's own, by processes that die, or that are many. */
class InterruptedResetTest {
    private static final int KILLS = 12;

    @TempDir
    private Path state;

    private ConfiguredNic nic;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        nic = new ConfiguredNic("killed", state);
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        nic.close();
    }

    private Process reset(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("reset", "nic:d0", "--netns", nic.namespace(), "--method", "link", "--force", "virtual"));
        arguments.addAll(List.of(more));
        return nic.start(arguments);
    }

    @Rule("L69")
    @Test
    void whateverAKilledProcessLeftIsPutBack() throws IOException, InterruptedException {
        List<String> before = nic.configuration();
        Random random = new Random(7);
        int interrupted = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = reset("--cool-down", "0s", "--budget", "1000000");
            nic.awaitJournal(process);
            process.waitFor(random.nextInt(40_000), TimeUnit.MICROSECONDS);
            process.destroyForcibly().waitFor();
            if (nic.isJournalThere()) {
                interrupted++;
                assertThat(nic.run(0, "doctor")).contains("note  journal").contains("link (R1)");
            }
            nic.run(0, "reset", "--resume", "--netns", nic.namespace());
            assertThat(nic.configuration()).as("after kill %d", kill).isEqualTo(before);
        }
        System.err.println("killed " + KILLS + " times, " + interrupted + " of them in the middle");
        assertThat(interrupted).isPositive();
    }

    @Rule({"L33", "L67", "L72"})
    @Test
    void ofTenAtOnceOneRunsAndNineAreToldWhenOrWhoDoes() throws IOException, InterruptedException {
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
        // Or by whom it is held: on a slow machine one who only looks, and is refused, is at it longer than others try.
        assertThat(printed)
                .as("all that was printed: %s", printed)
                .filteredOn(text -> text.contains("may be again in") || text.contains("another operation is at"))
                .hasSize(9);
        assertThat(nic.audit())
                .filteredOn(line -> line.contains("\"kind\":\"attempt\""))
                .hasSize(10);
    }

    @Rule("L72")
    @Test
    void theRecordSaysWhoAndWhy() throws IOException, InterruptedException {
        List<String> arguments = List.of(
                "reset",
                "nic:d0",
                "--netns",
                nic.namespace(),
                "--method",
                "link",
                "--reason",
                "ticket 4711: \"rx\" stuck");
        Process refused = nic.start(List.of("env", "SUDO_USER=alice", "SUDO_UID=1000"), arguments);
        String printed = new String(refused.getInputStream().readAllBytes(), UTF_8);
        assertThat(refused.waitFor()).as(printed).isEqualTo(7);
        assertThat(nic.audit())
                .singleElement()
                .asString()
                .contains("\"uid\":0,\"sudoUser\":\"alice\",\"sudoUid\":1000,")
                .contains("\"requester\":null,\"askedReason\":\"ticket 4711: \\\"rx\\\" stuck\"");
    }
}
