// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import netreset.Evidence;
import netreset.LinkState;
import netreset.Outcome;
import netreset.Reason;
import netreset.ResetEvent;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetReport;
import netreset.ResetReport.NicSnapshot;
import netreset.ResetRequest;
import netreset.Scope;
import netreset.Verification;
import netreset.linux.abi.Errno;
import netreset.rules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole resets on a {@link FakeKernel}. The driver is called gve where one is wanted that does all within the call. */
@Timeout(60)
class ResetTest {
    private static final String SYNCHRONOUS = "gve";

    private final FakeKernel kernel = new FakeKernel();
    private final FakeNic nic = kernel.add("eth1");
    private final CountDownLatch release = new CountDownLatch(1);

    private final List<ResetEvent> events = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void aDriverThatResetsEverything() {
        nic.resets(SYNCHRONOUS);
    }

    @AfterEach
    void nothingIsLeftOpen() throws InterruptedException {
        release.countDown();
        for (int tries = 0; tries < 500 && kernel.openSockets() > 0; tries++) {
            Thread.sleep(10);
        }
        assertThat(kernel.openSockets()).isZero();
        assertThat(kernel.memory.mappings()).isZero();
        assertThat(kernel.unknownNames).isEmpty();
    }

    private ResetRequest request(String... words) {
        return ResetRequest.of("nic:eth1").withScope(Scope.of(words)).withTimeout(Duration.ofSeconds(5));
    }

    private ResetReport reset(ResetRequest request) throws ResetException {
        return kernel.nics().reset(request, events::add);
    }

    private ResetException failure(ResetRequest request) {
        return catchThrowableOfType(ResetException.class, () -> reset(request));
    }

    /** Does what it is asked for, but for the carrier's way down and up. */
    private void driver(int unreset, Runnable effect) {
        nic.resets(SYNCHRONOUS, flags -> {
            effect.run();
            flags[0] &= unreset;
            return 0;
        });
    }

    private static void later(long millis, Runnable what) {
        CompletableFuture<?> unused =
                CompletableFuture.runAsync(what, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }

    private void bounce(long millis) {
        nic.loseCarrier();
        later(millis, nic::regainCarrier);
    }

    @Rule({"L56", "L60"})
    @Test
    void aWholeResetIsSeenToGoAndComeBack() throws ResetException {
        driver(0, () -> bounce(300));
        ResetReport report = reset(request("mac", "phy"));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.evidence()).isEqualTo(Evidence.LINK);
        assertThat(report.requested().bits()).isEqualTo(0x60);
        assertThat(report.performed().bits()).isEqualTo(0x60);
        assertThat(report.remaining().isEmpty()).isTrue();
        assertThat(report.timing().outageNanos())
                .isBetween(TimeUnit.MILLISECONDS.toNanos(250), TimeUnit.SECONDS.toNanos(4));
        assertThat(link(report.after()).carrierDowns()).isEqualTo(1);
        assertThat(report.simulated()).isFalse();
        assertThat(events)
                .extracting(ResetEvent::what)
                .containsExactly(
                        ResetEvent.What.DISPATCHED,
                        ResetEvent.What.RETURNED,
                        ResetEvent.What.LINK_LOST,
                        ResetEvent.What.LINK_BACK);
    }

    @Rule({"L5", "L18"})
    @Test
    void aPartIsCalledAPart() throws ResetException {
        driver(0x20, () -> bounce(50));
        ResetReport report = reset(request("mac", "phy"));
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(report.performed().bits()).isEqualTo(0x40);
        assertThat(report.remaining().bits()).isEqualTo(0x20);
        assertThat(report.evidence()).isEqualTo(Evidence.LINK);
    }

    @Rule("L17")
    @Test
    void nothingIsNoSuccess() throws ResetException {
        driver(-1, () -> {});
        ResetReport report = reset(request("mac"));
        assertThat(report.outcome()).isEqualTo(Outcome.NOTHING_RESET);
        assertThat(report.evidence()).isEqualTo(Evidence.DISPATCHED);
        assertThat(report.performed().isEmpty()).isTrue();
    }

    @Rule("L17")
    @Test
    void aDriverThatDidItAndDeniesItIsCaughtByItsCarrier() throws ResetException {
        driver(-1, () -> bounce(50));
        ResetReport report = reset(request("mac"));
        assertThat(report.outcome()).isEqualTo(Outcome.NOTHING_RESET);
        assertThat(report.notes()).anyMatch(note -> note.contains("yet the carrier went away"));
    }

