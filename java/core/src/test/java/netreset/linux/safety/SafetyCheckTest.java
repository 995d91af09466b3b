// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

import static netreset.linux.state.WireTables.UP;
import static netreset.linux.state.WireTables.portOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import netreset.Refusal;
import netreset.Rung;
import netreset.linux.abi.Errno;
import netreset.linux.abi.If;
import netreset.linux.abi.IfLink;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.abi.SockDiag;
import netreset.linux.abi.Socket;
import netreset.linux.netlink.NetlinkBytes;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.netlink.ScriptedKernel;
import netreset.linux.netlink.ScriptedKernel.Step;
import netreset.linux.state.FakeFiles;
import netreset.linux.state.WireTables;
import netreset.rules.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SafetyCheckTest {
    private static final int NIC = 2;
    private static final int OTHER = 3;
    private static final int MASTER = 9;
    private static final int IPV4 = Socket.AF_INET;
    private static final int IPV6 = Socket.AF_INET6;
    private static final String DEVICE = "sys/bus/pci/devices/0000:03:00.2/";
    private static final Act LINK_CYCLE = new Act(Rung.R1, false);
    private static final Act REBIND = new Act(Rung.R7, false);
    private static final Act WHOLE_CHIP = new Act(Rung.R5, true);

    private final ScriptedKernel kernel = new ScriptedKernel();
    private final WireTables tables = new WireTables();
    private FakeFiles files;
    private List<Consumer<NetlinkBytes>> xdpSockets = List.of();
    private List<Integer> ways = new ArrayList<>();
    private boolean ownNamespace = true;

    @BeforeEach
    void fakeFiles(@TempDir Path root) {
        files = new FakeFiles(root).folder(DEVICE);
    }

    private Assessment assess(Act act) throws NetlinkException {
        tables.script(kernel);
        kernel.answer(sequence -> WireTables.dump(sequence, SockDiag.SOCK_DIAG_BY_FAMILY, xdpSockets));
        return assessAsScripted(act);
    }

    private Assessment assessAsScripted(Act act) throws NetlinkException {
        for (int way : ways) {
            kernel.answer(sequence -> way(sequence, way));
        }
        try (SafetyCheck check = SafetyCheck.open(kernel, files.kernelFiles(), ownNamespace)) {
            return check.assess(NIC, act);
        } finally {
            assertThat(kernel.openDescriptors()).isZero();
        }
    }

    private static List<Step> way(int sequence, int index) {
        if (index == 0) {
            return List.of(WireTables.answered(sequence, Errno.ENETUNREACH, ""));
        }
        Step route = ScriptedKernel.fromKernel(NetlinkBytes.ofThisMachine()
                .message(
                        Rtnetlink.RTM_NEWROUTE,
                        0,
                        sequence,
                        message -> message.raw(new byte[12]).attribute(Rtnetlink.RTA_OIF, index)));
        return List.of(route, WireTables.answered(sequence, 0, ""));
    }

    private List<String> codes(Act act) throws NetlinkException {
        return assess(act).refusals().stream().map(Refusal::code).toList();
    }

    private static String reason(Assessment assessment, Danger danger) {
        return assessment.refusals().stream()
                .filter(refusal -> refusal.code().equals(danger.code()))
                .map(Refusal::reason)
                .findFirst()
                .orElseThrow(() -> new AssertionError(danger + " isn't among " + assessment));
    }

    private void idleNic() {
        tables.nic(NIC, "eth0", UP, SafetyCheckTest::noMore);
    }

    @Rule("L64")
    @Test
    void nothingSpeaksAgainstAnIdleNic() throws NetlinkException {
        idleNic();
        tables.nic(OTHER, "eth1", UP, SafetyCheckTest::noMore)
                .address(NIC, 24, 10, 0, 0, 2)
                .route(IPV4, 254, Rtnetlink.RTN_UNICAST, 0, OTHER)
                .route(IPV4, 254, Rtnetlink.RTN_UNICAST, 24, NIC, 10, 0, 0, 0)
                .route(IPV6, 254, 7, 0, NIC);

        assertThat(assess(REBIND)).isEqualTo(new Assessment(List.of(), List.of()));
    }

    @Rule("L64")
    @ParameterizedTest
    @CsvSource({
        "2, 254, 'it carries the default route for IPv4'",
        "10, 254, 'it carries the default route for IPv6'",
        "2, 100, 'it carries the default route for IPv4 of table 100'",
        "10, 70000, 'it carries the default route for IPv6 of table 70000'"
    })
    void aDefaultRouteOfAnyTableAndFamily(int family, int table, String sentence) throws NetlinkException {
        idleNic();
        tables.route(family, table, Rtnetlink.RTN_UNICAST, 0, NIC);

        assertThat(assess(LINK_CYCLE).refusals()).containsExactly(new Refusal("default-route", sentence));
    }

    @Rule("L64")
    @Test
    void halvesOfTheAddressSpaceAreADefaultRouteToo() throws NetlinkException {
        idleNic();
        tables.route(IPV4, 254, Rtnetlink.RTN_UNICAST, 1, NIC, 128, 0, 0, 0);

        assertThat(reason(assess(LINK_CYCLE), Danger.DEFAULT_ROUTE))
                .isEqualTo("it carries the route to 128.0.0.0/1 for IPv4");
    }

    @Rule("L64")
    @Test
    void oneWayOfSeveralIsADefaultRouteToo() throws NetlinkException {
        idleNic();
        tables.nic(OTHER, "eth1", UP, SafetyCheckTest::noMore).multipath(OTHER, NIC);

        assertThat(codes(LINK_CYCLE)).containsExactly("default-route");
    }

    @Rule("L64")
    @Test
    void aDefaultRouteByNexthopObjectOrGroup() throws NetlinkException {
        idleNic();
        tables.nexthop(7, NIC).nexthopGroup(8, 7).routeByNexthop(8);

        assertThat(codes(LINK_CYCLE)).containsExactly("default-route");
    }

    @Rule("L64")
    @Test
    void aDefaultRouteByWhatIsAboveIt() throws NetlinkException {
        tables.nic(NIC, "eth0", UP, portOf(MASTER, "bridge", SafetyCheckTest::noMore))
                .kind(MASTER, "br0", UP, "bridge", SafetyCheckTest::noMore)
                .link(
                        11,
                        "br0.5",
                        UP,
                        vlan -> vlan.attribute(IfLink.IFLA_LINK, MASTER)
                                .attribute(IfLink.IFLA_LINKINFO, info -> info.attribute(IfLink.IFLA_INFO_KIND, "vlan")))
                .route(IPV4, 254, Rtnetlink.RTN_UNICAST, 0, 11);

        Assessment assessment = assess(LINK_CYCLE);

        assertThat(reason(assessment, Danger.DEFAULT_ROUTE)).endsWith("by br0.5 above it");
        assertThat(reason(assessment, Danger.BRIDGE_PORT)).contains("bridge br0");
    }

    private void bond(int flags, Consumer<NetlinkBytes> data) {
        tables.kind(MASTER, "bond0", flags, "bond", data).route(IPV4, 254, Rtnetlink.RTN_UNICAST, 0, MASTER);
    }

    private static Consumer<NetlinkBytes> bondPort(int miiStatus, int aggregator) {
        return portOf(
                MASTER,
                "bond",
                data -> data.attribute(IfLink.IFLA_BOND_SLAVE_MII_STATUS, new byte[] {(byte) miiStatus})
                        .attribute(IfLink.IFLA_BOND_SLAVE_AD_AGGREGATOR_ID, u16(aggregator)));
    }

    private static byte[] u16(int value) {
        return ByteBuffer.allocate(2)
                .order(ByteOrder.nativeOrder())
                .putShort((short) value)
                .array();
    }

    private static Consumer<NetlinkBytes> mode(int mode, int aggregator) {
        return data -> data.attribute(IfLink.IFLA_BOND_MODE, new byte[] {(byte) mode})
                .attribute(
                        IfLink.IFLA_BOND_AD_INFO,
                        info -> info.attribute(IfLink.IFLA_BOND_AD_INFO_AGGREGATOR, u16(aggregator)));
    }

    @Rule("L66")
    @ParameterizedTest
    @CsvSource({
        "true, up, up, 0, 1, 0, the other works",
        "false, up, none, 0, 1, 0, there is no other",
        "false, up, off, 0, 1, 0, the other is switched off",
        "false, up, dark, 0, 1, 0, the other has no carrier",
        "false, up, up, 2, 1, 0, the bond holds the other for dead",
        "false, down, up, 0, 1, 0, the bond is down",
        "true, up, up, 0, 4, 1, 802.3ad: the other is in the group in use",
        "false, up, up, 0, 4, 5, 802.3ad: the other is in no group in use"
    })
    void aBondMayLoseAPortIfAnotherIsProvenToWork(
            boolean allowed, String bond, String other, int mii, int mode, int aggregatorInUse, String why)
            throws NetlinkException {
        bond(bond.equals("up") ? UP : If.IFF_UP, mode(mode, aggregatorInUse));
        tables.nic(NIC, "eth0", UP, bondPort(0, 1));
        if (!other.equals("none")) {
            int flags = other.equals("up") ? UP : other.equals("off") ? If.IFF_LOWER_UP : If.IFF_UP;
            tables.nic(OTHER, "eth1", flags, bondPort(mii, 1));
        }

        List<String> codes = codes(LINK_CYCLE);

        if (allowed) {
            assertThat(codes).as(why).isEmpty();
        } else {
            assertThat(codes).as(why).containsExactly("default-route", "bond-member");
        }
    }

    @Rule("L66")
    @Test
    void redundancyIsLookedUpAnewEachTime() throws NetlinkException {
        bond(UP, mode(1, 0));
        tables.nic(NIC, "eth0", UP, bondPort(0, 1)).nic(OTHER, "eth1", UP, bondPort(0, 1));
        tables.script(kernel);
        kernel.answer(sequence -> WireTables.dump(sequence, SockDiag.SOCK_DIAG_BY_FAMILY, List.of()));
        WireTables later = new WireTables()
                .kind(MASTER, "bond0", UP, "bond", mode(1, 0))
                .nic(NIC, "eth0", UP, bondPort(0, 1))
                .nic(OTHER, "eth1", If.IFF_UP, bondPort(2, 1));
        later.script(kernel);
        kernel.answer(sequence -> WireTables.dump(sequence, SockDiag.SOCK_DIAG_BY_FAMILY, List.of()));

        try (SafetyCheck check = SafetyCheck.open(kernel, files.kernelFiles(), true)) {
            assertThat(check.assess(NIC, LINK_CYCLE).refusals()).isEmpty();
            assertThat(check.assess(NIC, LINK_CYCLE).refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.reason()).contains("eth1 doesn't work"));
        }
    }

    @Rule("L64")
    @ParameterizedTest
    @CsvSource({"openvswitch, ovs-port", "team, team-member", "vrf, other-master", "bridge, bridge-port"})
    void aPortOfAnything(String kind, String code) throws NetlinkException {
        tables.nic(NIC, "eth0", UP, portOf(MASTER, kind, SafetyCheckTest::noMore))
                .kind(MASTER, "m0", UP, kind, SafetyCheckTest::noMore);

        assertThat(codes(LINK_CYCLE)).containsExactly(code);
    }

    private void ssh(String connection) {
        files.file("proc/1/environ", "A=b\0SSH_CONNECTION=" + connection + "\0C=d\0");
    }

    @Rule("L64")
    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7 4000 10.0.0.2 22", "::ffff:192.0.2.7 4000 ::ffff:10.0.0.2 22"})
    void theSshSessionComesToAnAddressOfIt(String connection) throws NetlinkException {
        idleNic();
        tables.address(NIC, 24, 10, 0, 0, 2);
        ssh(connection);

        assertThat(reason(assess(LINK_CYCLE), Danger.SSH_SESSION)).contains("the ssh session netreset runs in, from");
    }

    @Rule("L64")
    @Test
    void theSshSessionsAnswersLeaveByIt() throws NetlinkException {
        idleNic();
        tables.nic(OTHER, "eth1", UP, SafetyCheckTest::noMore).address(OTHER, 24, 10, 0, 0, 2);
        ssh("192.0.2.7 4000 10.0.0.2 22");
        ways = List.of(NIC);

        assertThat(codes(LINK_CYCLE)).containsExactly("ssh-session");
    }

    @Rule("L64")
    @Test
    void theSshSessionIsElsewhere() throws NetlinkException {
        idleNic();
        tables.nic(OTHER, "eth1", UP, SafetyCheckTest::noMore).address(OTHER, 24, 10, 0, 0, 2);
        ssh("192.0.2.7 4000 10.0.0.2 22");
        ways = List.of(OTHER);

        assertThat(codes(LINK_CYCLE)).isEmpty();
    }

    @Rule("L64")
    @Test
    void aLinkLocalSshSessionNamesItsLink() throws NetlinkException {
        idleNic();
        ssh("fe80::7%eth0 4000 fe80::2%eth0 22");

        assertThat(codes(LINK_CYCLE)).containsExactly("ssh-session");
    }

    @Rule("L64")
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1 2 3", "a.example 1 b.example 2", ":: 1 zz::% 2"})
    void nonsenseForAnSshSessionIsNone(String connection) throws NetlinkException {
        idleNic();
        ssh(connection);

        assertThat(codes(LINK_CYCLE)).isEmpty();
    }

    private void tcp(String local, String remote, String state) {
        files.link("proc/1/fd/3", "socket:[4711]")
                .file(
                        "proc/100/net/tcp",
                        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
                                + "   0: " + local + " " + remote + " " + state
                                + " 00000000:00000000 00:00000000 00000000     0        0 4711 1 0 20 4 30 10 -1\n");
    }

    private static String hex(int a, int b, int c, int d) {
        int word = ByteBuffer.wrap(WireTables.ip(a, b, c, d))
                .order(ByteOrder.nativeOrder())
                .getInt();
        return String.format("%08X", word);
    }

    @Rule("L64")
    @Test
    void aTcpConnectionOfAProcessAboveUs() throws NetlinkException {
        idleNic();
        tables.address(NIC, 24, 10, 0, 0, 2);
        tcp(hex(10, 0, 0, 2) + ":0016", hex(192, 0, 2, 7) + ":0FA0", "01");

        assertThat(reason(assess(LINK_CYCLE), Danger.CONTROL_CONNECTION))
                .isEqualTo(
                        "a TCP connection of netreset or a process above it, from 192.0.2.7 port 4000 to 10.0.0.2 port 22,"
                                + " goes through it");
    }

    @Rule("L64")
    @Test
    void aListeningSocketIsNoConnection() throws NetlinkException {
        idleNic();
        tables.address(NIC, 24, 10, 0, 0, 2);
        tcp(hex(10, 0, 0, 2) + ":0016", hex(0, 0, 0, 0) + ":0000", "0A");

        assertThat(codes(LINK_CYCLE)).isEmpty();
    }

    @Rule("L64")
    @Test
    void theSshSessionIsToldOnce() throws NetlinkException {
        idleNic();
        tables.address(NIC, 24, 10, 0, 0, 2);
        ssh("192.0.2.7 4000 10.0.0.2 22");
        tcp(hex(10, 0, 0, 2) + ":0016", hex(192, 0, 2, 7) + ":0FA0", "01");

        assertThat(codes(LINK_CYCLE)).containsExactly("ssh-session");
    }

    @Rule("L64")
    @Test
    void virtualFunctionsAndWhoHasThem() throws NetlinkException {
        idleNic();
        files.file(DEVICE + "sriov_numvfs", "2\n")
                .folder("sys/bus/pci/devices/0000:03:10.0")
                .folder("sys/bus/pci/devices/0000:03:10.1")
                .link("sys/bus/pci/devices/0000:03:10.1/driver", "../../drivers/vfio-pci")
                .link(DEVICE + "virtfn0", "../0000:03:10.0")
                .link(DEVICE + "virtfn1", "../0000:03:10.1");

        Assessment assessment = assess(LINK_CYCLE);

        assertThat(reason(assessment, Danger.VIRTUAL_FUNCTIONS)).contains("2 virtual functions");
        assertThat(reason(assessment, Danger.VFIO))
                .contains("0000:03:10.1", "vfio-pci")
                .doesNotContain("03:10.0");
    }

    @Rule("L64")
    @Test
    void aDeviceWithoutAnInterfaceThatAGuestHas() throws NetlinkException {
        files.link(DEVICE + "driver", "../../drivers/vfio-pci");
        try (SafetyCheck check = SafetyCheck.open(kernel, files.kernelFiles(), true)) {
            assertThat(check.assessDevice("pci", "0000:03:00.2", REBIND).refusals())
                    .extracting(Refusal::code)
                    .containsExactly("vfio");
            assertThat(check.assessDevice("pci", "../0000:03:00.2", REBIND).refusals())
                    .isEmpty();
        }
    }

    @Rule("L64")
    @Test
    void xdp() throws NetlinkException {
        tables.nic(
                NIC,
                "eth0",
                UP,
                nic -> nic.attribute(
                        IfLink.IFLA_XDP,
                        xdp -> xdp.attribute(IfLink.IFLA_XDP_ATTACHED, new byte[] {2})
                                .attribute(IfLink.IFLA_XDP_PROG_ID, 77)));

        assertThat(reason(assess(LINK_CYCLE), Danger.XDP)).contains("program 77");
    }

    private static Consumer<NetlinkBytes> xdpSocket(int index, int queue) {
        return message -> message.raw(new byte[16])
                .attribute(SockDiag.XDP_DIAG_INFO, info -> info.int32(index).int32(queue));
    }

    @Rule("L64")
    @Test
    void xdpSocketsOnIt() throws NetlinkException {
        idleNic();
        xdpSockets = List.of(xdpSocket(OTHER, 0), xdpSocket(NIC, 0), xdpSocket(NIC, 1));

        assertThat(reason(assess(LINK_CYCLE), Danger.AF_XDP)).contains("2 of its queues");
    }

    private static String protocols(int xdpSockets) {
        return "protocol  size sockets  memory press maxhdr  slab module\nXDP       1088      " + xdpSockets
                + "      -1   NI       0   no   kernel\n";
    }

    @Rule("L64")
    @Test
    void whatTheKernelDoesntTellIsNoted() throws NetlinkException {
        idleNic();
        tables.script(kernel);
        kernel.answer(sequence -> List.of(WireTables.answered(sequence, Errno.ENOENT, "")));

        Assessment assessment = assessAsScripted(LINK_CYCLE);

        assertThat(assessment.refusals()).isEmpty();
        assertThat(assessment.notes()).singleElement().asString().contains("AF_XDP", "ENOENT");
    }

    @Rule("L64")
    @Test
    void xdpSocketsOnNobodyKnowsWhatMayBeOnIt() throws NetlinkException {
        idleNic();
        files.file("proc/100/net/protocols", protocols(1));
        tables.script(kernel);
        kernel.answer(sequence -> List.of(WireTables.answered(sequence, Errno.ENOENT, "")));

        assertThat(reason(assessAsScripted(LINK_CYCLE), Danger.AF_XDP)).contains("it may be this one");
    }

    @Rule("L64")
    @Test
    void withoutXdpSocketsNobodyIsAskedAboutThem() throws NetlinkException {
        idleNic();
        files.file("proc/100/net/protocols", protocols(0));
        tables.script(kernel);

        assertThat(assessAsScripted(LINK_CYCLE)).isEqualTo(new Assessment(List.of(), List.of()));
    }

    @Rule("L64")
    @Test
    void rdmaAndItsUsers() throws NetlinkException {
        idleNic();
        files.folder(DEVICE + "infiniband/mlx5_0")
                .folder(DEVICE + "infiniband_verbs/uverbs0")
                .file("proc/55/comm", "ib_send_bw\n")
                .link("proc/55/fd/4", "/dev/infiniband/uverbs0");

        assertThat(reason(assess(LINK_CYCLE), Danger.RDMA)).contains("mlx5_0", "process 55 (ib_send_bw)");
    }

    private void root(String mount) {
        files.file("proc/100/mountinfo", "20 1 0:20 / /sys rw - sysfs sysfs rw\n" + mount + "\n");
    }

    @Rule("L64")
    @Test
    void theRootFileSystemOverNfs() throws NetlinkException {
        idleNic();
        root("21 1 0:21 / / rw - nfs4 10.0.0.9:/root rw,vers=4.2,addr=10.0.0.9");
        ways = List.of(NIC);

        assertThat(reason(assess(LINK_CYCLE), Danger.STORAGE_ROOT))
                .isEqualTo("/ is on nfs4 (10.0.0.9:/root) through it");
    }

    @Rule("L64")
    @Test
    void theRootFileSystemComesByAnotherNic() throws NetlinkException {
        idleNic();
        root("21 1 0:21 / / rw - nfs4 10.0.0.9:/root rw,vers=4.2,addr=10.0.0.9");
        ways = List.of(OTHER);

        assertThat(codes(LINK_CYCLE)).isEmpty();
    }

    @Rule("L64")
    @Test
    void theRootFileSystemOverIscsiBelowLvm() throws NetlinkException {
        idleNic();
        root("21 1 253:0 / / rw - ext4 /dev/mapper/root rw");
        files.link("sys/dev/block/253:0", "../../devices/virtual/block/dm-0")
                .folder("sys/devices/platform/host3/session5/target3:0:0/3:0:0:1/block/sdb")
                .link(
                        "sys/devices/virtual/block/dm-0/slaves/sdb",
                        "../../../../platform/host3/session5/target3:0:0/3:0:0:1/block/sdb")
                .file("sys/class/iscsi_connection/connection5:0/persistent_address", "10.0.0.9\n");
        ways = List.of(NIC);

        assertThat(reason(assess(LINK_CYCLE), Danger.STORAGE_ROOT))
                .isEqualTo("/ is on sdb, by iSCSI from 10.0.0.9 through it");
    }

    @Rule("L64")
    @Test
    void theRootFileSystemOverNbdMayComeByAnyNic() throws NetlinkException {
        idleNic();
        root("21 1 43:1 / / rw - ext4 /dev/nbd0p1 rw");
        files.folder("sys/devices/virtual/block/nbd0/nbd0p1")
                .link("sys/dev/block/43:1", "../../devices/virtual/block/nbd0/nbd0p1");

        assertThat(reason(assess(LINK_CYCLE), Danger.STORAGE_ROOT)).contains("nbd0", "it may be this one");
    }

    @Rule("L64")
    @ParameterizedTest
    @CsvSource({"tcp, true", "pcie, false"})
    void theRootFileSystemOverNvme(String transport, boolean refused) throws NetlinkException {
        idleNic();
        String controller = "sys/devices/virtual/nvme-fabrics/ctl/nvme0/";
        root("21 1 259:0 / / rw - ext4 /dev/nvme0n1 rw");
        files.link("sys/dev/block/259:0", "../../devices/virtual/nvme-fabrics/ctl/nvme0/nvme0n1")
                .folder(controller + "nvme0n1")
                .file(controller + "transport", transport + "\n")
                .file(controller + "address", "traddr=10.0.0.9,trsvcid=4420\n");
        ways = refused ? List.of(NIC) : List.of();

        assertThat(codes(LINK_CYCLE)).isEqualTo(refused ? List.of("storage-root") : List.of());
    }

    @Rule({"L31", "L64"})
    @Test
    void anotherNamespaceForbidsWhatActsOnTheDevice() throws NetlinkException {
        ownNamespace = false;
        idleNic();

        assertThat(codes(new Act(Rung.R3, false))).isEmpty();
        assertThat(codes(new Act(Rung.R4, false))).containsExactly("other-namespace");
    }

    @Rule("L64")
    @Test
    void aSharedChipForbidsWhatReachesAllOfIt() throws NetlinkException {
        idleNic();
        files.folder("sys/bus/pci/devices/0000:03:00.3/net/eth1").folder("sys/bus/pci/devices/0000:04:00.0");

        assertThat(codes(REBIND)).isEmpty();
        Assessment assessment = assess(WHOLE_CHIP);
        assertThat(reason(assessment, Danger.SHARED_CHIP)).isEqualTo("the same chip is also 0000:03:00.3 (eth1)");
    }

    @Rule("L64")
    @Test
    void loopbackAndWhatHasNoHardware() throws NetlinkException {
        tables.link(NIC, "lo", UP | If.IFF_LOOPBACK, SafetyCheckTest::noMore);
        assertThat(codes(LINK_CYCLE)).containsExactly("loopback");

        WireTables software = new WireTables().kind(NIC, "dummy0", UP, "dummy", SafetyCheckTest::noMore);
        software.script(kernel);
        kernel.answer(sequence -> WireTables.dump(sequence, SockDiag.SOCK_DIAG_BY_FAMILY, List.of()));
        assertThat(reason(assessAsScripted(LINK_CYCLE), Danger.VIRTUAL))
                .isEqualTo("no hardware stands behind it, it is a dummy");
    }

    @Rule("L64")
    @Test
    void aRadio() throws NetlinkException {
        idleNic();
        files.folder("sys/class/net/eth0/phy80211");

        assertThat(codes(LINK_CYCLE)).containsExactly("wifi");
    }

    /** All there is at once. */
    private void everything() {
        tables.nic(NIC, "eth0", UP, nic -> {
                    portOf(MASTER, "bridge", SafetyCheckTest::noMore).accept(nic);
                    nic.attribute(IfLink.IFLA_XDP, xdp -> xdp.attribute(IfLink.IFLA_XDP_ATTACHED, new byte[] {1}));
                })
                .kind(MASTER, "br0", UP, "bridge", SafetyCheckTest::noMore)
                .link(5, "eth0.5", UP, vlan -> vlan.attribute(IfLink.IFLA_LINK, NIC))
                .address(MASTER, 24, 10, 0, 0, 2)
                .route(IPV4, 254, Rtnetlink.RTN_UNICAST, 0, MASTER);
        files.file(DEVICE + "sriov_numvfs", "4")
                .folder(DEVICE + "infiniband/mlx5_0")
                .folder("sys/class/net/eth0/wireless");
        ssh("192.0.2.7 4000 10.0.0.2 22");
        root("21 1 0:21 / / rw - nfs srv:/root rw");
    }

    @Rule("L64")
    @Test
    void allReasonsAreListedNotOnlyTheFirst() throws NetlinkException {
        everything();

        assertThat(codes(LINK_CYCLE))
                .containsExactly(
                        "default-route",
                        "ssh-session",
                        "bridge-port",
                        "upper-devices",
                        "virtual-functions",
                        "xdp",
                        "rdma",
                        "storage-root",
                        "wifi");
    }

    @Rule("L65")
    @Test
    void eachIsOverriddenByItsOwnCodeAndNothingElse() throws NetlinkException {
        everything();
        Assessment assessment = assess(LINK_CYCLE);

        for (Refusal refusal : assessment.refusals()) {
            List<Refusal> left = assessment.without(Set.of(refusal.code()));
            assertThat(left).hasSize(assessment.refusals().size() - 1).doesNotContain(refusal);
        }
        assertThat(assessment.without(Set.of("all", "*", "", "force"))).isEqualTo(assessment.refusals());
        assertThat(SafetyCheck.codes()).hasSize(Danger.values().length).doesNotContain("all", "force");
    }

    @Test
    void nothingIsAskedThatChangesAnything() throws NetlinkException {
        everything();
        assess(LINK_CYCLE);

        assertThat(kernel.requests()).allSatisfy(request -> {
            int type = ByteBuffer.wrap(request).order(ByteOrder.nativeOrder()).getShort(4);
            assertThat(type).isIn(18, 22, 26, 34, 30, 106, SockDiag.SOCK_DIAG_BY_FAMILY);
        });
        assertThat(kernel.options()).allMatch(option -> option.startsWith(Netlink.SOL_NETLINK + " "));
    }

    /** A link without further attributes. */
    private static void noMore(NetlinkBytes bytes) {}
}
