// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import netreset.rules.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command on this machine's own kernel, as far as that is harmless: nothing here can reset anything. */
@EnabledOnOs(OS.LINUX)
class RealKernelTest {
    private static boolean mayReset;

    @BeforeAll
    static void look() throws IOException {
        mayReset = ProcessPrivileges.read().has(ProcessPrivileges.CAP_NET_ADMIN);
    }

    @Test
    void listsTheLoopback() {
        Ran list = Ran.here("list");

        assertThat(list.exit()).isZero();
        assertThat(list.err()).isEmpty();
        assertThat(list.out().get(0)).startsWith("DEVICE ");
        assertThat(list.out())
                .filteredOn(line -> line.startsWith("nic:lo "))
                .singleElement()
                .asString()
                .contains(" virtual");
        assertThat(list.out()).isEqualTo(Ran.here("list", "nic").out());
    }

    @Test
    void listsAsJson() {
        Ran list = Ran.here("list", "--json");

        assertThat(list.exit()).isZero();
        JsonNode lo = list.out().stream()
                .map(Schema::check)
                .filter(device -> device.get("id").textValue().equals("nic:lo"))
                .findFirst()
                .orElseThrow();
        assertThat(lo.get("index").intValue()).isEqualTo(1);
        assertThat(lo.get("virtual").booleanValue()).isTrue();
        assertThat(lo.get("resettable").textValue()).isEqualTo(mayReset ? "no" : "unknown");
    }

    @Test
    void theLoopbackCannotBeReset() {
        assumeTrue(mayReset, "needs CAP_NET_ADMIN");
        Ran.here("reset", "nic:lo").failed(5, "lo can't be reset", "EOPNOTSUPP");
        Ran.here("reset", "nic:lo", "--dry-run").failed(5, "lo can't be reset", "EOPNOTSUPP");

        Ran json = Ran.here("reset", "nic:lo", "--json").said("lo can't be reset");
        assertThat(json.exit()).isEqualTo(5);
        assertThat(json.json().get("kind").textValue()).isEqualTo("error");
        assertThat(json.json().get("reason").textValue()).isEqualTo("UNSUPPORTED");
        assertThat(json.json().get("id").textValue()).isEqualTo("nic:lo");
        assertThat(json.json().at("/code/symbol").textValue()).isEqualTo("EOPNOTSUPP");
    }

    @ParameterizedTest
    @Rule("L25")
    @ValueSource(strings = {"nic:lo:1", "nic:eth0:1", "nic:../x", "nic:a/b", "nic:a b", "nic:.", "nic:..", "nic:"})
    void namesThatNoNicCanHaveAreUsageErrors(String target) {
        Ran.here("reset", target).failed(2, target.substring("nic:".length()));
    }

    @ParameterizedTest
    @CsvSource({
        "'', names no scheme",
        "lo, names no scheme",
        ":lo, is no device scheme",
        "sim:x, is no NIC",
        "NIC:lo, scheme"
    })
    void soAreTargetsWithoutAScheme(String target, String message) {
        Ran.here("reset", target).failed(2, message);
    }

    @Test
    void soAreOverlongNamesAndThoseWithControlCodes() {
        Ran.here("reset", "nic:" + "x".repeat(128)).failed(2, "longer than 127 bytes");
        Ran.here("reset", "nic:" + "x".repeat(100_000)).failed(2, "longer than 127 bytes");
        Ran.here("reset", "nic:a\u001b[2Jb\nc").failed(2, "a\\u001b[2Jb\\u000ac");
    }

    @Test
    void unknownNamesAreNotFound() {
        Ran.here("reset", "nic:nosuchnic0").failed(3, "nosuchnic0");
        Ran.here("reset", "nic:größe").failed(3, "größe");
        Ran.here("reset", "nic:pci@ffff:ff:1f.7").failed(3, "ffff:ff:1f.7");
        Ran.here("list", "--netns", "nosuchnetns").failed(3, "nosuchnetns");
    }

