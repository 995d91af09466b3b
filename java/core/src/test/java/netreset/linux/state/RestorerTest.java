// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import static netreset.linux.state.WireTables.UP;
import static netreset.linux.state.WireTables.portOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import netreset.linux.abi.Errno;
import netreset.linux.abi.EthtoolNetlink;
import netreset.linux.abi.Genetlink;
import netreset.linux.abi.If;
import netreset.linux.abi.IfAddr;
import netreset.linux.abi.IfLink;
import netreset.linux.abi.Ifinfomsg;
import netreset.linux.abi.Nlmsghdr;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.netlink.NetlinkBytes;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.netlink.ScriptedKernel;
import netreset.linux.netlink.ScriptedKernel.Step;
import netreset.rules.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Restorations seen at the wire: what is ordered, in which order, and what becomes of refusals. */
@Timeout(60)
class RestorerTest {
    private static final int NIC = 2;
    private static final int MASTER = 9;
    private static final int ETHTOOL = 21;

    private final ScriptedKernel kernel = new ScriptedKernel();
    private final List<String> orders = new ArrayList<>();
    private final Map<Integer, Integer> refusals = new HashMap<>();
    private WireTables tables = new WireTables();
    private int ringSize = 256;
    private int listingsUntilOneFails;
    private Path root;
    private FakeFiles files;

    @BeforeEach
    void begin(@TempDir Path folder) {
        root = folder;
        files = new FakeFiles(folder);
        kernel.answerOthers(this::answer);
    }

    /** The kernel: lists the tables, tells the ring size, and refuses what it is told to. */
    private List<Step> answer(ByteBuffer request) {
        int type = request.getShort(Nlmsghdr.NLMSG_TYPE);
        int sequence = request.getInt(Nlmsghdr.NLMSG_SEQ);
        if (type == Genetlink.GENL_ID_CTRL) {
            return WireTables.dump(
                    sequence,
                    type,
                    List.of(family -> family.raw(new byte[4])
                            .attribute(Genetlink.CTRL_ATTR_FAMILY_ID, new byte[] {ETHTOOL, 0})
                            .attribute(Genetlink.CTRL_ATTR_FAMILY_NAME, "ethtool")));
        }
        if (type == ETHTOOL) {
            return ethtool(request, sequence);
        }
        List<Step> listed = tables.list(type, sequence);
        if (listed != null) {
            boolean fails = --listingsUntilOneFails == 0;
            return fails ? List.of(WireTables.answered(sequence, Errno.ENOMEM, "")) : listed;
        }
        orders.add(order(type, request));
        int errno = refusals.getOrDefault(type, 0);
        return List.of(WireTables.answered(sequence, errno, errno == 0 ? "" : "because"));
    }

    private static String order(int type, ByteBuffer request) {
        if (type == Rtnetlink.RTM_SETLINK) {
            int change = request.getInt(Nlmsghdr.SIZE + Ifinfomsg.IFI_CHANGE);
            int flags = request.getInt(Nlmsghdr.SIZE + Ifinfomsg.IFI_FLAGS);
            int attribute = request.capacity() > 36 ? request.getShort(34) : 0;
            return change == If.IFF_UP ? (flags == 0 ? "down" : "up") : "set " + attribute;
        }
        return "order " + type;
    }

    private List<Step> ethtool(ByteBuffer request, int sequence) {
        int command = request.get(Nlmsghdr.SIZE);
        if (command == EthtoolNetlink.ETHTOOL_MSG_RINGS_SET) {
            orders.add("rings attribute " + (request.getShort(34) & 0x3fff) + " = " + request.getInt(36));
            return List.of(WireTables.answered(sequence, 0, ""));
        }
        if (command != EthtoolNetlink.ETHTOOL_MSG_RINGS_GET) {
            return List.of(WireTables.answered(sequence, Errno.EOPNOTSUPP, ""));
        }
        Step rings = ScriptedKernel.fromKernel(NetlinkBytes.ofThisMachine()
                .message(
                        ETHTOOL,
                        0,
                        sequence,
                        message -> message.raw(new byte[4])
                                .attribute(2, 4096)
                                .attribute(EthtoolNetlink.ETHTOOL_A_RINGS_RX, ringSize)
                                .attribute(99, 1)));
        return List.of(rings, WireTables.answered(sequence, 0, ""));
    }

