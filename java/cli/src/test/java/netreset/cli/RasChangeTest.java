// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import netreset.bridge.MprapiFunction;
import netreset.rras.FakeServer;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RasChangeTest {
    /** The word with nothing beside it that says of what. */
    private static final Pattern BARE_RESET =
            Pattern.compile("(?<!device |netreset ras )\\breset\\b(?! of the device)", Pattern.CASE_INSENSITIVE);

    private final RasHost host = new RasHost();

    @TempDir
    private Path folder;

    private static void free(netreset.rras.FakePort port) {
        port.condition = RasHost.LISTENING;
        port.connection = 0;
    }

    @Test
    @Rule("P55")
    void aResetThatDidNothingIsSix() {
        Ran ran = host.run("reset", "VPN2-0", "--verify", "300ms");

        assertThat(ran.exit()).isEqualTo(6);
        assertThat(ran.out())
                .singleElement()
                .asString()
                .startsWith("ras:VPN2-0  NO_EFFECT_OBSERVED  device reset accepted, but no effect seen");
        assertThat(host.server.calls(MprapiFunction.PORT_RESET)).isEqualTo(1);
    }

    @Test
    @Rule("P55")
    void acceptedIsEnoughForWhoDoesNotAsk() {
        Ran ran = host.run("reset", "VPN2-0", "--verify", "none", "--json");

        assertThat(ran.exit()).isZero();
        assertThat(ran.json().get("outcome").textValue()).isEqualTo("ACCEPTED");
        assertThat(ran.json().get("evidence").textValue()).isEqualTo("E0");
    }

    @Test
    void aResetThatWorksIsSeen() {
        host.server.reset = port -> port.condition = 6;

        Ran ran = host.run("reset", "VPN2-0", "--json");

        assertThat(ran.exit()).isZero();
        JsonNode report = ran.json();
        assertThat(report.get("outcome").textValue()).isEqualTo("RECOVERED");
        assertThat(report.get("evidence").textValue()).isEqualTo("E2");
        assertThat(report.get("operation").textValue()).isEqualTo("RESET");
        assertThat(report.at("/before/condition").textValue()).isEqualTo("LISTENING");
        assertThat(report.at("/after/condition").textValue()).isEqualTo("INITIALIZING");
        assertThat(report.at("/attempts/0/effect").textValue()).isEqualTo("CONFIRMED");
    }

    @Test
    @Rule({"P36", "P55"})
    void anEffectThatIsNotKnownIsCalledAsEveryReportCallsIt() {
        host.server.reset = port -> port.calls++;
        Ran called = host.run("reset", "VPN2-0", "--json");
        assertThat(called.exit()).isEqualTo(6);
        assertThat(called.json().get("outcome").textValue()).isEqualTo("NO_EFFECT_OBSERVED");
        assertThat(called.json().at("/attempts/0/effect").textValue()).isEqualTo("UNKNOWN");

        host.server.reset = port -> host.server.ports.remove(host.free);
        Ran gone = host.run("reset", "VPN2-0", "--json");
        assertThat(gone.exit()).isEqualTo(6);
        assertThat(gone.json().get("outcome").textValue()).isEqualTo("NOT_RECOVERED");
    }

    @Test
    @Rule({"P44", "P55"})
    void aPortInUseIsRefusedUnlessAskedFor() {
        host.server.disconnect = RasChangeTest::free;

        Ran refused = host.run("disconnect", "VPN2-1", "--json");
        assertThat(refused.exit()).isEqualTo(7);
        assertThat(refused.json().get("outcome").textValue()).isEqualTo("REFUSED");
        assertThat(refused.json().at("/refusals/0/code").textValue()).isEqualTo("in-use");
        assertThat(host.server.calls(MprapiFunction.PORT_DISCONNECT)).isZero();

        Ran asked = host.run("disconnect", "VPN2-1", "--include-active");
        assertThat(asked.exit()).isZero();
        assertThat(asked.out())
                .singleElement()
                .asString()
                .startsWith(
                        "ras:VPN2-1  RECOVERED  hang-up of the connection accepted, and a change seen: its connection is gone");
    }

    @Test
    void escalatesWhenAsked() {
        host.server.disconnect = RasChangeTest::free;

        Ran ran = host.run("reset", "--state", "suspect", "--escalate", "--verify", "300ms", "--json");

        assertThat(ran.exit()).isZero();
        assertThat(ran.json().get("attempts")).hasSize(2);
        assertThat(ran.json().at("/attempts/1/operation").textValue()).isEqualTo("DISCONNECT");
        assertThat(ran.json().at("/performedWords/0").textValue()).isEqualTo("hang-up of the connection");
        assertThat(ran.json().at("/remainingWords/0").textValue()).isEqualTo("device reset");
    }

    @Test
    @Rule("P45")
    void aDryRunChangesNothing() {
        Ran ran = host.run("reset", "*", "--dry-run", "--max", "1", "--json");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out().stream()
                        .map(line -> Schema.check(line).get("outcome").textValue()))
                .containsExactly("PLANNED", "REFUSED", "BEYOND_LIMIT");
        assertThat(host.server.calls(MprapiFunction.PORT_RESET)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "PORT_RESET, 5, 4",
        "PORT_RESET, 87, 3",
        "PORT_RESET, 1726, 9",
        "PORT_RESET, 1722, 5",
        "PORT_RESET, 12345, 1",
        "PORT_GET_INFO, 601, 8",
        "PORT_ENUM, 903, 5"
    })
    @Rule({"P39", "P41", "P55"})
    void exitCodes(MprapiFunction function, int code, int exit) {
        host.server.failAlways(function, code);

        assertThat(host.run("reset", "VPN2-0", "VPN2-2", "--verify", "none").exit())
                .isEqualTo(exit);
    }

    @Test
    @Rule({"P46", "P55"})
    void stopsWhereTheNextWouldFareNoBetter() {
        host.server.failAlways(MprapiFunction.PORT_CLEAR_STATS, 5);

        Ran ran = host.run("clear-stats", "*", "--json");

        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.out().stream()
                        .map(line -> Schema.check(line).get("outcome").textValue()))
                .containsExactly("FAILED", "NOT_ATTEMPTED", "NOT_ATTEMPTED");
        ran.said("stopped before the last port", "administrator");
        assertThat(host.server.calls(MprapiFunction.PORT_CLEAR_STATS)).isEqualTo(1);
    }

    @Test
    void namesThatNobodyHas() {
        Ran ran = host.run("reset", "VPN9-0");
        assertThat(ran.exit()).isEqualTo(3);
        ran.said("no port is called VPN9-0");

        Ran nothing = host.run("reset", "VPN9-*");
        assertThat(nothing.exit()).isZero();
        nothing.said("nothing to do");
    }

    @ParameterizedTest
    @CsvSource({
        "reset, which ports",
        "disconnect, which ports",
        "clear-stats --max 3, which ports",
        "reset * --max 0, at least 1",
        "reset * --verify soon, 'soon'",
        "reset * --verify none --escalate, escalation",
        "disconnect * --escalate, --escalate",
        "clear-stats * --include-active, --include-active",
        "reset * --delay 2h, delay",
        "reset * --audit /nowhere/at/all, audit"
    })
    @Rule("P55")
    void usage(String args, String named) {
        host.run(args.split(" ")).failed(2, named);

        assertThat(host.server.log).noneMatch(call -> call.startsWith("MprAdminPort"));
    }

    @Test
    void whoWaitsIsToldForWhat() {
        assertThat(host.run("reset", "VPN2-0", "--verify", "1500ms").err())
                .anyMatch(line ->
                        line.startsWith("netreset: ras: waiting for the device reset of VPN2-0 and its effect, "));
        assertThat(host.run("clear-stats", "VPN2-0", "--idle", "1500ms", "--verify", "none")
                        .err())
                .anyMatch(line ->
                        line.startsWith("netreset: ras: waiting for counters that move, as long as --idle says, "));
        assertThat(host.run(
                                "disconnect",
                                "VPN2-2",
                                "VPN2-1",
                                "--include-active",
                                "--verify",
                                "none",
                                "--delay",
                                "1500ms")
                        .err())
                .anyMatch(line -> line.startsWith("netreset: ras: waiting for the next port, "));
    }

    @Test
    @Rule("P54")
    void whatAServerCallsAPortReachesNoTerminal() {
        host.free.name = "A\u001b[2J\u202e";

        Ran ran = host.run("reset", "A*", "--verify", "1500ms");

        assertThat(ran.out()).singleElement().asString().startsWith("ras:A\\u001b[2J\\u202e  NO_EFFECT_OBSERVED");
        assertThat(ran.err())
                .isNotEmpty()
                .noneMatch(line -> line.contains("\u001b") || line.contains("\u202e"))
                .anyMatch(line -> line.contains("waiting for the device reset of A\\u001b[2J\\u202e and its effect"));
    }

    @Test
    void whoWaitsForAnAnswerIsToldOfWhichCall() throws InterruptedException {
        FakeServer.Hang hang = host.server.hang(MprapiFunction.PORT_RESET);
        AtomicReference<Ran> ran = new AtomicReference<>();
        Thread reset = new Thread(() -> ran.set(host.run("reset", "VPN2-0", "--verify", "none")));
        reset.start();
        hang.awaitEntered();
        Thread.sleep(1300);
        hang.release();
        reset.join(10_000);

        assertThat(ran.get().err())
                .anyMatch(line -> line.startsWith("netreset: ras: waiting for the device reset of VPN2-0, "));
    }

    @Test
    @Rule("P50")
    void keepsAnAuditTrail() throws IOException {
        Path file = folder.resolve("audit.ndjson");

        host.run("reset", "VPN2-0", "--verify", "none", "--audit", file.toString());
        host.run("reset", "VPN2-0", "--dry-run", "--audit", file.toString());

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("\"kind\":\"intent\"");
        assertThat(lines.get(1)).contains("\"kind\":\"attempt\"");
    }

    @Test
    @Rule("P62")
    void resetIsAlwaysOfSomething() {
        host.server.reset = port -> port.calls = 0;
        for (String args : List.of(
                "reset * --include-active --verify 300ms",
                "reset * --dry-run",
                "disconnect * --verify none",
                "clear-stats * --verify 300ms",
                "disconnect --help",
                "clear-stats --help")) {
            Ran ran = host.run(args.split(" "));
            assertThat(ran.out()).isNotEmpty();
            assertThat(ran.out())
                    .as(args)
                    .noneMatch(line -> BARE_RESET.matcher(line).find());
            assertThat(ran.err())
                    .as(args)
                    .noneMatch(line -> BARE_RESET.matcher(line).find());
        }
    }
}
