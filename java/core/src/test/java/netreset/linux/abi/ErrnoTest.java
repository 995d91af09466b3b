// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

import static org.assertj.core.api.Assertions.assertThat;

import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrnoTest {
    @Rule("L16")
    @ParameterizedTest
    @ValueSource(ints = {4242, 0, -19, 41, 58, 134, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aNumberWithoutANameIsKept(int errno) {
        assertThat(Errno.symbol(errno)).isEqualTo("errno " + errno);
        assertThat(Errno.text(errno)).isNull();
    }

    @Test
    void firstAndLastHaveNames() {
        assertThat(Errno.symbol(1)).isEqualTo("EPERM");
        assertThat(Errno.symbol(133)).isEqualTo("EHWPOISON");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                Errno.EFAULT,
                Errno.ENOMEM,
                Errno.ENODEV,
                Errno.EPERM,
                Errno.EOPNOTSUPP,
                Errno.EBUSY,
                Errno.EINVAL,
                Errno.EIO,
                Errno.ETIMEDOUT
            })
    void whatEthtoolFailsWithHasOneLineOfText(int errno) {
        assertThat(Errno.text(errno)).isNotBlank().doesNotContain("\n");
    }
}
