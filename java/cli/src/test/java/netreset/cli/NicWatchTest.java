// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.List;
import netreset.bridge.Bridges;
import netreset.linux.guard.StateFolder;
import netreset.linux.state.Namespace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command on links of a namespace of the test's own. Needs root. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class NicWatchTest {
    /** The kernel tells of carriers once a second at most, and not of what came and went between (linkwatch_schedule_work). */
    private static final long LINKWATCH_MILLIS = 1_500;

    private Namespace namespace;
    private String name;

    @BeforeEach
    void open() throws Exception {
        namespace = new Namespace(Bridges.find().best().libc());
        name = namespace.exec("ip netns identify").strip();
        namespace.ip("link add nic type veth peer name wire");
        namespace.ip("link set nic up");
        namespace.ip("link set wire up");
    }

    @AfterEach
    void close() {
        namespace.close();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread later(Runnable change) {
        Thread thread = new Thread(() -> {
            try {
                while (Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(watch -> watch.getName().equals("netreset-watch-events"))) {
                    Thread.sleep(20);
                }
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            change.run();
        });
        thread.start();
        return thread;
    }

    @Test
    void tellsALinePerEvent() throws Exception {
        Thread change = later(() -> {
            namespace.ip("link set wire down");
            sleep(LINKWATCH_MILLIS);
            namespace.ip("link set wire up");
        });
        Ran ran = Ran.here("watch", "nic:nic", "--netns", name, "--for", "6s");
        change.join();

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).hasSize(2);
        assertThat(ran.out().get(0)).matches("20[0-9-]+T[0-9:.]+Z  nic:nic  carrier-lost: the carrier is gone");
        assertThat(ran.out().get(1)).matches("20[0-9-]+T[0-9:.]+Z  nic:nic  carrier-back: the carrier is back");
        ran.said("watching nic:nic", "transmit timeouts aren't seen");
    }

    @Test
    void tellsPrograms() throws Exception {
        Thread change = later(() -> namespace.ip("link del nic"));
        Ran ran = Ran.here("watch", "--all", "--json", "--netns", name, "--for", "4s");
        change.join();

        List<JsonNode> events = ran.out().stream().map(Schema::check).toList();
        assertThat(events).extracting(event -> event.get("what").textValue()).contains("vanished");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.get("kind").textValue()).isEqualTo("event");
            assertThat(event.get("atNanos").longValue()).isPositive();
        });
        ran.said("watching 2 NICs");
    }

    @Test
    void recoversALostCarrierByDryRunUntilItHoldsBack() throws Exception {
        Thread change = later(() -> namespace.ip("link set wire down"));
        String dry = "watch nic:nic --recover --up-to R1 --lost-for 200ms --dry-run --json --for 5s --netns " + name;
        Ran ran = Ran.here(dry.split(" "));
        change.join();

        assertThat(ran.exit()).isZero();
        List<JsonNode> lines = ran.out().stream().map(Schema::check).toList();
        assertThat(lines).extracting(NicWatchTest::word).startsWith("carrier-lost", "would-reset", "PLANNED");
        assertThat(lines.get(1).get("text").textValue()).contains("away for 200 ms");
        assertThat(namespace.exec("cat /sys/class/net/nic/flags").strip())
                .as("still up")
                .isEqualTo("0x1003");
    }

    private static String word(JsonNode line) {
        return line.get(line.get("kind").textValue().equals("event") ? "what" : "outcome")
                .textValue();
    }

    /** Nothing that is done to this end brings the other end's carrier. */
    @Test
    void aHumanIsNeededWhenResetsDoNotHelp() throws Exception {
        Thread change = later(() -> namespace.ip("link set wire down"));
        String hopeless =
                "watch nic:nic --recover --up-to R1 --force virtual --lost-for 100ms --back-off 100ms --max-in-vain 2 --json"
                        + " --for 100s --timeout 1s --netns " + name;
        Ran ran = Ran.here(hopeless.split(" "));
        change.join();

        assertThat(ran.exit()).isEqualTo(6);
        assertThat(ran.out()).extracting(line -> word(Schema.check(line))).endsWith("human-needed");
        assertThat(ran.out())
                .filteredOn(line -> word(Schema.check(line)).equals("resetting"))
                .hasSize(2);
        String mine = "\"pid\":" + ProcessHandle.current().pid() + ",";
        assertThat(Files.readAllLines(StateFolder.here().path().resolve("audit/audit.ndjson")))
                .filteredOn(line -> line.contains(mine) && line.contains("\"target\":\"nic:nic\""))
                .allMatch(line -> line.contains("\"askedReason\":\"watch: "))
                .anyMatch(line -> line.contains("\"askedReason\":\"watch: the carrier has been away for 100 ms"));
    }

    @ParameterizedTest
    @CsvSource({
        "watch nic:lo --recover, 2, --up-to",
        "watch nic:lo --up-to R1, 2, --recover",
        "watch nic:lo --recover --up-to R9, 2, 'R9'",
        "watch nic:lo --recover --up-to R1 --max-per-hour 0, 2, 1 or more",
        "watch nic:nosuchnic0, 3, nosuchnic0",
        "watch nic:eth0:1, 2, eth0:1",
        "watch ras:VPN2-1, 2, ras watch",
        "watch lo, 2, names no scheme",
        "watch --all nic:lo, 2, which NICs",
        "watch nic:lo --every 1ms, 2, --every",
        "watch nic:lo --for soon, 2, 'soon'"
    })
    void whatMeansNothingIsOneLine(String args, int exit, String named) {
        Ran.here(args.split(" ")).failed(exit, named);
    }
}