    private Snapshot snapshot() throws NetlinkException {
        try (StateSocket socket = StateSocket.open(kernel, files.kernelFiles())) {
            return socket.snapshot(NIC).orElseThrow();
        }
    }

    private Restoration restore(Snapshot before) throws NetlinkException {
        orders.clear();
        try (StateSocket socket = StateSocket.open(kernel, files.kernelFiles())) {
            return socket.restore(before, NIC);
        } finally {
            assertThat(kernel.openDescriptors()).isZero();
        }
    }

    @Rule("L69")
    @Test
    void nothingIsTouchedThatIsAsItWas() throws NetlinkException {
        tables.nic(NIC, "eth0", UP, RestorerTest::noMore).address(NIC, 24, 10, 0, 0, 2);
        Snapshot before = snapshot();

        assertThat(restore(before)).isEqualTo(new Restoration(List.of(), List.of(), List.of()));
        assertThat(orders).isEmpty();
    }

    @Rule("L69")
    @Test
    void aBondTakesNoPortThatIsOn() throws NetlinkException {
        tables.nic(NIC, "eth0", UP, portOf(MASTER, "bond", RestorerTest::noMore))
                .kind(MASTER, "bond0", UP, "bond", RestorerTest::noMore);
        Snapshot before = snapshot();
        tables = new WireTables()
                .nic(NIC, "eth0", UP, RestorerTest::noMore)
                .kind(MASTER, "bond0", UP, "bond", RestorerTest::noMore);

        Restoration restoration = restore(before);

        assertThat(orders).containsExactly("down", "set " + IfLink.IFLA_MASTER);
        assertThat(restoration.notes()).singleElement().asString().contains("switched off for a moment");
    }

    @Rule("L70")
    @Test
    void aNicThatWasOnIsOnAgainThoughAllElseIsRefused() throws NetlinkException {
        tables.nic(NIC, "eth0", UP, RestorerTest::noMore).address(NIC, 24, 10, 0, 0, 2);
        Snapshot before = snapshot();
        tables = new WireTables().nic(NIC, "eth0", 0, RestorerTest::noMore);
        refusals.put(Rtnetlink.RTM_NEWADDR, Errno.EINVAL);

        Restoration restoration = restore(before);

        assertThat(orders).contains("up").doesNotContain("down");
        assertThat(restoration.lost())
                .extracting(Loss::sentence)
                .anyMatch(sentence -> sentence.startsWith("address 10.0.0.2/24")
                        && sentence.endsWith("RTM_NEWADDR: EINVAL (because)"));
    }

    @Rule("L70")
    @Test
    void aNicThatWasOffIsSwitchedOff() throws NetlinkException {
        tables.nic(NIC, "eth0", 0, RestorerTest::noMore);
        Snapshot before = snapshot();
        tables = new WireTables().nic(NIC, "eth0", UP, RestorerTest::noMore);

        restore(before);

        assertThat(orders).contains("down").doesNotContain("up");
    }

    @Rule("L70")
    @Test
    void aNicThatWasOffIsOffThoughTheRestorationBreaksDown() throws NetlinkException {
        tables.nic(NIC, "eth0", 0, RestorerTest::noMore);
        Snapshot before = snapshot();
        tables = new WireTables().nic(NIC, "eth0", UP, RestorerTest::noMore);
        listingsUntilOneFails = 1 + 6 + 6 + 6; // neighbours of the third look, when addresses are compared
        refusals.put(Rtnetlink.RTM_SETLINK, Errno.EBUSY);

        assertThatExceptionOfType(NetlinkException.class).isThrownBy(() -> restore(before));

        assertThat(orders).as("tried in its turn, and again in the end").containsExactly("down", "down");
    }

    @Rule("L69")
    @Test
    void withoutPrivilegeThatIsWhatIsSaid() throws NetlinkException {
        tables.nic(NIC, "eth0", UP, RestorerTest::noMore);
        Snapshot before = snapshot();
        tables = new WireTables().nic(NIC, "eth0", 0, RestorerTest::noMore);
        refusals.put(Rtnetlink.RTM_SETLINK, Errno.EPERM);

        assertThat(restore(before).lost())
                .filteredOn(loss -> loss.what().equals("eth0: up"))
                .singleElement()
                .satisfies(loss -> assertThat(loss.errno()).isEqualTo(Errno.EPERM));
    }

