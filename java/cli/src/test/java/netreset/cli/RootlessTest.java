// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import netreset.linux.state.Namespace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** As in a rootless container: a user namespace that owns nothing but a network namespace, with a veth pair in it. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class RootlessTest {
    private static final String VETH =
            "ip link add nic type veth peer name wire && ip link set nic up" + " && ip link set wire up && ";

    @BeforeAll
    static void look() throws Exception {
        Ran ran = Jvm.run(List.of("unshare", "-Urn", "sh", "-c", VETH + "true"));
        if (ran.exit() != 0) {
            Namespace.skip("NO UNPRIVILEGED NETWORK NAMESPACES HERE: " + ran.err());
        }
    }

    private static Ran inside(String... args) throws Exception {
        List<String> options =
                Runtime.version().feature() >= 22 ? List.of("--enable-native-access=ALL-UNNAMED") : List.of();
        List<String> command = new ArrayList<>(List.of("unshare", "-Urn", "sh", "-c", VETH + "exec \"$@\"", "sh"));
        command.addAll(Jvm.running().command(Jvm.classPathWithout(), options, Main.class, args));
        return Jvm.run(command);
    }

    @Test
    void theLinkIsSwitchedOffAndOn() throws Exception {
        Ran ran = inside("reset", "nic:nic", "--method", "link", "--force", "virtual", "--json", "--timeout", "10s");

        assertThat(ran.exit()).as("%s", ran).isZero();
        assertThat(ran.json().get("outcome").textValue()).isEqualTo("RECOVERED");
        assertThat(ran.json().get("rung").textValue()).isEqualTo("R1");
    }

    @Test
    void whatNeedsMoreIsRefusedWithItsReason() throws Exception {
        for (String method : List.of("devlink-reinit", "pci", "rebind", "remove")) {
            Ran ran = inside("reset", "nic:nic", "--method", method);
            assertThat(ran.exit()).as("%s", ran).isEqualTo(5);
            ran.said("nic can't be reset by " + method);
        }
    }
}
