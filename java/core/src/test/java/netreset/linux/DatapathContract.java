// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import netreset.Evidence;
import netreset.Method;
import netreset.Outcome;
import netreset.Reason;
import netreset.ResetEvent;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.Verification;
import netreset.bridge.Bridge;
import netreset.linux.ladder.Refusals;
import netreset.linux.state.Namespace;
import netreset.rules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Probes on a real kernel: a link between two network namespaces of the test's own, whose near end is reset and whose far
 * end answers, or doesn't. Needs root.
 */
@Timeout(120)
public abstract class DatapathContract {
    private final Bridge bridge;
    private Namespace here;
    private Namespace there;

    @SuppressWarnings("NullAway.Init")
    protected DatapathContract(Bridge bridge) {
        this.bridge = bridge;
    }

    @BeforeEach
    void aLinkWithSomebodyAtItsOtherEnd() {
        here = new Namespace(bridge.libc());
        there = new Namespace(bridge.libc());
        here.ip("link add nic type veth peer name wire netns " + there.name());
        there.ip("link set wire up");
        there.ip("addr add 10.7.0.2/24 dev wire");
        there.ip("addr add fd00:7::2/64 dev wire nodad");
        here.ip("link set nic up");
        here.ip("addr add 10.7.0.1/24 dev nic");
        here.ip("addr add fd00:7::1/64 dev nic nodad");
        here.ip("route add default via 10.7.0.2 dev nic");
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    private static ResetRequest request() {
        return ResetRequest.of("nic:nic").withMethod(Method.LINK).withTimeout(Duration.ofSeconds(3));
    }

    private ResetReport reset(ResetRequest request, ResetListener listener) throws ResetException {
        LinuxSite site = LinuxSite.of(bridge, new NetworkNamespace(bridge.libc(), here.name()), Path.of("/"));
        return new LinuxNics(site, Refusals.NONE, new StateRestore(site)).reset(request, listener);
    }

    private ResetReport reset(ResetRequest request) throws ResetException {
        return reset(request, ResetListener.NONE);
    }

    /** Resets, while something happens at the other end. */
    private ResetReport resetWhile(ResetRequest request, Runnable change) throws ResetException {
        return reset(request, event -> {
            if (event.what() == ResetEvent.What.DISPATCHED) {
                change.run();
            }
        });
    }

    @Rule({"L31", "L32", "L56"})
    @ParameterizedTest
    @ValueSource(strings = {"10.7.0.2", "fd00:7::2", "gateway", "10.7.0.2:9", "[fd00:7::2]:9"})
    void trafficThatPassesIsSeen(String probe) throws ResetException {
        ResetReport report = reset(request().withProbe(probe).withVerification(Verification.DATAPATH));
        assertThat(report.notes()).noneMatch(note -> note.contains("traffic"));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.evidence()).isEqualTo(Evidence.DATAPATH);
        assertThat(here.ip("route show default")).contains("via 10.7.0.2");
    }

    @Rule("L56")
    @Test
    void anAddressOfOneLinkIsProbedOnTheNics() throws ResetException {
        String address = there.ip("-6 -o addr show dev wire scope link").replaceAll("(?s).*inet6 ([^/]*)/.*", "$1");
        assertThat(reset(request().withProbe(address)).evidence()).isEqualTo(Evidence.DATAPATH);
    }

    @Rule("L56")
    @Test
    void aNeighbourIsWhomTheKernelKnows() throws ResetException {
        String mac = there.exec("cat /sys/class/net/wire/address").strip();
        here.ip("neigh add 10.7.0.2 lladdr " + mac + " dev nic nud stale");
        there.exec("sysctl -qw net.ipv4.icmp_echo_ignore_all=1");
        assertThat(reset(request().withProbe("neighbour")).evidence()).isEqualTo(Evidence.DATAPATH);
    }

    /** The carrier stays: the other end is there, and says nothing. */
    @Rule({"L56", "L59"})
    @ParameterizedTest
    @CsvSource({
        "10.7.0.2, link set wire arp off",
        "10.7.0.2, addr del 10.7.0.2/24 dev wire",
        "gateway, addr del 10.7.0.2/24 dev wire",
        "fd00:7::2, addr del fd00:7::2/64 dev wire",
        "10.7.0.2:9, addr del 10.7.0.2/24 dev wire"
    })
    void aLinkThatIsUpAndPassesNoTrafficIsDead(String probe, String change) throws ResetException {
        ResetReport report = resetWhile(request().withProbe(probe), () -> there.ip(change));
        assertThat(report.outcome()).isEqualTo(Outcome.DATAPATH_DEAD);
        assertThat(report.evidence()).isEqualTo(Evidence.LINK);
        assertThat(here.ip("link show dev nic")).contains("LOWER_UP");
    }

    @Rule({"L56", "L59"})
    @Test
    void withoutAProbeThatLooksLikeARecovery() throws ResetException {
        ResetReport report = resetWhile(request(), () -> there.ip("addr del 10.7.0.2/24 dev wire"));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.evidence()).isEqualTo(Evidence.LINK);
    }

    @Rule("L60")
    @Test
    void howLongNoTrafficPassedIsMeasured() throws ResetException {
        ResetReport report = resetWhile(request().withProbe("10.7.0.2").withTimeout(Duration.ofSeconds(20)), () -> {
            there.exec("sysctl -qw net.ipv4.icmp_echo_ignore_all=1");
            there.exec("sleep 1.5");
            there.exec("sysctl -qw net.ipv4.icmp_echo_ignore_all=0");
        });
        assertThat(report.evidence()).isEqualTo(Evidence.DATAPATH);
        assertThat(report.timing().datapathOutageNanos()).isBetween(1_200_000_000L, 6_000_000_000L);
        assertThat(report.timing().datapathResolutionNanos()).isLessThan(1_500_000_000L);
    }

    @Rule("L56")
    @Test
    void whoNeverAnsweredProvesNothing() throws ResetException {
        ResetReport report = reset(request().withProbe("10.7.0.77"));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.evidence()).isEqualTo(Evidence.LINK);
        assertThat(report.notes()).anyMatch(note -> note.contains("isn't known"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "neighbour"})
    void whereNobodyIsKnownNothingIsTouched(String probe) {
        here.ip("route del default");
        here.ip("neigh flush dev nic");
        String before = here.ip("-d link show dev nic");
        ResetException refused =
                catchThrowableOfType(ResetException.class, () -> reset(request().withProbe(probe)));
        assertThat(refused.reason()).isEqualTo(Reason.INVALID_REQUEST);
        assertThat(here.ip("-d link show dev nic")).isEqualTo(before);
        assertThat(here.exec("cat /sys/class/net/nic/carrier_changes").strip()).isEqualTo("2");
    }
}
