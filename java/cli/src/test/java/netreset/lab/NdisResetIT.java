// SPDX-License-Identifier: Apache-2.0
package netreset.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import netreset.cli.Here;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real ETHTOOL_RESETs through the NDIS model. */
class NdisResetIT {
    private TestNic nic;

    @BeforeEach
    void aFreshNic() {
        nic = TestNic.fresh(0);
    }

    private static Here reset(String... args) {
        List<String> command =
                new ArrayList<>(List.of("reset", "--json", "--bridge", System.getProperty("netreset.bridge")));
        command.addAll(List.of(args));
        return Here.run(command.toArray(String[]::new));
    }

    /** The place of the first line of the model, from a place on, in which all this is. */
    private static int find(List<String> lines, int from, String... parts) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).contains("\"kind\":\"ndis\"") && containsAll(lines.get(i), parts)) {
                return i;
            }
        }
        throw new AssertionError("no " + List.of(parts) + " from " + from + " on in " + String.join("\n", lines));
    }

    private static boolean containsAll(String line, String... parts) {
        return List.of(parts).stream().allMatch(line::contains);
    }

    private static String what(String word) {
        return "\"what\":\"" + word + "\"";
    }

    private static String status(String name) {
        return "\"name\":\"" + name + "\"";
    }

    @Test
    void thoseAboveAreToldAroundARealReset() {
        nic.set("down_ms", 300);
        Here ran = reset("ndis:nrt0", "--scope", "all").exits(0);

        assertThat(nic.get("resets")).isEqualTo(1);
        int start = find(ran.out(), 0, what("status"), status("RESET_START"));
        int refused = find(ran.out(), start, what("send-refused"), status("RESET_IN_PROGRESS"));
        int called = find(ran.out(), start, what("device"), "hardware nic:nrt0", "\"simulated\":false");
        int lost = find(ran.out(), called, what("indicate-status"), status("LINK_STATE"), "DISCONNECTED");
        int back = find(ran.out(), lost, what("indicate-status"), status("LINK_STATE"), "\"CONNECTED");
        int complete = find(ran.out(), back, what("reset-complete"), status("SUCCESS"));
        int end = find(ran.out(), complete, what("status"), status("RESET_END"));
        assertThat(refused).isLessThan(complete);
        assertThat(find(ran.out(), end, what("send-to-miniport"), "\"nbl1\"")).isGreaterThan(end);
        assertThat(ran.out())
                .filteredOn(line -> line.contains("\"kind\":\"ndis\"") && line.contains("\"simulated\":false"))
                .isNotEmpty()
                .allMatch(line -> line.contains(what("device")));
        assertThat(ran.out()).noneMatch(line -> line.contains(what("violation")));
        assertThat(ran.out().get(ran.out().size() - 1))
                .contains("\"kind\":\"report\"", "\"RECOVERED\"", "\"id\":\"ndis:nrt0\"", "\"simulated\":false");
    }

    @Test
    void whatADriverRefusesIsHardErrors() {
        nic.set("error", 16);
        Here ran = reset("ndis:nrt0", "--scope", "mac");

        assertThat(ran.exit()).isNotZero();
        assertThat(nic.get("resets")).isEqualTo(1);
        int log = find(ran.out(), 0, what("error-log"), "EBUSY");
        int complete = find(ran.out(), log, what("reset-complete"), status("HARD_ERRORS"));
        find(ran.out(), complete, what("status"), status("RESET_END"));
    }

    @Test
    void aPartIsSoftErrors() {
        nic.set("supported", 0x20).set("down_ms", 20);
        Here ran = reset("ndis:nrt0", "--scope", "dma,mac");

        assertThat(nic.get("resets")).isEqualTo(1);
        find(ran.out(), find(ran.out(), 0, what("error-log"), "dma"), what("reset-complete"), status("SOFT_ERRORS"));
    }

    @Test
    void aNicWithoutResetIsRefusedBeforeAnybodyIsTold() {
        TestNic unable = TestNic.fresh(4);
        Here ran = reset("ndis:nrt4").exits(5);

        assertThat(ran.out()).singleElement().asString().contains("\"kind\":\"error\"", "\"UNSUPPORTED\"");
        assertThat(unable.get("resets")).isZero();
    }

    @Test
    void aNicThatIsCalledSim0IsNotTheOneWithoutHardware() {
        nic.set("down_ms", 20);
        rename("nrt0", "sim0");
        try {
            Here simulated = reset("ndis:sim0").exits(0);
            assertThat(simulated.out()).noneMatch(line -> line.contains("\"simulated\":false"));
            assertThat(nic.get("resets")).isZero();

            Here real = reset("nic:sim0", "--verify", "none").exits(0);
            assertThat(real.out()).noneMatch(line -> line.contains("\"simulated\":true"));
            assertThat(nic.get("resets")).isEqualTo(1);
        } finally {
            rename("sim0", "nrt0");
        }
    }

    private static void rename(String from, String to) {
        Guest.run("ip", "link", "set", from, "down");
        Guest.run("ip", "link", "set", from, "name", to);
        Guest.run("ip", "link", "set", to, "up");
    }
}
