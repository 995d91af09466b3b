// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;

import netreset.Method;
import netreset.Outcome;
import netreset.ResetException;
import netreset.ResetReport;
import netreset.linux.FakeMachine.FakeFunction;
import netreset.linux.abi.Errno;
import netreset.rules.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the kernel writes about a NIC while it is reset. */
class KernelLogTest extends LadderBase {
    @SuppressWarnings("NullAway.Init")
    private FakeFunction function;

    @BeforeEach
    void aNicWithALog() {
        machine.sysfs.file("dev/kmsg", "");
        function = machine.function("eth1", "e1000e", "pm");
    }

    private ResetReport resetThatLogs(Runnable logs) throws ResetException {
        machine.sysfs.effects.put(function.address + "/reset", word -> {
            logs.run();
            return 0;
        });
        return reset(by(Method.PCI));
    }

    @Rule("L71")
    @Test
    void whatIsWrittenAboutItMeanwhileIsInTheReport() throws ResetException {
        machine.kernel.log.write("eth1: before");
        ResetReport report = resetThatLogs(() -> {
            machine.kernel.log.write("e1000e " + function.address + " eth1: Reset adapter");
            machine.kernel.log.write("not restored", "+pci:" + function.address);
            machine.kernel.log.write("link is down", "n" + function.nic.index);
            machine.kernel.log.write("e1000e: Intel(R) PRO/1000");
        });
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.kernelLog())
                .containsExactly(
                        "e1000e " + function.address + " eth1: Reset adapter",
                        "not restored",
                        "link is down",
                        "e1000e: Intel(R) PRO/1000");
        assertThat(report.notes()).noneMatch(note -> note.contains("kernel log"));
    }

    @Rule("L71")
    @Test
    void whatIsWrittenAboutOthersIsNot() throws ResetException {
        ResetReport report = resetThatLogs(() -> {
            machine.kernel.log.write("eth10: link is up");
            machine.kernel.log.write("veth1: link is up");
            machine.kernel.log.write("e1000e 0000:09:00.0 eth9: Reset adapter");
            machine.kernel.log.write("e1000e: gone", "+pci:0000:09:00.0");
            machine.kernel.log.write("e1000extra: loaded");
            machine.kernel.log.write("usb 1-1: new device");
        });
        assertThat(report.kernelLog()).isEmpty();
    }

    @Rule("L71")
    @Test
    void whatATerminalWouldObeyIsEscaped() throws ResetException {
        ResetReport report = resetThatLogs(() -> machine.kernel.log.write("eth1: \u001b[2Jfirmware\u202e"));
        assertThat(report.kernelLog()).containsExactly("eth1: \\u001b[2Jfirmware\\u202e");
    }

    @Rule("L71")
    @Test
    void aLogThatCannotBeReadIsSaidToBeSo() throws ResetException {
        machine.sysfs.openErrors.put("/dev/kmsg", Errno.EPERM);
        ResetReport report = resetThatLogs(() -> machine.kernel.log.write("eth1: unseen"));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.kernelLog()).isEmpty();
        assertThat(report.notes())
                .anyMatch(note ->
                        note.contains("kernel log can't be read") && note.contains("EPERM, which needs CAP_SYSLOG"));
    }

    @Rule("L71")
    @Test
    void aLogThatTheKernelWroteOverIsSaidToBeIncomplete() throws ResetException {
        ResetReport report = resetThatLogs(() -> {
            machine.kernel.log.overwrite();
            machine.kernel.log.write("eth1: the last of many");
        });
        assertThat(report.kernelLog()).containsExactly("eth1: the last of many");
        assertThat(report.notes()).anyMatch(note -> note.contains("wrote over part of its log"));
    }

    @Rule("L71")
    @Test
    void aKernelThatWritesWithoutEndDoesNotFillTheReport() throws ResetException {
        ResetReport report = resetThatLogs(() -> {
            for (int i = 0; i < 300; i++) {
                machine.kernel.log.write("eth1: again");
            }
        });
        assertThat(report.kernelLog()).hasSize(200);
        assertThat(report.notes()).anyMatch(note -> note.contains("100 more lines"));
    }
}
