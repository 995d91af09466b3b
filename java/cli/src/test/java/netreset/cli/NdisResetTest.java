// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Resets through the NDIS model, as far as that is harmless on this machine: no device is touched. */
class NdisResetTest {
    private static List<JsonNode> events(Ran ran) {
        return ran.out().stream()
                .map(Schema::check)
                .filter(line -> line.get("kind").textValue().equals("ndis"))
                .toList();
    }

    /** The place of the only event of this kind and status. */
    private static long place(List<JsonNode> events, String what, String status) {
        List<JsonNode> found = events.stream()
                .filter(event -> event.get("what").textValue().equals(what))
                .filter(event -> event.at("/status/name").asText().equals(status))
                .toList();
        assertThat(found).as("%s %s in %s", what, status, events).isNotEmpty();
        return found.get(0).get("seq").longValue();
    }

    @Test
    void anAdapterWithoutHardwareShowsAWholeReset() {
        Ran ran = Ran.here("reset", "ndis:sim0", "--json");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        List<JsonNode> events = events(ran);
        assertThat(events)
                .hasSize(ran.out().size() - 1)
                .allMatch(event -> event.get("simulated").booleanValue());
        long start = place(events, "status", "RESET_START");
        long refused = place(events, "send-refused", "RESET_IN_PROGRESS");
        long complete = place(events, "reset-complete", "SUCCESS");
        long end = place(events, "status", "RESET_END");
        assertThat(List.of(start, refused, complete, end)).isSorted();
        assertThat(events)
                .filteredOn(event -> event.get("what").textValue().equals("send-to-miniport"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.get("nbl").textValue()).isEqualTo("nbl1");
                    assertThat(event.get("seq").longValue()).isGreaterThan(end);
                });
        JsonNode report = Schema.check(ran.out().get(ran.out().size() - 1));
        assertThat(report.get("kind").textValue()).isEqualTo("report");
        assertThat(report.get("id").textValue()).isEqualTo("ndis:sim0");
        assertThat(report.get("method").textValue()).isEqualTo("ndis");
        assertThat(report.get("simulated").booleanValue()).isTrue();
    }

    @Test
    void forPeopleLikewise() {
        Ran ran = Ran.here("reset", "ndis:sim0");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).anyMatch(line -> line.contains("RESET_START"));
        assertThat(ran.out()).anyMatch(line -> line.contains("RESET_END"));
        assertThat(ran.out()).anyMatch(line -> line.contains("simulated: no device was touched"));
        assertThat(ran.out()).contains("ndis:sim0  RECOVERED (simulated)");
        assertThat(ran.out())
                .filteredOn(line -> line.startsWith("  evidence"))
                .containsExactly("  evidence   none: the model alone says so; there is no device to look at");
        assertThat(ran.out()).noneMatch(line -> line.contains("nothing was accepted"));
    }

    @Test
    void whatHasNoHardwareHasNoPlan() {
        Ran.here("reset", "ndis:sim0", "--dry-run").failed(5, "ndis:sim0 has no hardware");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatCannotBeResetIsNotEvenAnnounced() throws IOException {
        assumeTrue(ProcessPrivileges.read().has(ProcessPrivileges.CAP_NET_ADMIN), "needs CAP_NET_ADMIN");
        Ran.here("reset", "ndis:lo").failed(5, "lo can't be reset", "EOPNOTSUPP");

        Ran json = Ran.here("reset", "ndis:lo", "--json");
        assertThat(json.exit()).isEqualTo(5);
        assertThat(json.json().get("kind").textValue()).isEqualTo("error");
        assertThat(json.json().get("id").textValue()).isEqualTo("ndis:lo");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void namesOfNoNicAreNotFoundWithoutAnEvent() {
        for (String name : List.of("nosuch", "sim99999", "sim", "x")) {
            Ran.here("reset", "ndis:" + name).failed(3, name);
            Ran json = Ran.here("reset", "ndis:" + name, "--json");
            assertThat(json.exit()).isEqualTo(3);
            assertThat(json.json().get("kind").textValue()).isEqualTo("error");
        }
        Ran.here("reset", "nic:sim0").failed(3, "sim0");
    }
}
