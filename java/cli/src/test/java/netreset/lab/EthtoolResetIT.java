// SPDX-License-Identifier: Apache-2.0
package netreset.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import netreset.DeviceId;
import netreset.Evidence;
import netreset.Interrupted;
import netreset.LinkState;
import netreset.NetReset;
import netreset.Outcome;
import netreset.Reason;
import netreset.ResetEvent;
import netreset.ResetException;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetReport.NicSnapshot;
import netreset.ResetRequest;
import netreset.Scope;
import netreset.Verification;
import netreset.rules.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real ETHTOOL_RESETs. The test NIC's driver is in no table, so it is given 2 s to begin. */
class EthtoolResetIT {
    private static NetReset netReset;

    private final List<ResetEvent> events = new CopyOnWriteArrayList<>();
    private TestNic nic;

    @BeforeAll
    static void open() throws ResetException {
        netReset = Guest.open();
    }

    @AfterAll
    static void close() {
        netReset.close();
    }

    @BeforeEach
    void aFreshNic() {
        nic = TestNic.fresh(0);
    }

    /** What a test stranded is put back before the next NIC is asked for anything: until then it is refused. */
    @AfterEach
    void nothingIsLeftInterrupted() throws ResetException {
        for (Interrupted interrupted : netReset.interrupted()) {
            assertThat(netReset.resume(interrupted).missing()).isEmpty();
        }
    }

    private ResetRequest request(String... words) {
        return nic.request().withScope(Scope.of(words));
    }

    private ResetReport reset(ResetRequest request) throws ResetException {
        return netReset.reset(request, events::add);
    }

    private ResetReport accept(ResetRequest request) throws ResetException {
        return reset(request.withVerification(Verification.NONE));
    }

    private ResetException failure(ResetRequest request) {
        return catchThrowableOfType(ResetException.class, () -> reset(request));
    }

    private long eventMillis(ResetEvent.What what) {
        return events.stream()
                .filter(event -> event.what() == what)
                .findFirst()
                .map(event -> TimeUnit.NANOSECONDS.toMillis(event.atNanos()))
                .orElseThrow(() -> new AssertionError("no " + what + " among " + events));
    }

    private static long millis(Long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    @Rule({"L1", "L2", "L5", "L56"})
    @Test
    void everythingIsResetAndSeenToComeBack() throws ResetException {
        nic.set("down_ms", 300);
        ResetReport report = reset(request("all"));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.evidence()).isEqualTo(Evidence.LINK);
        assertThat(report.bridge()).isEqualTo(System.getProperty("netreset.bridge"));
        assertThat(nic.get("resets")).isEqualTo(1);
        assertThat(nic.get("last_in")).isEqualTo(0xffffffffL);
        assertThat(report.performed().unsigned()).isEqualTo(0xffffffffL);
        assertThat(report.remaining().isEmpty()).isTrue();
        assertThat(link(report.after()).carrierDowns())
                .isEqualTo(link(report.before()).carrierDowns() + 1);
    }

    @Rule({"L5", "L18"})
    @Test
    void aPartIsResetAndTheRestIsNamed() throws ResetException {
        nic.set("supported", 0x50).set("down_ms", 20);
        ResetReport report = reset(request("dma", "offload", "phy", "phy-shared"));
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(report.requested().unsigned()).isEqualTo(0x00400054);
        assertThat(report.performed().unsigned()).isEqualTo(0x50);
        assertThat(report.remaining().unsigned()).isEqualTo(0x00400004);
        assertThat(nic.get("count_phy")).isEqualTo(1);
        assertThat(nic.get("count_dma")).isZero();
    }

    @Rule("L17")
    @Test
    void aResetOfNothingIsNoSuccess() throws ResetException {
        nic.set("supported", 0);
        ResetReport report = reset(request("mac"));
        assertThat(report.outcome()).isEqualTo(Outcome.NOTHING_RESET);
        assertThat(report.evidence()).isEqualTo(Evidence.DISPATCHED);
        assertThat(nic.get("resets")).isEqualTo(1);
    }

    @Rule("L58")
    @Test
    void aDriverThatClaimsEverythingAndDoesNothingIsCaught() throws ResetException {
        nic.set("lie", 1).set("down_ms", 200);
        ResetReport report = reset(request("mac", "phy"));
        assertThat(report.outcome()).isEqualTo(Outcome.NO_EFFECT_OBSERVED);
        assertThat(nic.get("count_mac")).isZero();
        assertThat(report.notes()).anyMatch(note -> note.contains("no sign of a reset"));
    }

    @Rule("L17")
    @Test
    void aDriverThatDoesEverythingAndClaimsNothingIsCaught() throws ResetException {
        nic.set("lie", 2).set("down_ms", 200);
        ResetReport report = reset(request("mac", "phy"));
        assertThat(report.outcome()).isEqualTo(Outcome.NOTHING_RESET);
        assertThat(nic.get("count_mac")).isEqualTo(1);
        assertThat(report.notes()).anyMatch(note -> note.contains("yet the carrier went away"));
    }