    @Rule("L69")
    @Test
    void ringsAreSetAsTheyWereAndLimitsAreLeftOut() throws NetlinkException {
        ringSize = 1024;
        tables.nic(NIC, "eth0", UP, RestorerTest::noMore);
        Snapshot before = snapshot();
        assertThat(before.facts("eth0")).contains("eth0: rings rx 1024").noneMatch(fact -> fact.contains("4096"));
        ringSize = 256;

        Restoration restoration = restore(before);

        assertThat(orders).containsExactly("rings attribute " + EthtoolNetlink.ETHTOOL_A_RINGS_RX + " = 1024");
        assertThat(restoration.lost())
                .as("the kernel said yes, and nothing changed")
                .extracting(Loss::reason)
                .containsExactly("it isn't there, and nothing refused it");
    }

    @Rule("L69")
    @Test
    void virtualFunctionsAreMadeAgainIfThereAreNone() throws Exception {
        String file = "sys/bus/pci/devices/0000:03:00.2/sriov_numvfs";
        files.file(file, "4\n");
        tables.nic(NIC, "eth0", UP, RestorerTest::noMore);
        Snapshot before = snapshot();

        files.file(file, "0\n");
        Restoration restoration = restore(before);
        assertThat(Files.readString(root.resolve(file))).isEqualTo("4");
        assertThat(restoration.lost()).isEmpty();
        assertThat(restoration.notes()).singleElement().asString().contains("are new");

        files.file(file, "2\n");
        assertThat(restore(before).lost())
                .singleElement()
                .satisfies(loss -> assertThat(loss.reason()).contains("it is 2"));
        assertThat(Files.readString(root.resolve(file))).isEqualTo("2\n");
    }

    private void dynamicAddress(int flags, int valid) {
        tables.addressWith(
                NIC, 10, flags, info -> info.int32(valid).int32(valid).int32(0).int32(0));
    }

    @Rule("L69")
    @Test
    void afterAnotherBootNobodyKnowsWhatDynamicAddressesAreWorth() throws NetlinkException {
        tables.nic(NIC, "eth0", UP, RestorerTest::noMore);
        dynamicAddress(0, 500);
        Snapshot before = snapshot();
        tables = new WireTables().nic(NIC, "eth0", UP, RestorerTest::noMore);
        files.file("proc/sys/kernel/random/boot_id", "another-boot");

        assertThat(restore(before).lost())
                .singleElement()
                .satisfies(loss -> assertThat(loss.reason()).contains("started anew since"));
        assertThat(orders).isEmpty();
    }

    @Rule("L69")
    @Test
    void lifetimesGoOnByTheClockNobodySets() throws NetlinkException {
        tables.nic(NIC, "eth0", UP, RestorerTest::noMore);
        dynamicAddress(0, 500);
        Snapshot before = snapshot();
        tables = new WireTables().nic(NIC, "eth0", UP, RestorerTest::noMore);

        files.file("proc/uptime", "1499.00 1");
        restore(before);
        assertThat(orders).containsExactly("order " + Rtnetlink.RTM_NEWADDR);

        files.file("proc/uptime", "1501.00 1");
        assertThat(restore(before).lost())
                .singleElement()
                .satisfies(loss -> assertThat(loss.reason()).contains("lifetime ended"));
        assertThat(orders).isEmpty();
    }

    @Rule("L69")
    @Test
    void temporaryAddressesAreTheKernelsOwn() throws NetlinkException {
        tables.nic(NIC, "eth0", UP, RestorerTest::noMore);
        dynamicAddress(IfAddr.IFA_F_TEMPORARY, 500);
        Snapshot before = snapshot();
        tables = new WireTables().nic(NIC, "eth0", UP, RestorerTest::noMore);

        assertThat(restore(before).lost())
                .singleElement()
                .satisfies(loss -> assertThat(loss.reason()).contains("temporary address"));
        assertThat(orders).isEmpty();
    }

    /** A link without further attributes. */
    private static void noMore(NetlinkBytes bytes) {}
}
