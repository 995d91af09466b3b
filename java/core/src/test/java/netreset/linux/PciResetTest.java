// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import netreset.Evidence;
import netreset.Method;
import netreset.Outcome;
import netreset.Reason;
import netreset.Refusal;
import netreset.ResetException;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.Rung;
import netreset.linux.FakeMachine.FakeFunction;
import netreset.linux.abi.Errno;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reset of a PCI function: which form for which driver, what is refused, and that nothing is left changed. */
class PciResetTest extends LadderBase {
    private static final ResetRequest PCI = by(Method.PCI);
    private static final ResetRequest UNBOUND = PCI.withUpTo(Rung.R7);

    private List<String> resetWrites() {
        return machine.writes().stream().filter(w -> w.contains("/reset=")).toList();
    }

    private List<String> refusals(ResetRequest request) throws ResetException {
        return machine.nics().plan(request).refusals().stream()
                .map(Refusal::code)
                .toList();
    }

    @Rule("L39")
    @Test
    void aDriverThatIsToldOfItIsResetWhileBoundByExactlyOne() throws ResetException {
        FakeFunction function = machine.function("eth1", "ice", "flr");
        ResetReport report = reset(PCI);
        assertThat(machine.writes()).containsExactly(function.path + "/reset=1");
        assertThat(function.wasBoundAtReset).isTrue();
        assertThat(function.wasUpAtReset).isTrue();
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.rung()).isEqualTo(Rung.R6);
        assertThat(report.notes()).anyMatch(note -> note.contains("carrier proves nothing"));
    }

    @Rule("L39")
    @Test
    void whatTheKernelCannotResetIsUnsupported() {
        machine.function("eth1", "ice", null);
        assertThat(failure(PCI).reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(machine.sysfs.opens).isEmpty();
    }

    @Rule("L39")
    @Test
    void enottyIsAFailureWithSideEffectsPossibleAndTheReturnIsWatchedStill() throws ResetException {
        FakeFunction function = machine.function("eth1", "ice", "bus");
        function.resetError = Errno.ENOTTY;
        ResetReport report = reset(PCI);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.code().symbol()).isEqualTo("ENOTTY");
        assertThat(report.notes()).anyMatch(note -> note.contains("side effects are possible"));
        assertThat(report.after()).isNotNull();
    }

    @Rule("L40")
    @ParameterizedTest
    @ValueSource(strings = {"igb", "tg3", "r8169", "mlx5_core", "bnxt_en"})
    void underADriverThatIsNotToldItIsRefused(String driver) throws ResetException {
        FakeFunction function = machine.function("eth1", driver, "flr");
        assertThat(refusals(PCI)).containsExactly("bound-driver");
        assertThat(reset(PCI).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(machine.writes()).isEmpty();
        assertThat(function.isBound()).isTrue();
    }

    @Rule("L40")
    @Test
    void whereUnbindingIsAllowedItIsDoneWithTheDriverUnbound() throws ResetException {
        FakeFunction function = machine.function("eth1", "igb", "flr");
        ResetPlan plan = machine.nics().plan(UNBOUND);
        assertThat(plan.stages().get(0).rung()).isEqualTo(Rung.R7);
        ResetReport report = reset(UNBOUND);
        assertThat(machine.writes())
                .containsExactly(
                        "sys/bus/pci/drivers/igb/unbind=" + function.address,
                        function.path + "/reset=1",
                        "sys/bus/pci/drivers/igb/bind=" + function.address);
        assertThat(function.wasBoundAtReset).isFalse();
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.rung()).isEqualTo(Rung.R7);
    }

    @Rule("L40")
    @Test
    void itsOwnOverrideLetsItHappenWhileBound() throws ResetException {
        FakeFunction function = machine.function("eth1", "igb", "flr");
        reset(PCI.withOverrides(Set.of("bound-driver")));
        assertThat(function.resets).isEqualTo(1);
        assertThat(function.wasBoundAtReset).isTrue();
    }

    @Rule("L40")
    @Test
    void aClimbPassesOverAResetThatWouldBeRefused() throws ResetException {
        machine.function("eth1", "igb", "flr");
        ResetPlan plan = machine.nics().plan(request().withUpTo(Rung.R6));
        assertThat(plan.stages()).noneMatch(stage -> stage.method() == Method.PCI);
    }

    @Rule("L40")
    @Test
    void vmxnet3IsSwitchedOffMeanwhile() throws ResetException {
        FakeFunction function = machine.function("eth1", "vmxnet3", "bus");
        ResetReport report = reset(PCI);
        assertThat(function.resets).isEqualTo(1);
        assertThat(function.wasBoundAtReset).isTrue();
        assertThat(function.wasUpAtReset).isFalse();
        assertThat(function.nic.adminUp).isTrue();
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
    }

    @Rule({"L40", "L70"})
    @Test
    void itIsSwitchedOnAgainWhenTheResetFails() throws ResetException {
        FakeFunction function = machine.function("eth1", "vmxnet3", "bus");
        function.resetError = Errno.ENOTTY;
        assertThat(reset(PCI).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(function.nic.adminUp).isTrue();
    }

    @Rule({"L42", "L40"})
    @Test
    void e1000eIsResetByPmAloneAndTheListIsPutBack() throws ResetException {
        FakeFunction function = machine.function("eth1", "e1000e", "pm bus");
        reset(PCI);
        assertThat(function.methodsAtReset).isEqualTo("pm");
        assertThat(function.wasUpAtReset).isFalse();
        assertThat(function.methods()).isEqualTo("pm bus");
    }

    @Rule("L42")
    @Test
    void theListIsPutBackWhenTheResetFails() throws ResetException {
        FakeFunction function = machine.function("eth1", "e1000e", "pm bus");
        function.resetError = Errno.EIO;
        assertThat(reset(PCI).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(function.methods()).isEqualTo("pm bus");
    }

    @Rule("L42")
    @Test
    void theListIsPutBackWhenTheDriverDoesNotBindAgain() throws ResetException {
        FakeFunction function = machine.function("eth1", "igb", "flr pm bus");
        machine.sibling("0000:01:00.1", "0x020000");
        function.binds.addAll(List.of(12, 12, 12, 12));
        assertThat(reset(UNBOUND).outcome()).isEqualTo(Outcome.STRANDED);
        assertThat(function.methodsAtReset).isEqualTo("flr pm");
        assertThat(function.methods()).isEqualTo("flr pm bus");
    }

    @Rule("L42")
    @Test
    void aListThatCannotBePutBackIsTold() throws ResetException {
        machine.function("eth1", "e1000e", "pm bus");
        machine.sysfs.failWrites("/reset_method", 0, Errno.EIO);
        assertThat(reset(PCI).notes()).anyMatch(note -> note.contains("couldn't be put back") && note.contains("EIO"));
    }

    @Rule("L41")
    @Test
    void aBoundVirtioNicIsNeverReset() throws ResetException {
        FakeFunction function = machine.function("eth1", "virtio-pci", "flr pm bus");
        assertThat(refusals(PCI)).containsExactly("virtio-bound");
        assertThat(reset(PCI.withOverrides(Set.of("bound-driver"))).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(function.resets).isZero();
        assertThat(function.isBound()).isTrue();
    }

    @Rule("L41")
    @Test
    void aVirtioNicIsResetUnbound() throws ResetException {
        FakeFunction function = machine.function("eth1", "virtio-pci", "flr pm bus");
        ResetReport report = reset(UNBOUND);
        assertThat(function.resets).isEqualTo(1);
        assertThat(function.wasBoundAtReset).isFalse();
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(function.nic.adminUp).isTrue();
    }

    @Rule("L41")
    @Test
    void onlyTheOverrideMadeForItResetsABoundVirtioNic() throws ResetException {
        FakeFunction function = machine.function("eth1", "virtio-pci", "flr");
        reset(PCI.withOverrides(Set.of("virtio-bound")));
        assertThat(function.wasBoundAtReset).isTrue();
    }

    @Rule("L43")
    @ParameterizedTest
    @ValueSource(strings = {"0000:01:00.1", "0000:01:01.0"})
    void aBusThatOthersAreOnIsNotReset(String sibling) throws ResetException {
        machine.function("eth1", "ice", "bus");
        machine.sibling(sibling, "0x010000");
        assertThat(refusals(PCI)).containsExactly("shared-bus");
        assertThat(reset(PCI).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(resetWrites()).isEmpty();
    }

    @Rule("L43")
    @Test
    void whereThereAreOtherWaysTheBusIsLeftOut() throws ResetException {
        FakeFunction function = machine.function("eth1", "ice", "flr bus");
        machine.sibling("0000:01:00.1", "0x020000");
        reset(PCI);
        assertThat(function.methodsAtReset).isEqualTo("flr");
        assertThat(function.methods()).isEqualTo("flr bus");
    }

    @Rule("L43")
    @Test
    void itsOwnOverrideResetsTheBus() throws ResetException {
        FakeFunction function = machine.function("eth1", "ice", "bus");
        machine.sibling("0000:01:00.1", "0x020000");
        ResetRequest forced = PCI.withOverrides(Set.of("shared-bus"));
        assertThat(machine.nics().plan(forced).stages().get(0).blastRadius())
                .anyMatch(line -> line.contains("0000:01:00.1"));
        reset(forced);
        assertThat(function.resets).isEqualTo(1);
    }

    @Rule("L46")
    @ParameterizedTest
    @ValueSource(strings = {"0x010802", "0x0c0330", "0x060400", "0x00", ""})
    void whatIsNoNetworkControllerIsNotWrittenTo(String code) {
        FakeFunction function = machine.function("eth1", "ice", "flr");
        machine.sysfs.file(function.path + "/class", code);
        for (Method method : List.of(Method.PCI, Method.REMOVE)) {
            assertThat(failure(by(method)).reason()).isEqualTo(Reason.UNSUPPORTED);
        }
        assertThat(failure(by(Method.REBIND)).reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(machine.sysfs.opens).isEmpty();
    }

    @Rule("L46")
    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "0000:01:00.0/..", "0000:01:00.8", "x", ""})
    void anAddressThatIsNoneLeadsNowhere(String address) throws ResetException {
        FakeNic nic = machine.kernel.add("eth1");
        nic.address = address;
        machine.sysfs.file("sys/devices/x/class", "0x020000");
        machine.sysfs.file("sys/devices/x/reset", "");
        machine.sysfs.link("sys/bus/pci/devices/x", "sys/devices/x");
        for (Method method : List.of(Method.PCI, Method.REBIND, Method.REMOVE)) {
            assertThat(failure(by(method)).reason()).isEqualTo(Reason.UNSUPPORTED);
        }
        assertThat(machine.sysfs.opens).isEmpty();
    }

    @Rule("L46")
    @Test
    void aLinkThatLeadsOutOfTheTreeOfDevicesIsNotFollowed() {
        FakeFunction function = machine.function("eth1", "ice", "flr");
        machine.sysfs.file("elsewhere/" + function.address + "/class", "0x020000");
        machine.sysfs.file("elsewhere/" + function.address + "/reset", "");
        machine.sysfs.link("elsewhere/" + function.address + "/subsystem", "sys/bus/pci");
        machine.sysfs.link("sys/bus/pci/devices/" + function.address, "elsewhere/" + function.address);
        assertThat(failure(PCI).reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(machine.sysfs.opens).isEmpty();
    }

    @Rule("L47")
    @ParameterizedTest
    @ValueSource(ints = {Errno.EACCES, Errno.EROFS, Errno.EPERM})
    void aSysfsThatMayNotBeWrittenToIsAMatterOfPermission(int errno) {
        FakeFunction function = machine.function("eth1", "ice", "flr");
        machine.sysfs.openErrors.put("/reset", errno);
        machine.sysfs.openErrors.put("/unbind", errno);
        machine.sysfs.openErrors.put("/remove", errno);
        for (Method method : List.of(Method.PCI, Method.REBIND, Method.REMOVE)) {
            ResetException failure = failure(by(method));
            assertThat(failure.reason()).isEqualTo(Reason.PERMISSION_DENIED);
            assertThat(failure).hasMessageContaining("sysfs").hasMessageContaining(Errno.symbol(errno));
        }
        assertThat(machine.writes()).isEmpty();
        assertThat(function.isBound()).isTrue();
    }

    @Rule("L70")
    @Test
    void oneThatWasSwitchedOffStaysSo() throws ResetException {
        FakeFunction function = machine.function("eth1", "igb", "flr");
        function.nic.switchTo(false);
        ResetReport report = reset(UNBOUND);
        assertThat(function.nic.adminUp).isFalse();
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.evidence()).isEqualTo(Evidence.LINK);
    }
}