    @Rule("L5")
    @Test
    void bitsNobodyAskedForAreAnAnomaly() throws ResetException {
        nic.set("lie", 3);
        ResetReport report = accept(request("dma", "mac"));
        assertThat(report.notes()).anyMatch(note -> note.contains("driver anomaly"));
        assertThat(report.remaining().unsigned() & ~0x24L).isZero();
    }

    @Rule({"L12", "L13", "L14", "L16"})
    @ParameterizedTest
    @CsvSource({"16, BUSY, EBUSY", "22, FLAGS_REJECTED, EINVAL", "95, FLAGS_REJECTED, EOPNOTSUPP"})
    void whatADriverRefusesIsAnException(int errno, Reason reason, String symbol) {
        nic.set("error", errno);
        ResetException failure = failure(request("mac"));
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.code().symbol()).isEqualTo(symbol);
        assertThat(nic.get("resets")).isEqualTo(1);
    }

    @Rule({"L6", "L15", "L16"})
    @ParameterizedTest
    @CsvSource({"5, EIO", "110, ETIMEDOUT", "4, EINTR"})
    void aDriverThatFailsLeavesTheOutcomeOpen(int errno, String symbol) throws ResetException {
        nic.set("error", errno);
        ResetReport report = accept(request("mac"));
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.code().symbol()).isEqualTo(symbol);
        assertThat(report.performed().isEmpty()).isTrue();
        assertThat(nic.get("resets")).as("not repeated").isEqualTo(1);
    }

    @Test
    void aDriverThatIsBusyOnceIsNotAskedTwice() throws ResetException {
        nic.set("error", 16).set("error_times", 1).set("down_ms", 20);
        assertThat(failure(request("mac")).reason()).isEqualTo(Reason.BUSY);
        assertThat(nic.get("resets")).isEqualTo(1);
        assertThat(accept(request("mac")).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Rule({"L13", "L20"})
    @ParameterizedTest
    @ValueSource(strings = {"nrt4", "eth0", "eth1", "lo"})
    void aDriverWithoutResetIsUnsupportedAndNotCalled(String name) {
        ResetException failure = failure(ResetRequest.of("nic:" + name));
        assertThat(failure.reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(TestNic.fresh(4).get("resets")).isZero();
    }

    @Rule("L11")
    @Test
    void aDetachedNicIsToldFromAMissingOne() {
        nic.set("detached", 1);
        assertThat(failure(request("mac")).reason()).isEqualTo(Reason.DETACHED);
        assertThat(failure(ResetRequest.of("nic:nrt99")).reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(nic.get("resets")).isZero();
    }

    @Rule({"L25", "L27"})
    @ParameterizedTest
    @ValueSource(strings = {"nrt0:1", "nrt0:", "../nrt0", "nrt0 ", "nrt0\n", "NRT0", "nrt", "nrt00"})
    void aNameThatIsNotItsOwnNeverReachesTheDriver(String name) {
        ResetException failure = failure(ResetRequest.of(new DeviceId("nic", name)));
        assertThat(failure.reason()).isIn(Reason.INVALID_REQUEST, Reason.NOT_FOUND);
        assertThat(nic.get("resets")).isZero();
        assertThat(nic.get("begins")).as("not even looked at").isZero();
    }

    @Rule({"L58", "L60", "L62"})
    @Test
    void anAsynchronousResetIsNeverRecoveredBeforeItWentDown() throws ResetException {
        nic.set("down_after_ms", 800).set("down_ms", 1500);
        ResetReport report = reset(request("mac"));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(millis(report.timing().outageNanos())).isBetween(1_400L, 1_900L);
        assertThat(millis(report.timing().dispatchNanos())).isLessThan(800);
        assertThat(eventMillis(ResetEvent.What.LINK_LOST)).isGreaterThanOrEqualTo(800);
        assertThat(eventMillis(ResetEvent.What.LINK_BACK)).isGreaterThanOrEqualTo(2_200);
    }

    @Rule({"L35", "L60"})
    @Test
    void aSlowResetThatThenLosesTheCarrierIsTimedFromItsLoss() throws ResetException {
        nic.set("delay_ms", 800).set("down_ms", 1500);
        ResetReport report = reset(request("phy"));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(millis(report.timing().dispatchNanos())).isGreaterThanOrEqualTo(800);
        assertThat(millis(report.timing().outageNanos())).isBetween(1_400L, 1_900L);
    }

    @Rule("L55")
    @Test
    void aShortFlapIsCountedThoughNoLinkEventMayShowIt() throws ResetException {
        nic.set("down_ms", 5).set("flaps", 2).set("flap_ms", 5);
        ResetReport report = reset(request("mac"));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(link(report.after()).carrierDowns() - link(report.before()).carrierDowns())
                .isEqualTo(3);
        assertThat(report.timing().outageNanos()).isNotNull();
    }

    @Rule("L34")
    @Test
    void aCallThatOutlastsItsTimeIsInFlightAndNoOtherBeginsBeforeItIsBack() throws Exception {
        nic.set("delay_ms", 3000);
        long start = System.nanoTime();
        ResetReport report = reset(request("mac").withTimeout(Duration.ofMillis(500)));
        long reported = System.nanoTime();
        assertThat(report.outcome()).isEqualTo(Outcome.IN_FLIGHT);
        assertThat(report.evidence()).isEqualTo(Evidence.NONE);
        assertThat(report.notes()).anyMatch(note -> note.contains("may yet succeed"));
        assertThat(millis(reported - start)).isLessThan(2_500);
        nic.set("delay_ms", 0);
        ResetException busy = failure(request("mac"));
        assertThat(busy == null || busy.reason() == Reason.BUSY).isTrue();
        assertThat(millis(System.nanoTime() - start)).isGreaterThanOrEqualTo(busy == null ? 3_000 : 0);
        assertThat(nic.get("errors")).isZero();
    }

    @Rule("L56")
    @Test
    void aLinkThatStaysDownIsNotRecovered() throws ResetException {
        nic.set("stay_down", 1).set("down_ms", 20);
        ResetReport report = reset(request("mac").withTimeout(Duration.ofSeconds(2)));
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_RECOVERED);
        assertThat(report.evidence()).isEqualTo(Evidence.PRESENT);
        assertThat(report.timing().outageNanos()).isNull();
    }

    @Rule("L57")
    @Test
    void anInterfaceThatIsOffIsResetAndStaysOff() throws ResetException {
        Guest.run("ip", "link", "set", "nrt0", "down");
        ResetReport report = reset(request("mac"));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(link(report.after()).adminUp()).isFalse();
    }

    @Test
    void anInterfaceThatVanishesAndStaysAwayIsStranded() throws Exception {
        nic.set("vanish_ms", 300);
        ResetReport report = reset(request("ram").withTimeout(Duration.ofSeconds(3)));
        bindAnew();
        assertThat(report.outcome()).isEqualTo(Outcome.STRANDED);
        assertThat(report.after()).isNull();
    }

    @Rule({"L28", "L30"})
    @Test
    void hardwareThatIsBoundAnewDuringTheWatchIsAnotherInterface() throws Exception {
        CompletableFuture<ResetReport> running = netReset.resetAsync(request("ram"), events::add);
        while (events.stream().noneMatch(event -> event.what() == ResetEvent.What.RETURNED)) {
            Thread.sleep(10);
        }
        bindAnew();
        ResetReport report = running.get(60, TimeUnit.SECONDS);
        assertThat(report.outcome()).isEqualTo(Outcome.TARGET_CHANGED);
        assertThat(report.after().identity().index())
                .isNotEqualTo(report.before().identity().index());
        assertThat(report.after().identity().busAddress()).isEqualTo(nic.device());
    }

    private void bindAnew() throws IOException {
        Path driver = Path.of("/sys/bus/platform/drivers/nrtestnic");
        Files.writeString(driver.resolve("unbind"), nic.device());
        Files.writeString(driver.resolve("bind"), nic.device());
    }

    @Rule({"L5", "L8"})
    @Test
    void theSharedHalfTakesTheSiblingsAlong() throws ResetException {
        TestNic sibling = TestNic.fresh(1);
        nic.set("down_ms", 300);
        long before = Guest.nic(netReset, "nrt1").link().carrierDowns();
        ResetReport report = reset(request("mac-shared"));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(Guest.nic(netReset, "nrt1").link().carrierDowns()).isEqualTo(before + 1);
        assertThat(sibling.get("resets")).isZero();
    }

    @Rule({"L20", "L24"})
    @Test
    void aPlanSaysWhatWouldBeDoneAndDoesNothing() throws ResetException {
        ResetPlan plan = netReset.plan(request("phy"));
        assertThat(plan.requested().hex()).isEqualTo("0x00000040");
        assertThat(plan.steps()).anyMatch(step -> step.contains("\"nrt0\", ETHTOOL_RESET 0x00000040"));
        assertThat(nic.get("resets")).isZero();
    }

    @Rule({"L10", "L32"})
    @Test
    void manyResetsLeaveNoFileOpen() throws Exception {
        accept(request("dma"));
        long before = openFiles();
        for (int i = 0; i < 100; i++) {
            accept(request("dma"));
        }
        assertThat(nic.get("resets")).isEqualTo(101);
        assertThat(soonAtMost(before)).isLessThanOrEqualTo(before);
    }

    /** Files open; those of the thread that looked are closed a moment after its verdict. */
    private static long soonAtMost(long expected) throws Exception {
        long open = openFiles();
        for (int i = 0; open > expected && i < 100; i++) {
            Thread.sleep(50);
            open = openFiles();
        }
        return open;
    }

    private static long openFiles() throws Exception {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }

    private static LinkState link(ResetReport.Snapshot snapshot) {
        return ((NicSnapshot) snapshot).link();
    }
}
