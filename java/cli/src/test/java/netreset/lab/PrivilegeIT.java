// SPDX-License-Identifier: Apache-2.0
package netreset.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import netreset.lab.Guest.Finished;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** The command as a process of its own, run by a user who may do nothing, and by one who may do just enough. */
class PrivilegeIT {
    private static final String NOBODY = "65534";

    private static Finished netreset(List<String> asWhom, String... arguments) {
        List<String> command = new ArrayList<>(asWhom);
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "netreset.cli.Main"));
        command.addAll(List.of("--bridge", System.getProperty("netreset.bridge")));
        command.addAll(List.of(arguments));
        return Guest.tryRun(command);
    }

    private static List<String> nobody(String... more) {
        List<String> prefix = new ArrayList<>(
                List.of("/sbin/setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "--no-new-privs"));
        prefix.addAll(List.of(more));
        return prefix;
    }

    @Rule({"L12", "L23"})
    @Test
    void nobodyMayLookAndMayNotReset() {
        TestNic nic = TestNic.fresh(0);
        Finished reset = netreset(nobody(), "reset", "nic:nrt0", "--scope", "mac");
        assertThat(reset.exit()).as(reset.output()).isEqualTo(4);
        assertThat(reset.output()).contains("CAP_NET_ADMIN").contains("EPERM");
        assertThat(reset.output().lines().filter(line -> !line.contains("waiting for the kernel")))
                .hasSize(1);
        Finished list = netreset(nobody(), "list", "--json");
        assertThat(list.exit()).as(list.output()).isZero();
        assertThat(list.output()).contains("\"resettable\":\"unknown\"").doesNotContain("\"resettable\":\"no\"");
        assertThat(nic.get("resets")).isZero();
    }

    @Test
    void capNetAdminAloneSuffices() {
        TestNic nic = TestNic.fresh(0).set("down_ms", 100);
        Finished reset = netreset(
                nobody("--inh-caps", "+net_admin", "--ambient-caps", "+net_admin"),
                "reset",
                "nic:nrt0",
                "--scope",
                "mac");
        assertThat(reset.exit()).as(reset.output()).isZero();
        assertThat(nic.get("count_mac")).isEqualTo(1);
    }
}
