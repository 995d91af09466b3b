// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;

import netreset.linux.ResetProbe.Answer;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

class ResetProbeTest {
    private final FakeKernel kernel = new FakeKernel();
    private final FakeNic nic = kernel.add("eth1");

    private Answer probe(String name) throws SystemCallException {
        try (EthtoolSocket socket = EthtoolSocket.open(kernel);
                ResetProbe probe = ResetProbe.open(kernel, socket)) {
            return probe.probe(name);
        }
    }

    @Rule({"L19", "L20"})
    @Test
    void aDriverWithResetIsRecognisedWithoutBeingCalled() throws SystemCallException {
        nic.resets("x");
        assertThat(probe("eth1")).isEqualTo(Answer.IMPLEMENTED);
        assertThat(nic.resets).isZero();
    }

    @Rule("L19")
    @Test
    void everyOtherAnswerHasItsMeaning() throws SystemCallException {
        assertThat(probe("eth1")).isEqualTo(Answer.NOT_IMPLEMENTED);
        nic.resets("x").flashing = true;
        assertThat(probe("eth1")).isEqualTo(Answer.BUSY);
        nic.present = false;
        assertThat(probe("eth1")).isEqualTo(Answer.NO_DEVICE);
        nic.present = true;
        nic.beginError = 5;
        assertThat(probe("eth1")).isEqualTo(Answer.UNKNOWN);
    }

    @Rule({"L19", "L23"})
    @Test
    void withoutPrivilegeNobodySaysNo() throws SystemCallException {
        kernel.privileged = false;
        assertThat(probe("eth1")).isEqualTo(Answer.NOT_PERMITTED);
    }

    @Rule("L21")
    @Test
    void aKernelThatReadsTheArgumentFirstIsNotBelieved() throws SystemCallException {
        kernel.readsArgumentFirst = true;
        assertThat(probe("eth1")).isEqualTo(Answer.UNKNOWN);
        nic.resets("x");
        assertThat(probe("eth1")).isEqualTo(Answer.UNKNOWN);
        assertThat(kernel.ioctls).containsOnly("lo 34");
    }

    @Test
    void thePagesAreGivenBack() throws SystemCallException {
        probe("eth1");
        assertThat(kernel.memory.mappings()).isZero();
        assertThat(kernel.openSockets()).isZero();
    }
}
