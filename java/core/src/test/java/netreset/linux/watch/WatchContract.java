// SPDX-License-Identifier: Apache-2.0
package netreset.linux.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import netreset.NicEvent;
import netreset.NicEvent.What;
import netreset.NicWatch;
import netreset.bridge.Bridge;
import netreset.linux.netlink.LinkEvents;
import netreset.linux.netlink.RouteSocket;
import netreset.linux.state.KernelFiles;
import netreset.linux.state.Namespace;
import netreset.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A watch on a real kernel's links, in a namespace of the test's own. Needs root. */
@Timeout(60)
public abstract class WatchContract {
    private static final NicWatch.Options OFTEN =
            new NicWatch.Options(Duration.ofMillis(20), 6, Duration.ofSeconds(10));
    /** So seldom that only notifications tell. */
    private static final NicWatch.Options SELDOM = OFTEN.withEvery(Duration.ofHours(1));

    private final Bridge bridge;
    private Namespace namespace;
    private @Nullable NicWatch watch;

    @TempDir
    private Path sys;

    @SuppressWarnings("NullAway.Init")
    protected WatchContract(Bridge bridge) {
        this.bridge = bridge;
    }

    @BeforeEach
    void open() {
        namespace = new Namespace(bridge.libc());
        namespace.ip("link add nic type veth peer name wire");
        namespace.ip("link set nic up");
        namespace.ip("link set wire up");
    }

    @AfterEach
    void close() {
        if (watch != null) {
            watch.close();
        }
        namespace.close();
    }

    private NicWatch begin(NicWatch.Options options, @Nullable String only) throws Exception {
        LinuxWatch.Sockets sockets = namespace.in(
                () -> new LinuxWatch.Sockets(LinkEvents.open(bridge.libc()), RouteSocket.open(bridge.libc()), null));
        List<Integer> indexes = only == null ? null : List.of(namespace.index(only));
        NicWatch begun = LinuxWatch.begin(sockets, new KernelFiles(sys, sys), indexes, options, List.of());
        watch = begun;
        return begun;
    }

    /** Until this was seen. */
    private static List<NicEvent> until(NicWatch watch, What last) throws Exception {
        List<NicEvent> events = new ArrayList<>();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (events.stream().noneMatch(event -> event.what() == last) && System.nanoTime() < deadline) {
            events.addAll(watch.await(Duration.ofMillis(100)));
        }
        return events;
    }

    @Test
    void aCarrierThatGoesAndComesIsToldByNotifications() throws Exception {
        NicWatch watch = begin(SELDOM, "nic");
        Instant before = Instant.now();

        namespace.ip("link set wire down");
        List<NicEvent> lost = until(watch, What.CARRIER_LOST);
        namespace.ip("link set wire up");
        List<NicEvent> back = until(watch, What.CARRIER_BACK);

        assertThat(lost).extracting(NicEvent::what).containsExactly(What.CARRIER_LOST);
        assertThat(back).extracting(NicEvent::what).containsExactly(What.CARRIER_BACK);
        assertThat(lost.get(0).device().toString()).isEqualTo("nic:nic");
        assertThat(lost.get(0).approximate()).isFalse();
        assertThat(lost.get(0).at()).isBetween(before, Instant.now());
        assertThat(back.get(0).atNanos()).isGreaterThan(lost.get(0).atNanos());
    }

    @Test
    void switchingItOffIsNoLossOfCarrier() throws Exception {
        NicWatch watch = begin(OFTEN, "nic");
        namespace.ip("link set nic down");
        List<NicEvent> events = until(watch, What.SWITCHED_OFF);
        namespace.ip("link set nic up");
        events.addAll(until(watch, What.SWITCHED_ON));

        assertThat(events)
                .extracting(NicEvent::what)
                .containsSubsequence(What.SWITCHED_OFF, What.SWITCHED_ON)
                .doesNotContain(What.CARRIER_LOST);
    }

    @Test
    void manyChangesAreFlapping() throws Exception {
        NicWatch watch = begin(SELDOM, "nic");
        for (int i = 0; i < 4; i++) {
            namespace.ip("link set wire down");
            namespace.ip("link set wire up");
        }
        assertThat(until(watch, What.FLAPPING)).extracting(NicEvent::what).endsWith(What.FLAPPING);
    }

    @Test
    void anInterfaceThatVanishesAndComesAgainIsWatchedAgain() throws Exception {
        NicWatch watch = begin(SELDOM, "nic");
        namespace.ip("link del nic");
        assertThat(until(watch, What.VANISHED)).extracting(NicEvent::what).endsWith(What.VANISHED);
        assertThat(watch.watched()).isEmpty();

        namespace.ip("link add nic type veth peer name wire");
        List<NicEvent> events = until(watch, What.APPEARED);
        assertThat(events).extracting(NicEvent::what).containsExactly(What.APPEARED);
        assertThat(events.get(0).index()).isEqualTo(namespace.index("nic"));
    }

    @Test
    void othersAreNotTold() throws Exception {
        NicWatch watch = begin(OFTEN, "nic");
        namespace.ip("link add other type veth peer name others");
        namespace.ip("link set other up");
        namespace.ip("link del other");
        namespace.ip("link set wire down");
        assertThat(until(watch, What.CARRIER_LOST))
                .allMatch(event -> event.device().name().equals("nic"));
    }

    @Test
    @Rule("L63")
    void aTransmitTimeoutIsReadFromSysfs() throws Exception {
        Path queue = Files.createDirectories(sys.resolve("class/net/nic/queues/tx-0"));
        Files.writeString(sys.resolve("class/net/nic/ifindex"), namespace.index("nic") + "\n");
        Files.writeString(queue.resolve("tx_timeout"), "4\n");
        NicWatch watch = begin(OFTEN, null);

        Files.writeString(queue.resolve("tx_timeout"), "5\n");

        assertThat(until(watch, What.TX_TIMEOUT)).singleElement().satisfies(event -> {
            assertThat(event.text()).contains("tx-0", "1 time");
            assertThat(event.approximate()).isTrue();
        });
    }

    @Test
    void aFileOfAnotherInterfaceOfThatNameIsNotRead() throws Exception {
        Path queue = Files.createDirectories(sys.resolve("class/net/nic/queues/tx-0"));
        Files.writeString(sys.resolve("class/net/nic/ifindex"), "4711\n");
        Files.writeString(queue.resolve("tx_timeout"), "4\n");
        assertThat(new TxTimeouts(new KernelFiles(sys, sys)).read(namespace.index("nic"), "nic"))
                .isEmpty();
        assertThat(new TxTimeouts(new KernelFiles(sys, sys)).read(4711, "nic")).containsEntry("tx-0", 4L);
    }

    /** L35's other half: nothing a watch does makes a thread outlive it. */
    @Test
    void closingEndsItsThreads() throws Exception {
        begin(SELDOM, "nic").close();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (threads() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(threads()).isZero();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("netreset-watch-"))
                .count();
    }
}
