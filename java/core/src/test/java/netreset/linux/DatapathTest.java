// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import netreset.Evidence;
import netreset.Method;
import netreset.Outcome;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.Rung;
import netreset.Verification;
import netreset.linux.FakeMachine.FakeFunction;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What probes, counters and the kernel's log make of a reset, on a machine that does what a real one can't be made to. */
class DatapathTest extends LadderBase {
    private static ResetRequest probing(Method method) {
        return by(method).withProbe("10.0.0.2").withTimeout(Duration.ofMillis(2500));
    }

    /** As vmxnet3 on a bus reset: the carrier doesn't move, and nothing gets through any more. */
    private FakeFunction diesWhenItsFunctionIsReset() {
        FakeFunction function = machine.function("eth1", "vmxnet3", "bus");
        machine.sysfs.effects.put(function.address + "/reset", word -> {
            function.nic.passes = false;
            return 0;
        });
        return function;
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    @Rule({"L56", "L59"})
    @Test
    void aNicThatIsDeadBehindItsCarrierIsCalledSo() throws ResetException {
        diesWhenItsFunctionIsReset();
        ResetReport report = reset(probing(Method.PCI));
        assertThat(report.outcome()).isEqualTo(Outcome.DATAPATH_DEAD);
        assertThat(report.evidence()).isEqualTo(Evidence.LINK);
        assertThat(report.notes()).anyMatch(note -> note.contains("no traffic passes: ICMP echo of 10.0.0.2"));
        assertThat(report.timing().datapathOutageNanos()).as("it hasn't ended").isNull();
    }

    @Rule({"L56", "L59"})
    @Test
    void withoutAProbeItIsOfTheLinkAloneThatAnythingIsKnown() throws ResetException {
        diesWhenItsFunctionIsReset();
        ResetReport report = reset(by(Method.PCI));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.evidence()).isEqualTo(Evidence.LINK);
        assertThat(report.notes()).anyMatch(note -> note.contains("wasn't probed"));
        assertThat(machine.kernel.host.echoes.get()).isZero();
    }

