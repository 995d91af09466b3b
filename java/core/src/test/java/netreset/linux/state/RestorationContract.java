// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import netreset.bridge.Bridge;
import netreset.rules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Snapshots and restorations on a real kernel, in namespaces of the test's own; ip(8) is the witness. Needs root. */
@Timeout(120)
public abstract class RestorationContract {
    private final Bridge bridge;
    private Namespace namespace;
    private StateSocket socket;

    @SuppressWarnings("NullAway.Init")
    protected RestorationContract(Bridge bridge) {
        this.bridge = bridge;
    }

    @BeforeEach
    void open() throws Exception {
        namespace = new Namespace(bridge.libc());
        socket = namespace.in(() -> StateSocket.open(bridge.libc(), KernelFiles.REAL));
        namespace.ip("link set lo up");
    }

    @AfterEach
    void close() {
        socket.close();
        namespace.close();
    }

    private Snapshot snapshot(String link) throws Exception {
        return socket.snapshot(namespace.index(link)).orElseThrow();
    }

    /** A pair of links, up; one end is the NIC, with whatever a NIC has. */
    private void furnishedNic() {
        namespace.ip("link add nic numtxqueues 4 numrxqueues 4 type veth peer name wire");
        namespace.ip("link set wire up");
        furnish("nic");
    }

    private void furnish(String nic) {
        namespace.ip("link set " + nic + " mtu 1400 txqueuelen 77 alias uplink");
        namespace.ip("link property add dev " + nic + " altname a-rather-long-alternative-name");
        namespace.exec("ethtool -L " + nic + " rx 2 tx 3");
        namespace.ip("link set " + nic + " up");
        namespace.ip("addr add 10.1.0.2/24 brd + dev " + nic + " label " + nic + ":1");
        namespace.ip("addr add 10.1.0.3/24 dev " + nic);
        namespace.ip("addr add 10.9.0.1 peer 10.9.0.2/32 dev " + nic + " metric 900");
        namespace.ip("addr add 10.2.0.2/24 dev " + nic + " valid_lft 5000 preferred_lft 4000");
        namespace.ip("addr add fd00:1::2/64 dev " + nic + " nodad");
        namespace.ip("addr add fd00:2::2/64 dev " + nic + " noprefixroute");
        namespace.ip("neigh add 10.1.0.77 lladdr 02:00:00:00:00:77 dev " + nic + " nud permanent");
        namespace.ip("route add default via 10.1.0.1 dev " + nic + " metric 50 mtu 1300");
        namespace.ip("route add default via 10.1.0.1 dev " + nic + " table 100");
        namespace.ip("route add 192.0.2.0/24 via 10.77.0.1 dev " + nic + " onlink proto 99");
        namespace.ip("route add 198.51.100.0/24 dev " + nic + " src 10.1.0.3 table 70000");
        namespace.ip("-6 route add default via fd00:1::1 dev " + nic + " metric 300");
        namespace.ip("-6 route add fd00:9::/64 via fe80::1 dev " + nic + " table 200 expires 4000");
        namespace.ip("nexthop add id 7 via 10.1.0.9 dev " + nic);
        namespace.ip("route add 203.0.113.0/24 nhid 7");
        namespace.ip("rule add iif " + nic + " table 100 pref 1000");
    }

    private Restoration restored(Snapshot before, String link) throws Exception {
        Restoration restoration = socket.restore(before, namespace.index(link));
        assertThat(restoration.lost()).isEmpty();
        assertThat(snapshot(link).facts("NIC")).isEqualTo(before.facts("NIC"));
        return restoration;
    }

    @Rule("L69")
    @Test
    void whatIpShowsIsInTheSnapshot() throws Exception {
        furnishedNic();

        Set<String> facts = snapshot("nic").facts("nic");

        assertThat(facts)
                .contains(
                        "nic: mtu 1400",
                        "nic: up",
                        "nic: alias uplink",
                        "nic: altname a-rather-long-alternative-name",
                        "nic: channels rx 2",
                        "nic: channels tx 3",
                        "address 10.1.0.2/24 brd 10.1.0.255 dev nic scope 0 label nic:1",
                        "address 10.9.0.1 peer 10.9.0.2/32 dev nic scope 0 label nic metric 900",
                        "neighbour 10.1.0.77 dev nic lladdr 020000000077 flags 0",
                        "route default via 10.1.0.1 dev nic table 100 proto 3 scope 0 type 1 tos 0 metric 0")
                .anyMatch(fact -> fact.startsWith("address 10.2.0.2/24") && fact.endsWith("dynamic"))
                .anyMatch(fact -> fact.startsWith("address fd00:2::2/64") && fact.contains("flags 0x200"))
                .anyMatch(fact -> fact.startsWith("route 198.51.100.0/24 dev nic table 70000"))
                .anyMatch(fact -> fact.startsWith("route6 default via fd00:1::1 dev nic table 254"))
                .anyMatch(fact -> fact.startsWith("rule ") && fact.contains("iif nic"));
    }

