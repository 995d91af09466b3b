// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessPrivilegesTest {
    private static final String WHOLE = "         0          0 4294967295\n";

    private static ProcessPrivileges of(String effective, String uidMap) throws IOException {
        return ProcessPrivileges.parse(
                "Name:\tjava\nCapPrm:\t0000000000000000\nCapEff:\t" + effective + "\nSeccomp:\t0\n", uidMap);
    }

    @Test
    void knowsRoot() throws IOException {
        ProcessPrivileges root = of("000001ffffffffff", WHOLE);

        assertThat(root.names()).containsExactly("CAP_NET_ADMIN", "CAP_SYS_ADMIN");
        assertThat(root.initialUserNamespace()).isTrue();
    }

    @Test
    void knowsOneCapability() throws IOException {
        assertThat(of("0000000000001000", WHOLE).names()).containsExactly("CAP_NET_ADMIN");
        assertThat(of("0000000000200000", WHOLE).names()).containsExactly("CAP_SYS_ADMIN");
        assertThat(of("ffffffffffdfefff", WHOLE).names()).isEmpty();
    }

    @Test
    void knowsAUserNamespace() throws IOException {
        assertThat(of("0", "         0       1000          1\n").initialUserNamespace())
                .isFalse();
        assertThat(of("0", "").initialUserNamespace()).isFalse();
    }

    @Test
    void doesNotGuess() {
        assertThatThrownBy(() -> ProcessPrivileges.parse("Name:\tjava\n", WHOLE))
                .isInstanceOf(IOException.class);
    }
}
