// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import netreset.Reason;
import netreset.ResetException;
import netreset.rules.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NicNameTest {
    @Rule("L25")
    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "eth0:1", ":", "../x", "a/b", "eth 0", "eth0\n", "eth\t0", "\u001b[31m", "\u0000x"
            })
    void namesThatNoNicMayHaveAreRefused(String name) {
        ResetException refused = catchThrowableOfType(ResetException.class, () -> NicName.check(name));
        assertThat(refused.reason()).isEqualTo(Reason.INVALID_REQUEST);
        assertThat(refused.getMessage()).doesNotContainPattern("[\\p{Cntrl}]");
    }

    @Rule({"L25", "L26"})
    @ParameterizedTest
    @ValueSource(ints = {128, 129, 4096})
    void longerThanAnyAlternativeNameIsRefusedAndNotEchoedWhole(int length) {
        ResetException refused = catchThrowableOfType(ResetException.class, () -> NicName.check("x".repeat(length)));
        assertThat(refused.reason()).isEqualTo(Reason.INVALID_REQUEST);
        assertThat(refused.getMessage().length()).isLessThan(250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eth0", "lo", "enp3s0f1np1", "br-0123456789ab", "a.1", "überlänge", "-x", "a@b"})
    void namesThatTheKernelTakesArePassedOn(String name) {
        assertThatCode(() -> NicName.check(name)).doesNotThrowAnyException();
        assertThatCode(() -> NicName.check("x".repeat(127))).doesNotThrowAnyException();
    }
}