    @Rule({"L36", "L59", "L30"})
    @Test
    void aDeadNicIsResetFurtherAndItsNewInterfaceProbed() throws ResetException {
        FakeFunction function = diesWhenItsFunctionIsReset();
        function.nextName = "eth7";
        ResetReport report = reset(probing(Method.PCI).withUpTo(Rung.R7));
        assertThat(report.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.method()).isEqualTo(Method.PCI);
            assertThat(attempt.outcome()).isEqualTo(Outcome.DATAPATH_DEAD);
        });
        assertThat(report.method()).isEqualTo("rebind");
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.evidence()).isEqualTo(Evidence.DATAPATH);
        assertThat(millis(report.timing().datapathOutageNanos())).as("of both").isGreaterThan(2000);
    }

    @Rule("L56")
    @Test
    void aProbeThatWasNeverAnsweredSaysNothing() throws ResetException {
        machine.function("eth1", "e1000e", "pm");
        machine.kernel.host.answers = false;
        ResetReport report = reset(probing(Method.LINK));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.evidence()).isEqualTo(Evidence.LINK);
        assertThat(report.notes()).anyMatch(note -> note.contains("isn't known"));
        assertThat(reset(probing(Method.LINK).withVerification(Verification.DATAPATH))
                        .outcome())
                .isEqualTo(Outcome.NOT_RECOVERED);
    }

    @Rule("L56")
    @Test
    void aHungNicThatAnswersAfterwardsIsProven() throws ResetException {
        FakeFunction function = machine.function("eth1", "e1000e", "pm");
        function.nic.passes = false;
        machine.sysfs.effects.put(function.address + "/reset", word -> {
            function.nic.passes = true;
            return 0;
        });
        ResetReport report = reset(probing(Method.PCI).withVerification(Verification.DATAPATH));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.evidence()).isEqualTo(Evidence.DATAPATH);
        assertThat(report.notes()).anyMatch(note -> note.contains("is answered now, and wasn't before"));
    }

    /** The lock is the kernel's one for all links, which the driver holds for as long as it resets. */
    @Rule({"L35", "L60"})
    @Test
    void probesGoOnWhileTheKernelHoldsItsLock() throws ResetException {
        FakeNic nic = machine.kernel.add("eth1");
        nic.resets("gve", flags -> {
            nic.passes = false;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(800));
            nic.passes = true;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(800));
            flags[0] = 0;
            return 0;
        });
        ResetReport report = reset(probing(Method.ETHTOOL).withTimeout(Duration.ofSeconds(10)));
        assertThat(report.evidence()).isEqualTo(Evidence.DATAPATH);
        assertThat(report.timing().outageNanos()).as("the carrier never went").isNull();
        assertThat(millis(report.timing().dispatchNanos())).isGreaterThan(1500);
        assertThat(millis(report.timing().datapathOutageNanos())).isBetween(700L, 1500L);
        assertThat(millis(report.timing().datapathResolutionNanos())).isLessThan(400);
    }

    @Rule("L62")
    @Test
    void aNicThatDiesAgainWhileItsLinkSettlesIsDead() throws ResetException {
        FakeFunction function = machine.function("eth1", "e1000e", null);
        CompletableFuture<?> unused = CompletableFuture.runAsync(
                () -> function.nic.passes = false, CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
        ResetReport report = machine.nics().reset(probing(Method.LINK), event -> {});
        assertThat(report.outcome()).isEqualTo(Outcome.DATAPATH_DEAD);
    }

    private FakeNic counting(int timeoutsAfter, int sentAfter) {
        FakeFunction function = diesWhenItsFunctionIsReset();
        String folder = "sys/class/net/eth1/";
        machine.sysfs.file(folder + "ifindex", String.valueOf(function.nic.index));
        machine.sysfs.file(folder + "statistics/rx_packets", "7");
        machine.sysfs.file(folder + "statistics/tx_packets", "9");
        machine.sysfs.file(folder + "queues/tx-0/tx_timeout", "1");
        machine.sysfs.file(folder + "queues/tx-1/tx_timeout", "0");
        machine.sysfs.effects.put(function.address + "/reset", word -> {
            function.nic.passes = false;
            machine.sysfs.file(folder + "queues/tx-1/tx_timeout", String.valueOf(timeoutsAfter));
            machine.sysfs.file(folder + "statistics/tx_packets", String.valueOf(sentAfter));
            return 0;
        });
        return function.nic;
    }

    @Rule({"L55", "L63"})
    @Test
    void aWatchdogThatFiredMeanwhileIsReportedAsTheDriversOwnReset() throws ResetException {
        counting(2, 9);
        ResetReport report = reset(by(Method.PCI));
        assertThat(report.notes()).anyMatch(note -> note.contains("a reset of its own") && note.contains("1 -> 3"));
    }

    @Rule({"L55", "L63"})
    @Test
    void aWatchdogThatDidNotFireIsNotMentioned() throws ResetException {
        counting(0, 9);
        assertThat(reset(by(Method.PCI)).notes()).noneMatch(note -> note.contains("tx_timeout"));
    }

    @Rule("L55")
    @ParameterizedTest
    @CsvSource({"9, tx_packets and rx_packets", "40, rx_packets"})
    void countersThatStandStillWhileProbesGoOutAreTold(int sentAfter, String still) throws ResetException {
        counting(0, sentAfter);
        assertThat(reset(probing(Method.PCI)).notes()).anyMatch(note -> note.endsWith("stood still: " + still));
    }

    @Rule("L56")
    @ParameterizedTest
    @CsvSource({"example.org, LINK, can't be probed", ", DATAPATH, none is named", "10.0.0.2, NONE, be watched"})
    void aContradictionTouchesNothing(String probe, Verification verification, String why) {
        machine.function("eth1", "e1000e", null);
        ResetException refused = failure(by(Method.LINK).withProbe(probe).withVerification(verification));
        assertThat(refused.reason()).isEqualTo(Reason.INVALID_REQUEST);
        assertThat(refused).hasMessageContaining(why);
        assertThat(machine.kernel.switched).isEmpty();
        assertThat(machine.kernel.host.echoes.get()).isZero();
    }
}
