// SPDX-License-Identifier: Apache-2.0
package netreset.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.NetworkInterface;
import java.util.List;
import netreset.NetReset;
import netreset.cli.Here;
import netreset.cli.Main;
import netreset.rras.RasServer;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** A JVM that ends whoever asks it for a random number, or for the machine's NICs. */
class StartWinBareIT {
    /** What a process must not do here; that it can't shows that the others don't. */
    public static final class ListsNics {
        private ListsNics() {}

        public static void main(String[] args) throws Exception {
            System.out.println(NetworkInterface.getNetworkInterfaces());
        }
    }

    @Test
    void whoListsNicsDies() throws Exception {
        assertThat(Child.run(ListsNics.class).exit()).isNotZero();
    }

    @Rule("P63")
    @Test
    void theLibraryDoesNeither() throws Exception {
        try (RasServer server = Leg.connect();
                RasServer named = RasServer.connect(server.options().withServer("vpn1"));
                NetReset netReset = NetReset.open(NetReset.Options.DEFAULT.withBridge(Leg.bridgeName()))) {
            assertThat(server.ports()).isEmpty();
            assertThat(named.serviceState()).isNotNull();
            assertThat(netReset.devices()).isEmpty();
        }
    }

    @Rule("P63")
    @Test
    void theCommandDoesNeither() throws Exception {
        for (List<String> command : List.of(
                List.of("--version"), List.of("list"), List.of("ras", "ports", "--json"), List.of("ras", "doctor"))) {
            Child child = Child.run(Main.class, command.toArray(String[]::new));
            assertThat(child.exit()).as("%s: %s", command, child).isZero();
        }
        assertThat(Here.run("reset", "ras:VPN2-0", "--dry-run").exit()).isEqualTo(3);
    }
}
