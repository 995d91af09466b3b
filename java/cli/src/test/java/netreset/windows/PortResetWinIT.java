// SPDX-License-Identifier: Apache-2.0
package netreset.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import netreset.NetReset;
import netreset.Outcome;
import netreset.ResetListener;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.Verification;
import netreset.bridge.StandIn;
import netreset.bridge.StandIn.Counter;
import netreset.cli.Here;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** A reset of an idle port, from the command to the call: what is told of it is what was seen of it. */
class PortResetWinIT {
    private final StandIn standIn;

    PortResetWinIT() throws Exception {
        standIn = Leg.standIn().reset("ports 3 VPN2- state=disconnected calls=7");
    }

    @Rule({"P37", "P55"})
    @Test
    void acceptedWithoutAnEffectIsNotDone() {
        JsonObject report = reset(6, "--timeout", "500ms");
        assertThat(report.get("outcome").getAsString()).isEqualTo("NO_EFFECT_OBSERVED");
        assertThat(report.get("performedWords").toString()).isEqualTo("[]");
    }

    @Rule("P55")
    @Test
    void acceptedIsAllThatIsSaidWhenNobodyLooks() {
        assertThat(reset(0, "--verify", "none").get("outcome").getAsString()).isEqualTo("ACCEPTED");
    }

    @Rule("P55")
    @Test
    void anEffectThatIsSeenIsARecovery() {
        standIn.script("reset effective 100");
        assertThat(reset(0, "--timeout", "5s").get("outcome").getAsString()).isEqualTo("RECOVERED");
    }

    @Rule("P35")
    @Test
    void theOneCallHasThePortsHandle() {
        reset(0, "--verify", "none");
        assertThat(standIn.log().stream()
                        .filter(line -> line.matches("MprAdmin\\w+(Reset|Disconnect|ClearStats)\\(.*")
                                && !line.startsWith("MprAdminServerDisconnect")))
                .singleElement()
                .asString()
                .matches("MprAdminPortReset\\(server=0x[0-9a-f]+, port=0x[0-9a-f]+\\) = 0");
    }

    @Rule("P50")
    @Test
    void theIntentIsInTheFileBeforeTheCall() throws Exception {
        Path audit = Path.of("audit.ndjson");
        Files.deleteIfExists(audit);
        standIn.script("on MprAdminPortReset hang");
        NetReset.Options options =
                NetReset.Options.DEFAULT.withBridge(Leg.bridgeName()).withAuditFile(audit);
        try (NetReset netReset = NetReset.open(options)) {
            ResetRequest request = ResetRequest.of("ras:VPN2-1").withVerification(Verification.NONE);
            CompletableFuture<ResetReport> report = netReset.resetAsync(request, ResetListener.NONE);
            awaitCallInside();
            assertThat(kinds(audit)).containsExactly("intent");
            standIn.script("release all");
            assertThat(report.get(30, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(kinds(audit)).containsExactly("intent", "attempt");
    }

    @Rule("P50")
    @Test
    void theCommandKeepsTheFileToo() throws Exception {
        Path audit = Path.of("audit-command.ndjson");
        Files.deleteIfExists(audit);
        Here.run(
                        "ras",
                        "reset",
                        "VPN2-*",
                        "--verify",
                        "none",
                        "--audit",
                        audit.toString(),
                        "--bridge",
                        Leg.bridgeName())
                .exits(0);
        assertThat(kinds(audit)).containsExactly("intent", "attempt", "intent", "attempt", "intent", "attempt");
    }

    private static JsonObject reset(int exit, String... options) {
        List<String> command = new ArrayList<>(List.of("reset", "ras:VPN2-1", "--json", "--bridge", Leg.bridgeName()));
        command.addAll(List.of(options));
        Here ran = Here.run(command.toArray(String[]::new)).exits(exit);
        assertThat(ran.out()).hasSize(1);
        return JsonParser.parseString(ran.out().get(0)).getAsJsonObject();
    }

    private void awaitCallInside() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (standIn.counter(Counter.INSIDE) == 0) {
            assertThat(System.nanoTime()).as("nobody calls").isLessThan(deadline);
            Thread.sleep(5);
        }
        Thread.sleep(200); // a call that only passes would be gone
        assertThat(standIn.counter(Counter.INSIDE)).isEqualTo(1);
    }

    private static List<String> kinds(Path audit) throws Exception {
        return Files.readAllLines(audit).stream()
                .map(line -> JsonParser.parseString(line)
                        .getAsJsonObject()
                        .get("kind")
                        .getAsString())
                .toList();
    }
}
