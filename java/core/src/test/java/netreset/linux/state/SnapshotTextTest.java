// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import static netreset.linux.state.WireTables.UP;
import static netreset.linux.state.WireTables.portOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import netreset.linux.abi.Errno;
import netreset.linux.abi.IfLink;
import netreset.linux.abi.Nlmsghdr;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.netlink.ScriptedKernel;
import netreset.rules.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Rule("L69")
class SnapshotTextTest {
    private Snapshot snapshot;

    /** One of everything, a VLAN on a VLAN, and names that are no UTF-8 and no words. */
    @BeforeEach
    void snapshot(@TempDir Path root) throws Exception {
        WireTables tables = new WireTables()
                .nic(2, "caf\udce9 %", UP, portOf(9, "bridge", port -> port.attribute(IfLink.IFLA_BRPORT_COST, 7)))
                .kind(9, "br0", UP, "bridge", data -> data.attribute(IfLink.IFLA_BR_VLAN_FILTERING, new byte[] {1}))
                .link(
                        5,
                        "vlan",
                        UP,
                        vlan -> vlan.attribute(IfLink.IFLA_LINK, 2)
                                .attribute(IfLink.IFLA_LINKINFO, info -> info.attribute(IfLink.IFLA_INFO_KIND, "vlan")))
                .link(
                        6,
                        "on vlan",
                        0,
                        vlan -> vlan.attribute(IfLink.IFLA_LINK, 5)
                                .attribute(IfLink.IFLA_LINKINFO, info -> info.attribute(IfLink.IFLA_INFO_KIND, "vlan")))
                .link(
                        7,
                        "vx",
                        UP,
                        stranger -> stranger.attribute(IfLink.IFLA_LINK, 2)
                                .attribute(
                                        IfLink.IFLA_LINKINFO, info -> info.attribute(IfLink.IFLA_INFO_KIND, "vxlan")))
                .address(2, 24, 10, 0, 0, 2)
                .address(6, 24, 10, 6, 0, 2)
                .route(2, 254, Rtnetlink.RTN_UNICAST, 0, 2)
                .nexthop(7, 2)
                .nexthopGroup(8, 7)
                .rule("caf\udce9 %");
        ScriptedKernel kernel = new ScriptedKernel().answerOthers(request -> {
            int sequence = request.getInt(Nlmsghdr.NLMSG_SEQ);
            List<ScriptedKernel.Step> listed = tables.list(request.getShort(Nlmsghdr.NLMSG_TYPE), sequence);
            return listed == null ? List.of(WireTables.answered(sequence, Errno.ENOENT, "")) : listed;
        });
        FakeFiles files = new FakeFiles(root).file("sys/bus/pci/devices/0000:03:00.2/sriov_numvfs", "3");
        try (StateSocket socket = StateSocket.open(kernel, files.kernelFiles())) {
            snapshot = socket.snapshot(2).orElseThrow();
        }
    }

    @Test
    void everyPartIsThere() {
        assertThat(snapshot.text())
                .containsPattern(
                        "(?m)^link [0-9a-f]+\n master [0-9a-f]+\n address [0-9a-f]+\n vfs 3\n stranger [0-9a-f]+$")
                .containsPattern("(?m)^ link [0-9a-f]+\n  link [0-9a-f]+\n   address [0-9a-f]+$")
                .contains("\nnexthop ", "\nroute ", "\nrule ", "\ngap ", "boot this-boot 1000.5")
                .endsWith("\nend\n");
    }

    @Test
    void whatWasWrittenIsRead() throws MalformedSnapshotException {
        Snapshot read = Snapshot.parse(snapshot.text());

        assertThat(read).isEqualTo(snapshot);
        assertThat(read.name()).isEqualTo("caf\udce9 %");
        assertThat(read.facts("NIC")).isEqualTo(snapshot.facts("NIC")).hasSizeGreaterThan(20);
    }

    @Test
    void halfASnapshotIsNone() {
        List<String> lines = snapshot.text().lines().toList();
        for (int length = 0; length < lines.size(); length++) {
            String half = String.join("\n", lines.subList(0, length));
            assertThatExceptionOfType(MalformedSnapshotException.class)
                    .as("%s lines", length)
                    .isThrownBy(() -> Snapshot.parse(half));
        }
    }

    @Test
    void anotherFormatIsNone() {
        assertThatExceptionOfType(MalformedSnapshotException.class)
                .isThrownBy(() -> Snapshot.parse(snapshot.text().replace("netreset-snapshot 1", "netreset-snapshot 2")))
                .withMessageStartingWith("line 1 of the snapshot: not 'netreset-snapshot 1 ");
    }

    @Test
    void damagedTextIsRefusedOrRead() {
        String text = snapshot.text();
        Random random = new Random(20261125);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            StringBuilder mutant = new StringBuilder(text);
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(mutant.length());
                mutant.setCharAt(at, " 0f%\nz\ud800".charAt(random.nextInt(7)));
            }
            try {
                Snapshot.parse(mutant.toString()).facts("NIC");
            } catch (MalformedSnapshotException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(500, 4_900);
    }
}
