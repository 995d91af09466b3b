// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import netreset.Evidence;
import netreset.Method;
import netreset.Outcome;
import netreset.ResetException;
import netreset.ResetReport;
import netreset.Rung;
import netreset.Verification;
import netreset.linux.FakeMachine.FakeFunction;
import netreset.linux.abi.Errno;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** Unbind and bind, remove and rescan: that the NIC is found again, and what is done when it doesn't come. */
class RebindTest extends LadderBase {
    @Rule({"L30", "L70"})
    @Test
    void theSameHardwareIsFoundUnderItsNewNameAndIndexAndBothAreReported() throws ResetException {
        FakeFunction function = machine.function("eth1", "igb", null);
        int index = function.nic.index;
        function.nextName = "enp1s0";
        ResetReport report = reset(by(Method.REBIND));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.evidence()).isEqualTo(Evidence.LINK);
        assertThat(report.before().identity().name()).isEqualTo("eth1");
        assertThat(report.before().identity().index()).isEqualTo(index);
        assertThat(report.after().identity().name()).isEqualTo("enp1s0");
        assertThat(report.after().identity().index())
                .isEqualTo(function.nic.index)
                .isNotEqualTo(index);
        assertThat(report.notes()).anyMatch(note -> note.contains("eth1 (index " + index + ") before"));
        assertThat(function.nic.adminUp).isTrue();
        assertThat(report.timing().outageNanos()).isPositive();
    }

    @Rule("L30")
    @Test
    void anotherNicWithTheOldNameIsNotTakenForIt() throws ResetException {
        FakeFunction function = machine.function("eth1", "igb", null);
        function.nextName = "enp1s0";
        machine.sysfs.effects.put("igb/unbind", word -> {
            machine.sysfs.remove(function.path + "/driver");
            machine.kernel.remove(function.nic);
            machine.kernel.add("eth1");
            return 0;
        });
        ResetReport report = reset(by(Method.REBIND));
        assertThat(report.after().identity().name()).isEqualTo("enp1s0");
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
    }

    @Rule("L30")
    @Test
    void ofTwoPortsOfOneFunctionTheOneWithTheSameNumberIsIt() throws ResetException {
        FakeFunction function = machine.function("eth1", "igb", null);
        machine.sysfs.effects.put("igb/bind", word -> {
            machine.sysfs.link(function.path + "/driver", "sys/bus/pci/drivers/igb");
            for (int port : List.of(1, 0)) {
                FakeNic nic = machine.kernel.add("port" + port);
                nic.address = function.address;
                nic.mac = function.nic.mac;
                nic.adminUp = false;
                machine.sysfs.file(function.path + "/net/port" + port + "/dev_port", String.valueOf(port));
            }
            return 0;
        });
        assertThat(reset(by(Method.REBIND)).after().identity().name()).isEqualTo("port0");
    }

    @Rule("L30")
    @Test
    void aVirtioNicIsFoundByThePciFunctionUnderItsNewVirtioNumber() throws ResetException {
        FakeFunction function = machine.function("eth1", "virtio-pci", null);
        function.nic.bus = "virtio";
        function.nic.address = "virtio0";
        virtio(function, "virtio0");
        machine.sysfs.effects.put("virtio-pci/bind", word -> {
            machine.sysfs.link(function.path + "/driver", "sys/bus/pci/drivers/virtio-pci");
            virtio(function, "virtio5");
            FakeNic nic = machine.kernel.add("eth1");
            nic.bus = "virtio";
            nic.address = "virtio5";
            nic.mac = function.nic.mac;
            nic.adminUp = false;
            return 0;
        });
        ResetReport report = reset(by(Method.REBIND));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.after().identity().busAddress()).isEqualTo("virtio5");
    }

    private void virtio(FakeFunction function, String name) {
        machine.sysfs.folder(function.path + "/" + name);
        machine.sysfs.folder("sys/bus/virtio");
        machine.sysfs.link(function.path + "/" + name + "/subsystem", "sys/bus/virtio");
        machine.sysfs.link("sys/bus/virtio/devices/" + name, function.path + "/" + name);
    }

    @Rule("L70")
    @Test
    void withoutALookAtTheReturnItIsSwitchedOnAllTheSame() throws ResetException {
        FakeFunction function = machine.function("eth1", "igb", null);
        ResetReport report = reset(by(Method.REBIND).withVerification(Verification.NONE));
        assertThat(report.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(function.nic.adminUp).isTrue();
    }

    @Rule("L44")
    @Test
    void aBindThatFailsIsTriedAgain() throws ResetException {
        FakeFunction function = machine.function("eth1", "igb", null);
        function.binds.addAll(List.of(Errno.ENOMEM, Errno.ENOMEM));
        ResetReport report = reset(by(Method.REBIND));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(machine.writes().stream().filter(w -> w.contains("/bind="))).hasSize(3);
        assertThat(report.notes()).anyMatch(note -> note.contains("ENOMEM"));
    }

    @Rule("L44")
    @Test
    void thenAnyDriverIsAskedThenTheBridgeAndThenAPersonIsToldWhatToType() throws ResetException {
        FakeFunction function = machine.function("eth1", "igb", null);
        function.binds.addAll(List.of(12, 12, 12, 12));
        ResetReport report = reset(by(Method.REBIND));
        String address = function.address;
        assertThat(machine.writes())
                .containsExactly(
                        "sys/bus/pci/drivers/igb/unbind=" + address,
                        "sys/bus/pci/drivers/igb/bind=" + address,
                        "sys/bus/pci/drivers/igb/bind=" + address,
                        "sys/bus/pci/drivers/igb/bind=" + address,
                        "sys/bus/pci/drivers_probe=" + address,
                        "sys/devices/pci0000:00/" + FakeMachine.BRIDGE + "/rescan=1");
        assertThat(report.outcome()).isEqualTo(Outcome.STRANDED);
        assertThat(report.code().symbol()).isEqualTo("ENOMEM");
        assertThat(report.after()).isNull();
        String sys = machine.sysfs.root() + "/sys/bus/pci/";
        assertThat(report.notes())
                .contains(
                        "echo " + address + " > " + sys + "drivers/igb/bind",
                        "modprobe igb && echo " + address + " > " + sys + "drivers_probe");
    }

    @Rule("L44")
    @Test
    void driversProbeAloneMayHelp() throws ResetException {
        FakeFunction function = machine.function("eth1", "igb", null);
        machine.sysfs.failWrites("igb/bind", 12, 12, 12);
        assertThat(reset(by(Method.REBIND)).outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(function.nic.adminUp).isTrue();
    }

    @Rule({"L44", "L36"})
    @Test
    void aStrandedNicIsWhatTheNextRungIsFor() throws ResetException {
        FakeFunction function = machine.function("eth1", "igb", null);
        function.binds.addAll(List.of(12, 12, 12, 12));
        ResetReport report = reset(by(Method.REBIND).withUpTo(Rung.R8));
        assertThat(report.attempts()).hasSize(1);
        assertThat(report.attempts().get(0).outcome()).isEqualTo(Outcome.STRANDED);
        assertThat(report.method()).isEqualTo("remove");
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(function.nic.adminUp).isTrue();
    }

    @Rule({"L45", "L30"})
    @Test
    void whatWasRemovedIsLookedForBelowItsBridgeOnly() throws ResetException {
        FakeFunction function = machine.function("eth1", "igb", null);
        int index = function.nic.index;
        ResetReport report = reset(by(Method.REMOVE));
        assertThat(machine.writes())
                .containsExactly(
                        function.path + "/remove=1", "sys/devices/pci0000:00/" + FakeMachine.BRIDGE + "/rescan=1");
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.after().identity().index()).isNotEqualTo(index);
        assertThat(function.nic.adminUp).isTrue();
    }

    @Rule("L45")
    @Test
    void withoutABridgeTheWholeMachineIsLookedThrough() throws ResetException {
        FakeFunction function = machine.function("eth1", "igb", null);
        machine.sysfs.remove("sys/devices/pci0000:00/" + FakeMachine.BRIDGE + "/rescan");
        assertThat(reset(by(Method.REMOVE)).outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(machine.writes()).containsExactly(function.path + "/remove=1", "sys/bus/pci/rescan=1");
    }

    @Rule("L44")
    @Test
    void whatIsNotFoundAgainIsStrandedWithTheCommand() throws ResetException {
        FakeFunction function = machine.function("eth1", "igb", null);
        function.comesBackOnRescan = false;
        ResetReport report = reset(by(Method.REMOVE));
        assertThat(report.outcome()).isEqualTo(Outcome.STRANDED);
        assertThat(machine.writes()).contains("sys/bus/pci/rescan=1");
        assertThat(report.notes()).contains("echo 1 > " + machine.sysfs.root() + "/sys/bus/pci/rescan");
    }

    @Test
    void aPlatformDeviceIsReboundByItsOwnDriversFolder() throws ResetException {
        FakeNic nic = machine.kernel.add("eth1");
        nic.bus = "platform";
        nic.address = "nrtestnic.0";
        machine.sysfs.folder("sys/devices/platform/nrtestnic.0");
        machine.sysfs.link("sys/bus/platform/devices/nrtestnic.0", "sys/devices/platform/nrtestnic.0");
        machine.sysfs.file("sys/bus/platform/drivers/nrtestnic/bind", "");
        machine.sysfs.file("sys/bus/platform/drivers/nrtestnic/unbind", "");
        machine.sysfs.link("sys/devices/platform/nrtestnic.0/driver", "sys/bus/platform/drivers/nrtestnic");
        machine.sysfs.effects.put("nrtestnic/unbind", word -> {
            machine.sysfs.remove("sys/devices/platform/nrtestnic.0/driver");
            machine.kernel.remove(nic);
            return 0;
        });
        machine.sysfs.effects.put("nrtestnic/bind", word -> {
            machine.sysfs.link("sys/devices/platform/nrtestnic.0/driver", "sys/bus/platform/drivers/nrtestnic");
            FakeNic again = machine.kernel.add("eth1");
            again.bus = nic.bus;
            again.address = nic.address;
            again.mac = nic.mac;
            again.adminUp = false;
            return 0;
        });
        ResetReport report = reset(by(Method.REBIND));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(machine.writes())
                .containsExactly(
                        "sys/bus/platform/drivers/nrtestnic/unbind=nrtestnic.0",
                        "sys/bus/platform/drivers/nrtestnic/bind=nrtestnic.0");
    }
}
