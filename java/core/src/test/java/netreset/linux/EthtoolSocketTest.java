// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import netreset.linux.abi.Errno;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

class EthtoolSocketTest {
    private final FakeKernel kernel = new FakeKernel();

    @Rule({"L5", "L8"})
    @Test
    void whatIsNotResetIsReadBack() throws SystemCallException {
        int[] asked = new int[1];
        kernel.add("eth1").resets("x", flags -> {
            asked[0] = flags[0];
            flags[0] &= ~0x40;
            return 0;
        });
        try (EthtoolSocket socket = EthtoolSocket.open(kernel)) {
            assertThat(socket.reset("eth1", 0x60)).isZero();
            assertThat(asked[0]).isEqualTo(0x60);
            assertThat(socket.remaining()).isEqualTo(0x20);
        }
    }

    @Rule("L7")
    @Test
    void fifteenBytesFitAndSixteenNeverReachTheKernel() throws SystemCallException {
        kernel.add("fifteenbytes123").resets("x");
        try (EthtoolSocket socket = EthtoolSocket.open(kernel)) {
            assertThat(socket.reset("fifteenbytes123", 1)).isZero();
            assertThatThrownBy(() -> socket.reset("sixteenbytes1234", 1)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(kernel.ioctls).containsExactly("fifteenbytes123 34");
    }

    @Rule("L7")
    @Test
    void aShortNameLeavesNothingOfALongerOneBehind() throws SystemCallException {
        kernel.add("fifteenbytes123");
        kernel.add("eth1");
        try (EthtoolSocket socket = EthtoolSocket.open(kernel)) {
            socket.drvinfo("fifteenbytes123");
            assertThat(socket.drvinfo("eth1")).isNotNull();
        }
        assertThat(kernel.unknownNames).isEmpty();
    }

    @Rule("L15")
    @Test
    void anInterruptedQueryIsRepeatedAndAnInterruptedResetIsNot() throws SystemCallException {
        FakeNic nic = kernel.add("eth1").resets("x");
        try (EthtoolSocket socket = EthtoolSocket.open(kernel)) {
            kernel.interruptions.addAll(List.of(Errno.EINTR, Errno.EINTR));
            assertThat(socket.drvinfo("eth1")).isNotNull();
            kernel.interruptions.add(Errno.EINTR);
            assertThat(socket.reset("eth1", 1)).isEqualTo(-Errno.EINTR);
        }
        assertThat(nic.resets).isZero();
    }

    @Rule("L10")
    @Test
    void withoutIpv4AnotherSocketServes() throws SystemCallException {
        kernel.inet = false;
        kernel.add("eth1");
        try (EthtoolSocket socket = EthtoolSocket.open(kernel)) {
            assertThat(socket.drvinfo("eth1")).isNotNull();
        }
        assertThat(kernel.openSockets()).isZero();
    }
}