    @ParameterizedTest
    @Rule("L3")
    @CsvSource({
        "--scope bogus, 'bogus'",
        "--scope mac-dedicated, 'mac-dedicated'",
        "'--scope mac,,phy', ''",
        "--scope=, ''",
        "--scope function --flags 1, function",
        "--flags 0, '0'",
        "--flags mac, 'mac'",
        "--flags 0x100000000, '0x100000000'",
        "--force bogus, 'bogus'",
        "--timeout 0s, timeout",
        "--timeout 61m, timeout",
        "--timeout soon, 'soon'",
        "--verify soon, 'soon'",
        "--verify datapath, none is named",
        "--verify none --probe 10.0.0.1, a probe needs",
        "--probe example.org, 'example.org'",
        "--method bogus, 'bogus'",
        "--method mprapi, 'mprapi'",
        "--method rebind --up-to R4, R4",
        "--method link --scope phy, scope",
        "--up-to r9, 'r9'",
        "--probe x, 'x'"
    })
    void whatMeansNothingIsAUsageError(String options, String named) {
        String[] args = ("reset nic:lo " + options).split(" ");
        Ran.here(args).failed(2, named);
    }

    @Test
    void theLoopbackHasNoMeansAtAll() {
        for (String method : List.of("nway", "link", "devlink-reinit", "pci", "usb", "rebind", "remove")) {
            Ran.here("reset", "nic:lo", "--method", method).failed(5, "lo can't be reset by " + method);
        }
        Ran.here("reset", "nic:lo", "--up-to", "R8").failed(5, "lo has no means", "loopback");
    }

    @Test
    void aMistakeInTheLastTargetStopsTheFirst() {
        Ran.here("reset", "nic:lo", "nic:nosuchnic0", "nic:eth0:1").failed(2, "eth0:1");
        Ran.here("reset", "nic:lo", "eth0").failed(2, "names no scheme");
    }

    @Test
    void eachTargetIsTriedAndTheGravestCounts() {
        assumeTrue(mayReset, "needs CAP_NET_ADMIN");
        Ran both = Ran.here("reset", "nic:nosuchnic0", "nic:lo", "--json");

        assertThat(both.exit()).isEqualTo(5);
        assertThat(both.out())
                .extracting(line -> Schema.check(line).get("exit").intValue())
                .containsExactly(3, 5);
        assertThat(both.err()).hasSize(2);
    }

    @Test
    void aBridgeThatIsNotThereIsUnsupported() {
        Ran.here("list", "--bridge", "x").failed(5, "no usable bridge named x");
        Ran.here("--bridge", "x", "reset", "nic:lo").failed(5, "no usable bridge named x");
    }

    @Test
    void everyBridgeListsTheSame() {
        List<String> jna = Ran.here("list", "--bridge", "jna").out();
        assertThat(jna).isEqualTo(Ran.here("list").out());
    }

    @Test
    void doctorFindsThisMachineUsable() {
        Ran doctor = Ran.here("doctor");

        assertThat(doctor.exit()).isZero();
        assertThat(doctor.out()).last().asString().startsWith("PASS");
        assertThat(doctor.out()).anyMatch(line -> line.startsWith("ok    bridge     jna"));
        assertThat(doctor.out()).anyMatch(line -> line.startsWith(mayReset ? "ok    probe" : "note  probe"));

        JsonNode json = Ran.here("doctor", "--json").json();
        assertThat(json.get("verdict").textValue())
                .isEqualTo(doctor.out().get(doctor.out().size() - 1));
        assertThat(json.get("checks")).hasSize(doctor.out().size() - 1);
    }

    @ParameterizedTest
    @Rule("P1")
    @ValueSource(strings = {"ras:VPN2-1", "ras://server/VPN2-1"})
    void portsAreForWindows(String target) {
        Ran.here("reset", target).failed(5, "Windows");
        Ran.here("reset", target, "--dry-run").failed(5, "Windows");
    }
}