    @Rule("L69")
    @Test
    void whatSwitchingOffAndOnLosesIsPutBack() throws Exception {
        furnishedNic();
        Snapshot before = snapshot("nic");
        String routes = namespace.ip("route show table all");

        namespace.ip("link set nic down");
        namespace.ip("link set nic up");
        assertThat(before.missingIn(snapshot("nic"))).isNotEmpty();
        Restoration restoration = restored(before, "nic");

        assertThat(restoration.restored()).anyMatch(line -> line.startsWith("address fd00:1::2/64"));
        assertThat(withoutLifetimes(namespace.ip("route show table all")))
                .containsExactlyInAnyOrderElementsOf(withoutLifetimes(routes));
    }

    private static List<String> withoutLifetimes(String routes) {
        return routes.replaceAll("expires \\d+sec", "expires").lines().toList();
    }

    @Rule("L69")
    @Test
    void whatWasFlushedIsPutBack() throws Exception {
        furnishedNic();
        Snapshot before = snapshot("nic");

        namespace.ip("addr flush dev nic");
        namespace.ip("-6 route flush dev nic");
        namespace.ip("neigh flush nud permanent dev nic");
        namespace.ip("link set nic mtu 1500 alias else");
        restored(before, "nic");
    }

    @Rule("L69")
    @Test
    void aNicThatCameBackNewWithAnotherNameGetsItAll() throws Exception {
        furnishedNic();
        Snapshot before = snapshot("nic");
        String mac = snapshot("nic").nic().link().hardwareAddress() + "";
        int old = namespace.index("nic");

        namespace.ip("link del nic");
        namespace.ip("link add other numtxqueues 4 numrxqueues 4 type veth peer name wire");
        namespace.ip("link set wire up");
        assertThat(namespace.index("other")).isNotEqualTo(old);
        Restoration restoration = restored(before, "other");

        assertThat(namespace.ip("link show dev other")).contains(mac, "mtu 1400", "UP");
        assertThat(namespace.ip("addr show dev other")).contains("other:1", "10.9.0.1 peer 10.9.0.2/32");
        assertThat(namespace.ip("rule show")).contains("iif other lookup 100", "iif nic [detached] lookup 100");
        assertThat(namespace.ip("route show table all")).contains("203.0.113.0/24 nhid 7 via 10.1.0.9 dev other");
        assertThat(restoration.notes()).anyMatch(note -> note.contains("rule that names nic was made again for other"));
    }

    @Rule("L70")
    @Test
    void whatWasOffIsNotLeftOnNorTheOtherWayRound() throws Exception {
        furnishedNic();
        Snapshot on = snapshot("nic");
        namespace.ip("link set nic down");
        Snapshot off = snapshot("nic");

        namespace.ip("link set nic up");
        restored(off, "nic");
        assertThat(namespace.ip("link show dev nic")).contains("state DOWN").doesNotContain(",UP");

        assertThat(socket.restore(on, namespace.index("nic")).lost()).isEmpty();
        assertThat(namespace.ip("link show dev nic")).contains(",UP");
    }

    @Rule("L69")
    @Test
    void aPortIsAPortAgainWithItsSettings() throws Exception {
        namespace.ip("link add nic type veth peer name wire");
        namespace.linkOfKind("bridge", "br0 type bridge");
        namespace.ip("link set br0 up");
        namespace.ip("link set nic master br0");
        namespace.ip("link set nic type bridge_slave cost 42 hairpin on");
        namespace.ip("link set nic up");
        Snapshot before = snapshot("nic");

        namespace.ip("link del nic");
        namespace.ip("link add nic type veth peer name wire");
        restored(before, "nic");

        assertThat(namespace.ip("-d link show dev nic")).contains("master br0", "cost 42", "hairpin on");
    }

