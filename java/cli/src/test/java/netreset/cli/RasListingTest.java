// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import netreset.bridge.MprapiFunction;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RasListingTest {
    private final RasHost host = new RasHost();

    private static List<JsonNode> json(Ran ran) {
        assertThat(ran.exit()).as("%s", ran).isZero();
        return ran.out().stream().map(Schema::check).toList();
    }

    @Test
    void portsAreATable() {
        Ran ports = host.run("ports");

        assertThat(ports.exit()).isZero();
        assertThat(ports.err()).isEmpty();
        assertThat(ports.out())
                .containsExactly(
                        "PORT    STATE               FOR          USER        DEVICE                CALLS  FROM       TYPE",
                        "VPN2-0  listening           -            -           WAN Miniport (IKEv2)  0      -          vpn",
                        "VPN2-1  authenticated       1d 03:46:40  CORP\\alice  WAN Miniport (IKEv2)  9      192.0.2.7  vpn",
                        "VPN2-2  listening, suspect  00:01:00     -           WAN Miniport (IKEv2)  0      -          vpn");
    }

    @Test
    @Rule("P53")
    void jsonHasNumbersNamesAndTheSchema() {
        Locale locale = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
        try {
            JsonNode port = json(host.run("ports", "--json")).get(1);

            assertThat(port.get("schema").textValue()).isEqualTo("netreset/1");
            assertThat(port.get("id").textValue()).isEqualTo("ras:VPN2-1");
            assertThat(port.get("condition").textValue()).isEqualTo("AUTHENTICATED");
            assertThat(port.get("conditionValue").longValue()).isEqualTo(5);
            assertThat(port.get("handle").textValue()).isEqualTo("0x0000000100000005");
            assertThat(port.get("user").textValue()).isEqualTo("alice");
            assertThat(port.get("bytesTransmitted").longValue()).isEqualTo(0xffffffffL);
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void aConditionWithoutANameKeepsItsNumber() {
        host.free.condition = 99;

        JsonNode port = json(host.run("ports", "--json")).get(0);

        assertThat(port.get("condition").textValue()).isEqualTo("UNKNOWN(99)");
        assertThat(port.get("conditionValue").longValue()).isEqualTo(99);
        assertThat(port.get("activity").textValue()).isEqualTo("UNKNOWN");
    }

    @Test
    void connectionsInEveryForm() {
        JsonNode connection = json(host.run("connections", "--json")).get(0);

        assertThat(connection.get("user").textValue()).isEqualTo("alice");
        assertThat(connection.get("flags").textValue()).isEqualTo("0x00000010");
        assertThat(connection.get("ikev2").booleanValue()).isTrue();
        assertThat(host.run("connections").out())
                .containsExactly(
                        "USER        FOR          STATE      PROTOCOL  CLIENT    FROM       SENT        RECEIVED  COMPUTER  INTERFACE",
                        "CORP\\alice  1d 03:46:40  connected  ikev2     10.0.0.7  192.0.2.7  4294967295  0                   Internal");
        List<String> csv = host.run("connections", "--csv").out();
        assertThat(csv).hasSize(2);
        assertThat(csv.get(1)).startsWith(",\"alice\",\"CORP\",\"\",100000,\"10.0.0.7\",");
    }

    @Test
    @Rule({"P53", "P54"})
    void whatAServerSendsReachesNoTerminalAndNoSpreadsheet() {
        host.used.name = "=1+1\u001b[2J";
        host.alice.user = "@e\u202evil\ud800\n\"x";

        String table = String.join("\n", host.run("ports").out());
        assertThat(table).contains("=1+1\\u001b[2J").contains("@e\\u202evil\\ud800\\u000a");
        List<String> csv = host.run("ports", "--csv").out();
        assertThat(csv).hasSize(4);
        assertThat(csv.get(2))
                .contains(",\"'=1+1\\u001b[2J\",")
                .contains(",\"'@e\\u202evil\\ud800\\u000a\"\"x\",")
                .doesNotContain("\u001b");
        JsonNode port = json(host.run("ports", "--json")).get(1);
        assertThat(port.get("name").textValue()).isEqualTo("=1+1\u001b[2J");
        assertThat(port.get("user").textValue()).as("half a pair is no text").isEqualTo("@e\u202evil\\ud800\n\"x");
        assertThat(host.run("ports", "--json").out().get(1)).doesNotContain("\u001b", "\u202e", "\ud800");
    }

    @ParameterizedTest
    @CsvSource({
        "--state listening, VPN2-0 VPN2-2",
        "--state Connected, VPN2-1",
        "--state authenticated, VPN2-1",
        "--state suspect, VPN2-2",
        "'--state callingback,nonoperational', ''",
        "--user corp\\al*, VPN2-1",
        "--older-than 1d, VPN2-1",
        "VPN2-? --device *ikev2*, VPN2-0 VPN2-1 VPN2-2",
        "vpn2-0, VPN2-0"
    })
    @Rule("P61")
    void selects(String args, String names) {
        List<JsonNode> ports = json(host.run(("ports --json " + args).split(" ")));

        assertThat(ports.stream().map(port -> port.get("name").textValue()))
                .containsExactly(names.isEmpty() ? new String[0] : names.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "ports --state up, 'up'",
        "'ports --state listening,,free', ''",
        "ports --older-than 1w, '1w'",
        "ports --idle 0s, more than 0",
        "ports --timeout 0s, more than 0",
        "ports --server a/b, a/b",
        "ports --server=, server name",
        "ports --user=, user",
        "ports --state=, state",
        "connections VPN2-1, VPN2-1",
        "ports --max 3, --max"
    })
    @Rule({"P61", "P18"})
    void refusesWhatMakesNoSense(String args, String named) {
        host.run(args.split(" ")).failed(2, named);

        assertThat(host.server.log).isEmpty();
    }

    @Test
    void oneFormAtATime() {
        assertThat(host.run("ports", "--json", "--csv").said("--json", "--csv").exit())
                .isEqualTo(2);
    }

    @Test
    @Rule({"P34", "P53"})
    void portsAreThereWithoutTheirConnections() {
        host.server.failAlways(MprapiFunction.CONNECTION_ENUM_EX, 5);

        Ran ports = host.run("ports");

        assertThat(ports.exit()).isZero();
        assertThat(ports.out()).hasSize(4);
        ports.said("who is connected can't be read", "ERROR_ACCESS_DENIED, 5");
        host.run("ports", "VPN2-1", "--csv").said("who is connected can't be read");
    }

    @Test
    @Rule("P57")
    void whatIdlenessCannotTellIsSaid() {
        host.server.failAlways(MprapiFunction.PORT_GET_INFO, 87);

        Ran ports = host.run("ports", "--idle", "20ms", "--json");

        assertThat(ports.exit()).isZero();
        assertThat(ports.out()).isEmpty();
        ports.said("ports left out because their counters went down or couldn't be read: 3");
    }

    @ParameterizedTest
    @CsvSource({"5, 4", "903, 5", "1722, 5", "1717, 5", "8, 1", "3221225477, 1"})
    @Rule({"P39", "P55"})
    void aFailureIsOneLineAndItsExitCode(long code, int exit) {
        host.server.failAlways(MprapiFunction.PORT_ENUM, (int) code);

        host.run("ports").failed(exit, Long.toString(code));

        Ran json = host.run("ports", "--json");
        assertThat(json.exit()).isEqualTo(exit);
        assertThat(json.json().at("/code/value").longValue()).isEqualTo(code);
        assertThat(json.json().at("/code/space").textValue()).isEqualTo("win32");
    }

    @Test
    void noPortsAreNoFailure() {
        host.server.ports.clear();

        assertThat(host.run("ports").out()).hasSize(1);
        assertThat(host.run("ports", "--csv").out()).hasSize(1);
        assertThat(host.run("ports", "--json")).isEqualTo(new Ran(0, List.of(), List.of()));
    }

    @Test
    void anotherServersPortsSayWhose() {
        JsonNode port = json(host.run("ports", "--json", "--server", "vpn1")).get(0);

        assertThat(port.get("id").textValue()).isEqualTo("ras://vpn1/VPN2-0");
        assertThat(port.get("server").textValue()).isEqualTo("vpn1");
        assertThat(host.server.log).contains("MprAdminServerConnect \\\\vpn1");
    }
}
