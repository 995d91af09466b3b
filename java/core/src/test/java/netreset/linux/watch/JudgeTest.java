// SPDX-License-Identifier: Apache-2.0
package netreset.linux.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import netreset.NicEvent.What;
import netreset.NicWatch;
import netreset.linux.abi.If;
import netreset.linux.devlink.Handle;
import netreset.linux.devlink.Reporter;
import netreset.linux.netlink.Link;
import netreset.linux.netlink.OperState;
import netreset.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private static final int NIC = 7;
    private static final NicWatch.Options OPTIONS =
            new NicWatch.Options(Duration.ofSeconds(1), 4, Duration.ofNanos(100));

    private final List<Judge.Finding> found = new ArrayList<>();

    private static Link link(int index, String name, boolean on, boolean up, @Nullable Long changes) {
        int flags = (on ? If.IFF_UP : 0) | (up ? If.IFF_LOWER_UP : 0);
        return new Link(
                index,
                name,
                List.of(),
                1,
                flags,
                OperState.UNKNOWN,
                null,
                null,
                null,
                null,
                1500,
                0,
                0,
                null,
                up,
                changes,
                null,
                null,
                "0000:00:0" + index + ".0",
                "pci",
                null,
                0);
    }

    private static Link nic(boolean up, long changes) {
        return link(NIC, "eth1", true, up, changes);
    }

    private static Judge judge(Link... links) {
        return new Judge(Watched.only(List.of(links)), OPTIONS, List.of(links));
    }

    private List<What> what() {
        return found.stream().map(Judge.Finding::what).toList();
    }

    /** Looks are letters: U carrier, d none, O switched off; each with the counter of changes. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "U2 U2, ''",
        "U2 d3, CARRIER_LOST",
        "U2 d3 d3, CARRIER_LOST",
        "U2 d3 U4, CARRIER_LOST CARRIER_BACK",
        "U2 d5, CARRIER_LOST",
        "U2 U4, CARRIER_BLINKED",
        "d3 d5, CARRIER_BLINKED",
        "d3 U4, CARRIER_BACK",
        "U2 O3, SWITCHED_OFF",
        "U2 O3 O5, SWITCHED_OFF",
        "U2 O3 d3 U4, SWITCHED_OFF SWITCHED_ON CARRIER_BACK",
        "U2 O3 U4, SWITCHED_OFF SWITCHED_ON",
        "U2 O3 U4 d5, SWITCHED_OFF SWITCHED_ON CARRIER_LOST",
        "U2 d3 U4 d5, CARRIER_LOST CARRIER_BACK CARRIER_LOST",
        "U2 d3 U4 d5 U6, CARRIER_LOST CARRIER_BACK CARRIER_LOST CARRIER_BACK FLAPPING",
        "U2 U6, CARRIER_BLINKED FLAPPING",
        "U2 U6 U10, CARRIER_BLINKED FLAPPING CARRIER_BLINKED",
        "U4 d3, ''",
        "U4 d3 U4, ''",
        "U4294967295 d0, CARRIER_LOST"
    })
    @Rule("L55")
    void carriersAreJudgedByTheirCounters(String looks, String expected) {
        String[] each = looks.split(" ", -1);
        Judge judge = judge(look(each[0]));
        for (int i = 1; i < each.length; i++) {
            found.addAll(judge.changed(i, look(each[i])));
        }
        assertThat(what().stream().map(What::name))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    private static Link look(String text) {
        return link(NIC, "eth1", text.charAt(0) != 'O', text.charAt(0) == 'U', Long.parseLong(text.substring(1)));
    }

    @Test
    void aKernelThatDoesNotCountIsBelievedByItsFlag() {
        Judge judge = judge(link(NIC, "eth1", true, true, null));
        found.addAll(judge.changed(1, link(NIC, "eth1", true, false, null)));
        found.addAll(judge.changed(2, link(NIC, "eth1", true, true, null)));
        assertThat(what()).containsExactly(What.CARRIER_LOST, What.CARRIER_BACK);
    }

    @Test
    void flappingIsToldAgainOnlyAfterCalm() {
        Judge judge = judge(nic(true, 0));
        found.addAll(judge.changed(10, nic(true, 4)));
        found.addAll(judge.changed(90, nic(true, 8)));
        found.addAll(judge.changed(191, nic(true, 12)));
        assertThat(what())
                .containsExactly(
                        What.CARRIER_BLINKED, What.FLAPPING, What.CARRIER_BLINKED, What.CARRIER_BLINKED, What.FLAPPING);
    }

    @Test
    void slowChangesAreNoFlapping() {
        Judge judge = judge(nic(true, 0));
        for (int i = 1; i <= 20; i++) {
            found.addAll(judge.changed(i * 60L, nic(i % 2 == 0, i)));
        }
        assertThat(what()).doesNotContain(What.FLAPPING).hasSize(20);
    }

    @Test
    @Rule("L61")
    void afterLostNotificationsADumpTellsWhatWasMissedAsApproximate() {
        Link other = link(8, "eth2", true, true, 1L);
        Judge judge = judge(nic(true, 2), other);
        found.addAll(judge.lost(5));
        found.addAll(judge.dumped(6, List.of(nic(false, 5))));

        assertThat(found).extracting(Judge.Finding::index).containsExactly(0, 8, NIC);
        assertThat(what()).containsExactly(What.NOTIFICATIONS_LOST, What.VANISHED, What.CARRIER_LOST);
        assertThat(found).allMatch(Judge.Finding::approximate);
    }

    @Test
    void aNotificationIsNotApproximate() {
        assertThat(judge(nic(true, 2)).changed(1, nic(false, 3))).noneMatch(Judge.Finding::approximate);
    }

    @Test
    @Rule("L63")
    void everyGrowthOfATransmitTimeoutIsASign() {
        Judge judge = judge(nic(true, 2));
        found.addAll(judge.txTimeouts(1, NIC, Map.of("tx-0", 3L, "tx-1", 0L)));
        assertThat(found).isEmpty();
        found.addAll(judge.txTimeouts(2, NIC, Map.of("tx-0", 3L, "tx-1", 2L)));
        found.addAll(judge.txTimeouts(3, NIC, Map.of("tx-0", 3L, "tx-1", 2L)));
        found.addAll(judge.txTimeouts(4, NIC, Map.of("tx-0", 0L, "tx-1", 0L)));

        assertThat(what()).containsExactly(What.TX_TIMEOUT);
        assertThat(found.get(0).text()).contains("tx-1", "2 times");
        assertThat(found.get(0).what().isSignOfHang()).isTrue();
        assertThat(judge.txTimeouts(5, 99, Map.of("tx-0", 9L))).isEmpty();
    }

    @Test
    void aReporterInErrorIsToldOnceAndItsRecovery() {
        Judge judge = judge(nic(true, 2));
        for (boolean healthy : new boolean[] {false, false, true, true, false}) {
            found.addAll(judge.reporters(
                    1, NIC, List.of(new Reporter(new Handle("pci", "0000:00:07.0"), 1, "tx", healthy, 1, 0))));
        }
        assertThat(what()).containsExactly(What.REPORTER_ERROR, What.REPORTER_HEALTHY, What.REPORTER_ERROR);
        assertThat(found.get(0).text()).contains("tx of port 1");
    }

    @Test
    void whatComesBackWithAnotherIndexIsKnownByItsDevice() {
        Judge judge = judge(nic(true, 2));
        Link anew = new Link(
                12,
                "eth9",
                List.of(),
                1,
                If.IFF_UP,
                OperState.UNKNOWN,
                null,
                null,
                null,
                null,
                1500,
                0,
                0,
                null,
                false,
                0L,
                null,
                null,
                "0000:00:07.0",
                "pci",
                null,
                0);
        found.addAll(judge.deleted(1, NIC));
        found.addAll(judge.changed(2, link(13, "wlan0", true, true, 1L)));
        found.addAll(judge.changed(3, anew));
        found.addAll(judge.deleted(4, 99));

        assertThat(what()).containsExactly(What.VANISHED, What.APPEARED);
        assertThat(found.get(1).index()).isEqualTo(12);
        assertThat(judge.present()).extracting(nic -> nic.name).containsExactly("eth9");
    }

    @Test
    void aNewNameIsTold() {
        Judge judge = judge(nic(true, 2));
        found.addAll(judge.changed(1, link(NIC, "uplink", true, true, 2L)));
        assertThat(what()).containsExactly(What.RENAMED);
        assertThat(found.get(0).name()).isEqualTo("uplink");
        assertThat(found.get(0).text()).contains("eth1");
    }

    @Test
    void allMeansThoseThatAppearToo() {
        Link lo = new Link(
                1,
                "lo",
                List.of(),
                772,
                If.IFF_UP | If.IFF_LOOPBACK,
                OperState.UNKNOWN,
                null,
                null,
                null,
                null,
                65536,
                0,
                0,
                null,
                true,
                0L,
                null,
                null,
                null,
                null,
                null,
                0);
        Judge judge = new Judge(Watched.all(), OPTIONS, List.of(lo, nic(true, 2)));
        assertThat(judge.present()).hasSize(1);
        found.addAll(judge.dumped(1, List.of(lo, nic(true, 2), link(9, "eth3", true, true, 1L))));
        assertThat(what()).containsExactly(What.APPEARED);
    }
}
