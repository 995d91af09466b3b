// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;

import netreset.Method;
import netreset.Outcome;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetReport;
import netreset.Rung;
import netreset.linux.abi.Errno;
import netreset.rules.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reset of a USB NIC by its device's file, and that its PCI host isn't taken for it. */
class UsbResetTest extends LadderBase {
    private static final String HOST = "sys/devices/pci0000:00/0000:00:14.0";
    private static final String DEVICE = HOST + "/usb1/1-2";

    private FakeNic nic;

    @BeforeEach
    void aUsbNic() {
        nic = machine.kernel.add("eth1");
        nic.bus = "usb";
        nic.address = "1-2:1.0";
        nic.driver = "cdc_ether";
        machine.sysfs.file(HOST + "/class", "0x0c0330");
        machine.sysfs.file(HOST + "/reset", "");
        machine.sysfs.folder("sys/bus/usb");
        machine.sysfs.link(HOST + "/subsystem", "sys/bus/pci");
        machine.sysfs.file(DEVICE + "/busnum", "1");
        machine.sysfs.file(DEVICE + "/devnum", "7");
        machine.sysfs.link(DEVICE + "/subsystem", "sys/bus/usb");
        machine.sysfs.folder(DEVICE + "/1-2:1.0");
        machine.sysfs.link(DEVICE + "/1-2:1.0/subsystem", "sys/bus/usb");
        machine.sysfs.link("sys/bus/usb/devices/1-2:1.0", DEVICE + "/1-2:1.0");
        machine.sysfs.file("dev/bus/usb/001/007", "");
    }

    @Test
    void itsDevicesFileIsAskedForTheReset() throws ResetException {
        ResetReport report = reset(by(Method.USB));
        assertThat(machine.writes()).containsExactly("dev/bus/usb/001/007=ioctl 0x5514");
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.rung()).isEqualTo(Rung.R6);
    }

    @Rule("L30")
    @Test
    void aDriverThatGivesItANewInterfaceIsFollowed() throws ResetException {
        machine.sysfs.usbReset = () -> {
            machine.kernel.remove(nic);
            FakeNic again = machine.kernel.add("usb0");
            again.bus = nic.bus;
            again.address = nic.address;
            again.mac = nic.mac;
            again.adminUp = false;
        };
        ResetReport report = reset(by(Method.USB));
        assertThat(report.after().identity().name()).isEqualTo("usb0");
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
    }

    @Test
    void itIsWhatAClimbHasAboveTheLink() throws ResetException {
        assertThat(machine.nics().plan(request().withUpTo(Rung.R8)).stages())
                .extracting(stage -> stage.method())
                .containsExactly(Method.LINK, Method.USB);
    }

    @Rule("L46")
    @Test
    void itsHostIsNeverReset() {
        for (Method method : new Method[] {Method.PCI, Method.REMOVE, Method.REBIND}) {
            assertThat(failure(by(method)).reason()).isEqualTo(Reason.UNSUPPORTED);
        }
        assertThat(machine.sysfs.opens).isEmpty();
    }

    @Test
    void aFailureIsAFailure() throws ResetException {
        machine.sysfs.usbError = Errno.ENODEV;
        assertThat(reset(by(Method.USB)).outcome()).isEqualTo(Outcome.FAILED);
        machine.sysfs.openErrors.put("001/007", Errno.EACCES);
        assertThat(failure(by(Method.USB)).reason()).isEqualTo(Reason.PERMISSION_DENIED);
    }
}