    @Rule("L58")
    @Test
    void aDriverThatClaimsAPhyResetUnderAStandingCarrierIsNotBelieved() throws ResetException {
        ResetReport report = reset(request("phy"));
        assertThat(report.outcome()).isEqualTo(Outcome.NO_EFFECT_OBSERVED);
        assertThat(report.notes()).anyMatch(note -> note.contains("no sign of a reset"));
    }

    @Rule("L58")
    @Test
    void whereNoSignIsToBeExpectedTheReportSaysThatThereWasNone() throws ResetException {
        ResetReport report = reset(request("dma"));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.timing().outageNanos()).isNull();
        assertThat(report.notes()).anyMatch(note -> note.contains("no sign of a reset"));
    }

    @Rule("L5")
    @Test
    void bitsNobodyAskedForAreAnAnomaly() throws ResetException {
        nic.resets(SYNCHRONOUS, flags -> {
            flags[0] = 0x80;
            return 0;
        });
        ResetReport report = reset(request("dma"));
        assertThat(report.performed().bits()).isEqualTo(0x4);
        assertThat(report.remaining().isEmpty()).isTrue();
        assertThat(report.notes()).anyMatch(note -> note.contains("anomaly") && note.contains("0x00000080"));
    }

    @Rule("L6")
    @Test
    void afterAnErrorTheFlagsMeanNothing() throws ResetException {
        nic.resets(SYNCHRONOUS, flags -> {
            flags[0] = 0;
            return -Errno.EIO;
        });
        ResetReport report = reset(request("dma"));
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.performed().isEmpty()).isTrue();
        assertThat(report.evidence()).isEqualTo(Evidence.NONE);
        assertThat(report.code().symbol()).isEqualTo("EIO");
    }

    @Rule({"L11", "L12", "L13", "L14"})
    @ParameterizedTest
    @CsvSource({
        "16, BUSY",
        "22, FLAGS_REJECTED",
        "95, FLAGS_REJECTED",
        "14, DEFECT",
        "1, PERMISSION_DENIED",
        "19, DETACHED"
    })
    void anErrorAfterWhichNothingCanHaveHappenedIsAnException(int errno, Reason reason) {
        nic.resets(SYNCHRONOUS, flags -> -errno);
        ResetException failure = failure(request("all"));
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.code().value()).isEqualTo(errno);
        assertThat(failure.getMessage()).doesNotContain("\n");
    }

    @Rule("L13")
    @Test
    void rejectedFlagsComeWithWhatTheDriverHas() {
        nic.resets(SYNCHRONOUS, flags -> -Errno.EOPNOTSUPP);
        assertThat(failure(request("mac")).getMessage()).contains("function 0xffffffff");
    }

    @Rule("L13")
    @Test
    void aDriverWithoutResetIsUnsupported() {
        nic.resets("e1000e", null);
        ResetException failure = failure(request("mac"));
        assertThat(failure.reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(failure.getMessage()).contains("e1000e");
    }

    @Rule("L12")
    @Test
    void withoutPrivilegeTheMessageNamesWhatIsMissing() {
        kernel.privileged = false;
        ResetException failure = failure(request("all"));
        assertThat(failure.reason()).isEqualTo(Reason.PERMISSION_DENIED);
        assertThat(failure.getMessage()).contains("CAP_NET_ADMIN").contains("user namespace");
        assertThat(nic.resets).isZero();
    }

    @Rule("L11")
    @Test
    void aDetachedDeviceIsToldFromAMissingOne() {
        nic.present = false;
        assertThat(failure(request("all")).reason()).isEqualTo(Reason.DETACHED);
        nic.present = true;
        nic.resets(SYNCHRONOUS, flags -> {
            kernel.remove(nic);
            return -Errno.ENODEV;
        });
        assertThat(failure(request("all")).reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Rule({"L16", "L15"})
    @ParameterizedTest
    @CsvSource({"5, EIO", "110, ETIMEDOUT", "4, EINTR", "4242, errno 4242"})
    void anyOtherErrorIsReportedAsItCameAndNotRepeated(int errno, String symbol) throws ResetException {
        nic.resets(SYNCHRONOUS, flags -> -errno);
        ResetReport report = reset(request("dma"));
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.code().value()).isEqualTo(errno);
        assertThat(report.code().symbol()).isEqualTo(symbol);
        assertThat(report.notes()).anyMatch(note -> note.contains("may have reset some"));
        assertThat(nic.resets).isEqualTo(1);
    }

    @Rule("L34")
    @Test
    void aCallThatDoesNotComeBackIsInFlightAndNoSecondOneIsStarted() throws Exception {
        nic.resets(SYNCHRONOUS, flags -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            flags[0] = 0;
            return 0;
        });
        ResetRequest hasty = request("all").withTimeout(Duration.ofMillis(200));
        long start = System.nanoTime();
        ResetReport report = reset(hasty);
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(3));
        assertThat(report.outcome()).isEqualTo(Outcome.IN_FLIGHT);
        assertThat(report.evidence()).isEqualTo(Evidence.NONE);
        assertThat(report.performed().isEmpty()).isTrue();
        assertThat(report.notes()).anyMatch(note -> note.contains("may yet succeed"));
        release.countDown();
        awaitIdle();
        assertThat(nic.resets).isEqualTo(1);
    }

    /** The second attempt is refused until the first has come back; the lock on the links isn't needed to know that. */
    private void awaitIdle() throws InterruptedException, ResetException {
        driver(0, () -> bounce(20));
        nic.resets = 1;
        for (int tries = 0; tries < 200; tries++) {
            ResetException busy = failure(request("all").withVerification(Verification.NONE));
            if (busy == null) {
                nic.resets--;
                return;
            }
            assertThat(busy.reason()).isEqualTo(Reason.BUSY);
            Thread.sleep(10);
        }
        throw new AssertionError("still busy");
    }

    @Rule("L34")
    @Test
    void whileOneIsInTheKernelAnotherIsRefused() throws Exception {
        CountDownLatch inDriver = new CountDownLatch(1);
        nic.resets(SYNCHRONOUS, flags -> {
            inDriver.countDown();
            kernel.rtnl.unlock();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            } finally {
                kernel.rtnl.lock();
            }
            flags[0] = 0;
            return 0;
        });
        assertThat(reset(request("all").withTimeout(Duration.ofMillis(100))).outcome())
                .isEqualTo(Outcome.IN_FLIGHT);
        inDriver.await();
        assertThat(failure(request("all")).reason()).isEqualTo(Reason.BUSY);
        assertThat(nic.resets).isEqualTo(1);
    }

    @Rule("L35")
    @Test
    void aLookThatIsStuckBehindTheLockDelaysTheVerdictNotTheTruth() throws ResetException {
        driver(0, () -> {
            nic.loseCarrier();
            later(1, () -> {
                kernel.rtnl.lock();
                try {
                    Thread.sleep(600);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                } finally {
                    nic.regainCarrier();
                    kernel.rtnl.unlock();
                }
            });
        });
        ResetReport report = reset(request("all"));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.timing().outageNanos() + report.timing().resolutionNanos())
                .isGreaterThan(TimeUnit.MILLISECONDS.toNanos(550));
    }

    @Rule({"L34", "L35"})
    @Test
    void aKernelThatNeverAnswersLosesNoVerdict() throws Exception {
        driver(
                0,
                () -> later(1, () -> {
                    kernel.rtnl.lock();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    } finally {
                        kernel.rtnl.unlock();
                    }
                }));
        long start = System.nanoTime();
        ResetReport report = reset(request("all").withTimeout(Duration.ofSeconds(1)));
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(4));
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_RECOVERED);
        assertThat(report.performed().words()).containsExactly("all");
    }

    @Rule({"L27", "L28"})
    @Test
    void aNicThatVanishesBeforeTheDispatchIsNotFoundAndNothingIsTouched() throws ResetException {
        LinuxNics nics = kernel.nics();
        kernel.beforeDump(2, () -> kernel.remove(nic));
        ResetException failure =
                catchThrowableOfType(ResetException.class, () -> nics.reset(request("all"), ResetListener.NONE));
        assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(Reason.NOT_FOUND);
        assertThat(nic.resets).isZero();
    }

    @Rule("L29")
    @Test
    void aNicThatIsRenamedBetweenPlanAndDispatchIsResetUnderItsNewName() throws ResetException {
        FakeNic impostor = kernel.add("eth2").resets(SYNCHRONOUS);
        kernel.beforeDump(2, () -> {
            nic.name = "lan0";
            impostor.name = "eth1";
        });
        ResetReport report = reset(request("all").withVerification(Verification.NONE));
        assertThat(impostor.resets).isZero();
        assertThat(nic.resets).isEqualTo(1);
        assertThat(report.notes()).anyMatch(note -> note.contains("renamed to lan0"));
    }

    @Rule("L28")
    @Test
    void aNameThatIsTakenDuringTheCallIsReportedAsAnotherTarget() throws ResetException {
        FakeNic impostor = kernel.add("eth2").resets(SYNCHRONOUS);
        kernel.beforeReset = () -> {
            nic.name = "lan0";
            impostor.name = "eth1";
        };
        ResetReport report = reset(request("dma"));
        assertThat(report.outcome()).isEqualTo(Outcome.TARGET_CHANGED);
        assertThat(report.evidence().compareTo(Evidence.PRESENT)).isNegative();
    }

    @Rule({"L28", "L30"})
    @Test
    void hardwareThatComesBackAsAnotherInterfaceIsAnotherTarget() throws ResetException {
        driver(
                0,
                () -> later(50, () -> {
                    kernel.remove(nic);
                    FakeNic again = kernel.add("eth7");
                    again.address = nic.address;
                    again.mac = nic.mac;
                }));
        ResetReport report = reset(request("all"));
        assertThat(report.outcome()).isEqualTo(Outcome.TARGET_CHANGED);
        assertThat(report.before().identity().name()).isEqualTo("eth1");
        assertThat(report.after().identity().name()).isEqualTo("eth7");
        assertThat(report.after().identity().index()).isNotEqualTo(nic.index);
        assertThat(report.notes()).anyMatch(note -> note.contains("its hardware is now eth7"));
    }

    @Test
    void anInterfaceThatStaysAwayIsStranded() throws ResetException {
        driver(0, () -> later(50, () -> kernel.remove(nic)));
        ResetReport report = reset(request("all").withTimeout(Duration.ofMillis(800)));
        assertThat(report.outcome()).isEqualTo(Outcome.STRANDED);
        assertThat(report.after()).isNull();
        assertThat(events).extracting(ResetEvent::what).contains(ResetEvent.What.VANISHED);
    }

    @Rule("L56")
    @Test
    void aLinkThatStaysDownIsNotRecovered() throws ResetException {
        driver(0, nic::loseCarrier);
        ResetReport report = reset(request("all").withTimeout(Duration.ofMillis(800)));
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_RECOVERED);
        assertThat(report.evidence()).isEqualTo(Evidence.PRESENT);
        assertThat(report.timing().outageNanos()).isNull();
    }

    @Rule("L56")
    @Test
    void aDetachedDriverIsNotCalledPresent() throws ResetException {
        driver(0, () -> {
            nic.loseCarrier();
            nic.present = false;
        });
        ResetReport report = reset(request("all").withTimeout(Duration.ofMillis(600)));
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_RECOVERED);
        assertThat(report.evidence()).isEqualTo(Evidence.ACKNOWLEDGED);
    }

    @Rule("L55")
    @Test
    void aFlapWithoutANotificationIsStillReported() throws ResetException {
        driver(0, nic::flapUnseen);
        ResetReport report = reset(request("phy"));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.timing().outageNanos()).isNotNull();
    }

    @Rule("L61")
    @Test
    void lostNotificationsMakeTimesApproximate() throws ResetException {
        driver(0, () -> {
            bounce(100);
            kernel.loseNotifications();
        });
        ResetReport report = reset(request("all"));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.timing().approximate()).isTrue();
        assertThat(report.notes()).anyMatch(note -> note.contains("approximate"));
    }

    @Test
    void withoutVerificationAcceptedIsAllThatIsSaid() throws ResetException {
        ResetReport report = reset(request("all").withVerification(Verification.NONE));
        assertThat(report.outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Rule("L77")
    @ParameterizedTest
    @ValueSource(strings = {"mgmt", "dedicated"})
    void aMaskThatSwitchesANicOffIsRefusedUnlessItIsTakenOn(String word) throws ResetException {
        nic.resets("sfc");
        ResetReport refused = reset(request(word));
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.refusals()).extracting("code").containsExactly("disables-device");
        assertThat(nic.resets).isZero();
        reset(request(word).withOverrides(Set.of("disables-device")).withVerification(Verification.NONE));
        assertThat(nic.resets).isEqualTo(1);
    }

    @Test
    void aPlanTouchesNothing() throws ResetException {
        kernel.nics().plan(request("all"));
        assertThat(nic.resets).isZero();
    }

    @Test
    void anInterruptedCallerGetsItsReportAndKeepsItsInterrupt() throws ResetException {
        driver(0, () -> bounce(50));
        Thread.currentThread().interrupt();
        ResetReport report = reset(request("all"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
    }

    private static LinkState link(ResetReport.Snapshot snapshot) {
        return ((NicSnapshot) snapshot).link();
    }
}
