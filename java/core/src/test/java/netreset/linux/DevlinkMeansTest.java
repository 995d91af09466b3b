// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;

import netreset.Evidence;
import netreset.Method;
import netreset.Outcome;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetReport;
import netreset.Rung;
import netreset.linux.FakeDevlink.FakeInstance;
import netreset.linux.FakeDevlink.FakeReporter;
import netreset.linux.abi.Errno;
import netreset.rules.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reloads and recoveries by devlink: what is sent, and what counts as done. */
class DevlinkMeansTest extends LadderBase {
    private static final String HANDLE = "pci/0000:01:00.0";

    private FakeInstance instance;
    private FakeNic nic;

    @BeforeEach
    void aNicWithDevlink() {
        nic = machine.function("eth1", "mlx5_core", null).nic;
        instance = machine.kernel.devlink.add("pci", nic.address);
        instance.reloads.put(2, 0);
        instance.port = nic;
        instance.down = () -> machine.kernel.remove(nic);
        instance.up = this::comeUp;
    }

    private void comeUp() {
        FakeNic old = nic;
        nic = machine.kernel.add("eth1");
        nic.address = old.address;
        nic.mac = old.mac;
        nic.adminUp = false;
        nic.carrier = false;
        instance.port = nic;
    }

    @Rule({"L48", "L52", "L30", "L70"})
    @Test
    void aReloadNamesItsActionIsCountedAndTheInterfaceFoundAgain() throws ResetException {
        int index = nic.index;
        ResetReport report = reset(by(Method.REINIT));
        assertThat(machine.kernel.devlink.acts).containsExactly("reload " + HANDLE + " action 1");
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.evidence()).isEqualTo(Evidence.LINK);
        assertThat(report.after().identity().index()).isNotEqualTo(index);
        assertThat(report.notes()).anyMatch(note -> note.contains("0 before, 1 now"));
        assertThat(nic.adminUp).isTrue();
    }

    @Rule("L48")
    @Test
    void whatWasPerformedBesidesIsReported() throws ResetException {
        instance.performedBesides = 1 << 2;
        assertThat(reset(by(Method.REINIT)).notes())
                .anyMatch(note -> note.contains("nobody asked for") && note.contains("fw_activate"));
    }

    @Rule("L49")
    @Test
    void theLimitIsTwoInValueAndSelector() throws ResetException {
        instance.down = () -> {};
        instance.up = () -> {};
        ResetReport report = reset(by(Method.FIRMWARE_LIVE));
        assertThat(machine.kernel.devlink.acts).containsExactly("reload " + HANDLE + " action 2 limits 2/2");
        assertThat(report.notes()).anyMatch(note -> note.contains("no reset"));
    }

    @Rule("L50")
    @Test
    void theKernelsWordsAreInTheResultAsTheyAre() throws ResetException {
        instance.refusals.add(Errno.EBUSY);
        ResetReport report = reset(by(Method.REINIT));
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.notes()).anyMatch(note -> note.contains("reload refused, as its script says"));
        instance.refusals.add(Errno.EOPNOTSUPP);
        assertThat(failure(by(Method.REINIT))).hasMessageContaining("reload refused, as its script says");
    }

    @Rule("L51")
    @Test
    void aReloadThatDoesNotComeUpIsDoneOnceMore() throws ResetException {
        instance.upErrors.add(Errno.EIO);
        ResetReport report = reset(by(Method.REINIT));
        assertThat(machine.kernel.devlink.acts).hasSize(2);
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.notes())
                .anyMatch(note -> note.contains("reloaded once more"))
                .anyMatch(note -> note.contains("not back, as its script says"));
    }

    @Rule("L51")
    @Test
    void whatDoesNotComeUpTwiceIsStrandedWithTheCommand() throws ResetException {
        instance.upErrors.add(Errno.EIO);
        instance.upErrors.add(Errno.ENOMEM);
        ResetReport report = reset(by(Method.REINIT));
        assertThat(machine.kernel.devlink.acts).hasSize(2);
        assertThat(report.outcome()).isEqualTo(Outcome.STRANDED);
        assertThat(report.after()).isNull();
        assertThat(report.notes()).contains("to bring it back: devlink dev reload " + HANDLE);
    }

    @Rule("L52")
    @Test
    void aReloadThatIsNotCountedIsNotBelieved() throws ResetException {
        instance.counts = false;
        ResetReport report = reset(by(Method.REINIT));
        assertThat(report.outcome()).isEqualTo(Outcome.NO_EFFECT_OBSERVED);
        assertThat(report.evidence()).isEqualTo(Evidence.DISPATCHED);
    }

    @Rule("L53")
    @Test
    void whatIsWellIsLeftAlone() throws ResetException {
        instance.reporters.add(new FakeReporter("tx", 0));
        ResetReport report = reset(by(Method.HEALTH));
        assertThat(report.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(machine.kernel.devlink.acts).isEmpty();
    }

    @Rule("L53")
    @Test
    void whatIsInErrorIsRecoveredAndCounted() throws ResetException {
        instance.reporters.add(new FakeReporter("tx", 0));
        instance.reporters.add(new FakeReporter("fw", 1));
        ResetReport report = reset(by(Method.HEALTH));
        assertThat(machine.kernel.devlink.acts).containsExactly("recover " + HANDLE + " fw");
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.rung()).isEqualTo(Rung.R3);
    }

    @Rule("L53")
    @Test
    void aRecoveryThatIsNotCountedIsNotBelieved() throws ResetException {
        FakeReporter reporter = new FakeReporter("fw", 1);
        reporter.counts = false;
        instance.reporters.add(reporter);
        assertThat(reset(by(Method.HEALTH)).outcome()).isEqualTo(Outcome.NO_EFFECT_OBSERVED);
    }

    @Rule("L53")
    @Test
    void aClimbRecoversOnlyWhatIsInError() throws ResetException {
        FakeReporter reporter = new FakeReporter("fw", 0);
        instance.reporters.add(reporter);
        assertThat(machine.nics().plan(request().withUpTo(Rung.R4)).stages())
                .noneMatch(stage -> stage.method() == Method.HEALTH);
        reporter.state = 1;
        assertThat(machine.nics().plan(request().withUpTo(Rung.R4)).stages())
                .anyMatch(stage -> stage.method() == Method.HEALTH);
    }

    @Rule("L54")
    @Test
    void inAnotherUserNamespaceThePermissionHasItsOwnExplanation() {
        machine.kernel.privileged = false;
        ResetException plain = failure(by(Method.REINIT));
        assertThat(plain.reason()).isEqualTo(Reason.PERMISSION_DENIED);
        assertThat(plain.getMessage()).contains("CAP_NET_ADMIN").doesNotContain("rootless");
        machine.sysfs.file("proc/self/uid_map", "         0     100000      65536");
        assertThat(failure(by(Method.REINIT)).getMessage()).contains("rootless container");
    }

    @Test
    void aDriverWithoutTheActionHasNoSuchMeans() {
        instance.reloads.remove(2);
        assertThat(failure(by(Method.FIRMWARE)).reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(machine.kernel.devlink.acts).isEmpty();
    }
}