    @Rule("L69")
    @Test
    void aMacvlanOnTheNicIsMadeAgainWithItsAddressesAndRoutes() throws Exception {
        namespace.ip("link add nic type veth peer name wire");
        namespace.ip("link set nic up");
        namespace.linkOfKind("macvlan", "link nic name above type macvlan mode bridge");
        childComesBack();
    }

    @Rule("L69")
    @Test
    void aVlanOnTheNicIsMadeAgainWithItsAddressesAndRoutes() throws Exception {
        namespace.ip("link add nic type veth peer name wire");
        namespace.ip("link set nic up");
        namespace.linkOfKind("vlan", "link nic name above type vlan id 5 egress-qos-map 1:2");
        childComesBack();
        assertThat(namespace.ip("-d link show dev above")).contains("id 5", "1:2");
    }

    private void childComesBack() throws Exception {
        namespace.ip("link set above mtu 1300");
        namespace.ip("link set above up");
        namespace.ip("addr add 10.5.0.2/24 dev above");
        namespace.ip("route add 10.6.0.0/16 via 10.5.0.1");
        Snapshot before = snapshot("nic");

        namespace.ip("link del nic");
        namespace.ip("link add fresh type veth peer name wire");
        restored(before, "fresh");

        assertThat(namespace.ip("route show")).contains("10.6.0.0/16 via 10.5.0.1 dev above");
    }

    @Rule("L69")
    @Test
    void aBondPortIsAPortAgainThoughTheBondTakesNoneThatIsUp() throws Exception {
        namespace.linkOfKind("bond", "bond0 type bond mode active-backup miimon 100");
        namespace.ip("link add nic type veth peer name wire");
        namespace.ip("link set nic master bond0");
        namespace.ip("link set bond0 up");
        Snapshot before = snapshot("nic");

        namespace.ip("link del nic");
        namespace.ip("link add nic type veth peer name wire");
        namespace.ip("link set nic up");
        Restoration restoration = restored(before, "nic");

        assertThat(namespace.ip("link show dev nic")).contains("master bond0", ",UP");
        assertThat(restoration.notes()).anyMatch(note -> note.contains("switched off for a moment"));
    }

    @Rule("L69")
    @Test
    void routesOverSeveralNicsAreWholeAgain() throws Exception {
        namespace.ip("link add nic type veth peer name wire");
        namespace.ip("link add second type veth peer name wire2");
        for (String link : List.of("nic", "second", "wire", "wire2")) {
            namespace.ip("link set " + link + " up");
        }
        namespace.ip("addr add 10.1.0.2/24 dev nic");
        namespace.ip("addr add 10.2.0.2/24 dev second");
        namespace.ip("addr add fd00:1::2/64 dev nic nodad");
        namespace.ip("addr add fd00:2::2/64 dev second nodad");
        namespace.ip("route add default nexthop via 10.1.0.1 weight 3 nexthop via 10.2.0.1");
        namespace.ip("-6 route add default nexthop via fd00:1::1 nexthop via fd00:2::1");
        namespace.ip("route add 10.3.0.0/24 dev second src 10.1.0.2");
        namespace.ip("nexthop add id 1 via 10.1.0.1 dev nic");
        namespace.ip("nexthop add id 2 via 10.2.0.1 dev second");
        namespace.ip("nexthop add id 3 group 1/2");
        namespace.ip("route add 10.4.0.0/16 nhid 3");
        Snapshot before = snapshot("nic");

        namespace.ip("link del nic");
        namespace.ip("link add again type veth peer name wire");
        namespace.ip("link set wire up");
        assertThat(socket.restore(before, namespace.index("again")).lost()).isEmpty();

        assertThat(snapshot("again").facts("NIC")).containsAll(before.facts("NIC"));
        assertThat(namespace.ip("route show"))
                .contains("nexthop via 10.1.0.1 dev again weight 3", "10.3.0.0/24 dev second");
        assertThat(namespace.ip("-6 route show"))
                .contains("nexthop via fd00:1::1 dev again", "nexthop via fd00:2::1 dev second");
    }

    @Rule("L69")
    @Test
    void aRouteFromAnAddressWaitsUntilIpv6HasSearchedForDuplicates() throws Exception {
        namespace.ip("link add nic type veth peer name wire");
        namespace.ip("link set wire up");
        namespace.ip("link set nic up");
        namespace.ip("addr add fd00:1::2/64 dev nic nodad");
        namespace.ip("addr change fd00:1::2/64 dev nic");
        namespace.ip("addr del fd00:1::2/64 dev nic");
        namespace.ip("addr add fd00:1::2/64 dev nic");
        Thread.sleep(3000);
        namespace.ip("-6 route add fd00:7::/64 via fd00:1::1 src fd00:1::2");
        Snapshot before = snapshot("nic");

        namespace.ip("link set nic down");
        namespace.ip("link set nic up");
        restored(before, "nic");
    }

