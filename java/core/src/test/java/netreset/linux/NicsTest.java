// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import netreset.DeviceId;
import netreset.Nic;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetPlan;
import netreset.ResetRequest;
import netreset.Resettability;
import netreset.linux.abi.Errno;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NicsTest {
    private final FakeKernel kernel = new FakeKernel();

    private LinuxNics nics() throws ResetException {
        return kernel.nics();
    }

    private Nic nic(String name) throws ResetException {
        return nics().list().stream()
                .filter(n -> n.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Reason reason(String target) {
        return catchThrowableOfType(
                        ResetException.class, () -> nics().plan(ResetRequest.of(DeviceId.parse("nic:" + target))))
                .reason();
    }

    @Test
    void everyThingTheKernelTellsIsListed() throws ResetException {
        FakeNic port = kernel.add("eth1").resets("gve");
        port.alternativeNames.add("a-name-of-more-than-fifteen-bytes");
        port.ups = 3;
        port.downs = 2;
        Nic nic = nic("eth1");
        assertThat(nic.index()).isEqualTo(2);
        assertThat(nic.alternativeNames()).containsExactly("a-name-of-more-than-fifteen-bytes");
        assertThat(nic.hardware())
                .isEqualTo(new Nic.Hardware(
                        null, false, "02:00:00:00:00:02", "02:00:00:00:00:02", "gve", "pci", "0000:02:00.0", "1.8-0"));
        assertThat(nic.link().carrierUps()).isEqualTo(3);
        assertThat(nic.link().carrierDowns()).isEqualTo(2);
        assertThat(nic.state()).isEqualTo("up");
        assertThat(nic("lo").hardware().virtual()).isTrue();
    }

    @Rule({"L22", "L24"})
    @Test
    void listingCallsNoDriversResetAndLoadsNoModule() throws ResetException {
        FakeNic port = kernel.add("eth1").resets("gve");
        nics().list();
        assertThat(port.resets).isZero();
        assertThat(kernel.unknownNames).isEmpty();
        assertThat(kernel.openSockets()).isZero();
    }

    @Rule("L23")
    @Test
    void withoutPrivilegeTheTableGuessesAndNobodySaysNo() throws ResetException {
        kernel.privileged = false;
        kernel.add("eth1").resets("gve");
        kernel.add("eth2").resets("x");
        kernel.add("eth3");
        assertThat(nic("eth1").resettability().answer()).isEqualTo(Resettability.Answer.YES);
        assertThat(nic("eth1").resettability().source()).isEqualTo(Resettability.Source.TABLE);
        for (String unknown : List.of("eth2", "eth3", "lo")) {
            assertThat(nic(unknown).resettability().answer()).isEqualTo(Resettability.Answer.UNKNOWN);
            assertThat(nic(unknown).resettability().source()).isEqualTo(Resettability.Source.NONE);
        }
    }

    @Rule("L26")
    @ParameterizedTest
    @ValueSource(strings = {"short-alt", "an-alternative-name-of-far-more-than-fifteen-bytes", "pci@0000:02:00.0"})
    void anAlternativeNameOrAddressLeadsToThePrimaryName(String name) throws ResetException {
        FakeNic port = kernel.add("eth1").resets("gve");
        port.alternativeNames.addAll(List.of("short-alt", "an-alternative-name-of-far-more-than-fifteen-bytes"));
        ResetPlan plan = nics().plan(ResetRequest.of("nic:" + name));
        assertThat(plan.identity().name()).isEqualTo("eth1");
        assertThat(plan.steps()).anySatisfy(step -> assertThat(step).contains("\"eth1\", ETHTOOL_RESET 0xffffffff"));
        assertThat(kernel.ioctls).noneMatch(call -> call.startsWith("short-alt"));
    }

    @Rule({"L27", "L25"})
    @ParameterizedTest
    @ValueSource(strings = {"nope", "eth", "eth11", "Eth1", "ёлка", "sixteen-bytes-xx", "pci@0000:09:00.0"})
    void aNameThatIsInNoDumpIsNotFoundAndNeverReachesAnIoctl(String name) {
        kernel.add("eth1").resets("gve");
        assertThat(reason(name)).isEqualTo(Reason.NOT_FOUND);
        assertThat(kernel.unknownNames).isEmpty();
        assertThat(kernel.ioctls).noneMatch(call -> call.startsWith(name));
    }

    @Rule("L25")
    @ParameterizedTest
    @ValueSource(
            strings = {"eth1:1", "../eth1", "eth1 ", ".", "pci@", "pci@0000:2:00.0", "pci@0000:02:00.8", "pci@../x"})
    void aNameThatCannotBeIsRefusedBeforeAnySystemCall(String name) {
        FakeNic port = kernel.add("eth1").resets("gve");
        assertThat(reason(name)).isEqualTo(Reason.INVALID_REQUEST);
        assertThat(kernel.ioctls).isEmpty();
        assertThat(port.resets).isZero();
    }

    @Rule("L74")
    @ParameterizedTest
    @ValueSource(ints = {Errno.EPERM, Errno.ENOSYS, Errno.EAFNOSUPPORT})
    void aSandboxWithoutTheseSocketsIsUnsupported(int errno) {
        kernel.socketError = errno;
        assertThat(reason("eth1")).isEqualTo(Reason.PLATFORM_UNSUPPORTED);
        ResetException failure = catchThrowableOfType(ResetException.class, () -> nics().list());
        assertThat(failure.reason()).isEqualTo(Reason.PLATFORM_UNSUPPORTED);
        assertThat(failure.getMessage()).contains(Errno.symbol(errno)).doesNotContain("\n");
    }

    @Test
    void anAddressWithTwoNicsIsAmbiguous() {
        kernel.add("eth1").address = "0000:05:00.0";
        kernel.add("eth2").address = "0000:05:00.0";
        assertThat(reason("pci@0000:05:00.0")).isEqualTo(Reason.INVALID_REQUEST);
    }

    @Test
    void aVirtioNicIsFoundByThePciAddressItsDriverTells() throws ResetException {
        FakeNic virtio = kernel.add("eth1").resets("gve");
        virtio.bus = "virtio";
        virtio.address = "0000:00:03.0";
        assertThat(nics().plan(ResetRequest.of("nic:pci@0000:00:03.0"))
                        .identity()
                        .name())
                .isEqualTo("eth1");
    }

    @Test
    void tenThousandAreListedByOneDump() throws ResetException {
        for (int i = 0; i < 10_000; i++) {
            kernel.add("p" + i);
        }
        assertThat(nics().list()).hasSize(10_001);
    }
}
