// SPDX-License-Identifier: Apache-2.0
package netreset.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.IntStream;
import netreset.Device;
import netreset.NetReset;
import netreset.bridge.StandIn;
import netreset.bridge.StandIn.Counter;
import netreset.cli.Here;
import netreset.rras.RasPort;
import netreset.rras.RasServer;
import netreset.rules.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thousand ports in pages of seven: 142 full ones and one of six. */
class ThousandPortsWinIT {
    private static final int PAGES = 143;
    private static final List<String> NAMES =
            IntStream.range(0, 1000).mapToObj(i -> "VPN2-" + i).toList();

    private final StandIn standIn;

    ThousandPortsWinIT() throws Exception {
        standIn = Leg.standIn();
    }

    @BeforeEach
    void script() {
        standIn.reset("ports 1000 VPN2- device=\"WAN Miniport (IKEv2)\" type=vpn", "page 7");
    }

    @Rule({"P26", "P31"})
    @Test
    void theyComeInTheServersOrderAndEachBufferIsGivenBack() throws Exception {
        try (RasServer server = Leg.connect()) {
            List<RasPort> ports = server.ports();
            assertThat(ports).extracting(RasPort::name).isEqualTo(NAMES);
            assertThat(ports).extracting(RasPort::device).containsOnly("WAN Miniport (IKEv2)");
        }
        assertThat(standIn.log().stream().filter(line -> line.startsWith("MprAdminPortEnum")))
                .hasSize(PAGES);
        long allocated = standIn.counter(Counter.BUFFERS_ALLOCATED);
        long freed = standIn.counter(Counter.BUFFERS_FREED);
        System.out.println(Leg.bridgeName() + ": 1000 ports in pages of 7, " + allocated + " buffers allocated, "
                + freed + " freed");
        // The empty list of connections has none.
        assertThat(allocated).isEqualTo(PAGES);
        assertThat(freed).isEqualTo(PAGES);
        assertThat(standIn.counter(Counter.DOUBLE_FREES)).isZero();
    }

    @Test
    void theyAreDevices() throws Exception {
        try (NetReset netReset = NetReset.open(NetReset.Options.DEFAULT.withBridge(Leg.bridgeName()))) {
            assertThat(netReset.bridge()).isEqualTo(Leg.bridgeName());
            assertThat(netReset.devices()).extracting(Device::name).isEqualTo(NAMES);
        }
    }

    @Test
    void theyArePrinted() {
        Here ran =
                Here.run("ras", "ports", "--json", "--bridge", Leg.bridgeName()).exits(0);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().stream()
                        .map(line -> JsonParser.parseString(line).getAsJsonObject())
                        .filter(line -> line.get("kind").getAsString().equals("port"))
                        .map(line -> line.get("name").getAsString()))
                .containsExactlyElementsOf(NAMES);
    }
}