    @Rule("L69")
    @Test
    void whatCantBePutBackIsListedWithTheKernelsReason() throws Exception {
        furnishedNic();
        namespace.ip("link add second type veth peer name wire2");
        namespace.ip("link set second up");
        namespace.ip("addr add 10.44.0.1/24 dev second");
        namespace.ip("route add 10.45.0.0/24 dev nic src 10.44.0.1");
        Snapshot before = snapshot("nic");

        namespace.ip("link del nic");
        namespace.ip("link del second");
        namespace.ip("link add nic type veth peer name wire");
        namespace.ip("link add taken type veth peer name wire3");
        namespace.ip("link property add dev taken altname a-rather-long-alternative-name");
        Restoration restoration = socket.restore(before, namespace.index("nic"));

        assertThat(restoration.lost())
                .anySatisfy(loss -> {
                    assertThat(loss.what()).isEqualTo("nic: altname a-rather-long-alternative-name");
                    assertThat(loss.reason()).contains("EEXIST");
                })
                .anySatisfy(loss -> {
                    assertThat(loss.what()).startsWith("route 10.45.0.0/24");
                    assertThat(loss.reason()).contains("EINVAL", "Invalid prefsrc");
                })
                .anySatisfy(loss -> {
                    assertThat(loss.what()).isEqualTo("nic: channels tx 3");
                    assertThat(loss.reason()).contains("EINVAL", "requested channel count exceeds maximum");
                });
        assertThat(namespace.ip("addr show dev nic")).contains("10.1.0.2/24");
    }

    @Rule("L69")
    @Test
    void aNicThatIsGoneLosesEverything() throws Exception {
        furnishedNic();
        Snapshot before = snapshot("nic");
        int index = namespace.index("nic");
        namespace.ip("link del nic");

        Restoration restoration = socket.restore(before, index);

        assertThat(restoration.restored()).isEmpty();
        assertThat(restoration.lost())
                .hasSize(before.facts("nic").size())
                .allMatch(loss -> !loss.reason().isEmpty());
    }

    @Rule("L69")
    @Test
    void dynamicAddressesGetWhatIsLeftOfTheirLifetime() throws Exception {
        namespace.ip("link add nic type veth peer name wire");
        namespace.ip("link set nic up");
        namespace.ip("addr add 10.2.0.2/24 dev nic valid_lft 5000 preferred_lft 4000");
        namespace.ip("addr add 10.3.0.2/24 dev nic valid_lft 1 preferred_lft 1");
        Snapshot before = snapshot("nic");
        Thread.sleep(2500);

        namespace.ip("addr flush dev nic");
        Restoration restoration = socket.restore(before, namespace.index("nic"));

        assertThat(restoration.lost())
                .filteredOn(loss -> loss.what().startsWith("address 10.3.0.2/24"))
                .singleElement()
                .satisfies(loss -> assertThat(loss.reason()).contains("lifetime ended"));
        assertThat(namespace.ip("addr show dev nic"))
                .containsPattern("valid_lft 499[0-8]sec preferred_lft 399[0-8]sec")
                .doesNotContain("10.3.0.2");
    }

    @Rule("L69")
    @Test
    void theTextIsTheSnapshot() throws Exception {
        furnishedNic();
        Snapshot before = snapshot("nic");

        Snapshot read = Snapshot.parse(before.text());

        assertThat(read).isEqualTo(before);
        assertThat(read.text()).isEqualTo(before.text());
        namespace.ip("link del nic");
        namespace.ip("link add nic numtxqueues 4 numrxqueues 4 type veth peer name wire");
        namespace.ip("link set wire up");
        restored(read, "nic");
    }

    @Rule("L69")
    @Test
    void coalescingIsSetAgain() throws Exception {
        namespace.ip("tuntap add nic mode tap");
        namespace.exec("ethtool -C nic rx-frames 33");
        Snapshot before = snapshot("nic");
        assertThat(before.facts("nic")).contains("nic: coalesce rx-frames 33");

        namespace.exec("ethtool -C nic rx-frames 0");
        restored(before, "nic");

        assertThat(namespace.exec("ethtool -c nic")).containsPattern("rx-frames:\\s+33");
    }
}
