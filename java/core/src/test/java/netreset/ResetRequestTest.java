// SPDX-License-Identifier: Apache-2.0
package netreset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResetRequestTest {
    private static final ResetRequest REQUEST = ResetRequest.of("nic:eth1");
    private static final String TWO_UNITS = "\ud83d\udd0c";

    @Test
    void aReasonIsKeptAsItWasGiven() {
        for (String reason : new String[] {"ticket 4711: \"rx\" stuck", "é".repeat(200), TWO_UNITS.repeat(200)}) {
            assertThat(REQUEST.withReason(reason).reason()).isEqualTo(reason);
        }
        assertThat(REQUEST.withReason(null).reason()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "a\nb", "a\tb", "\u001b[2J", "\u0000", "\u007f", "\u009b", "\u202e", "\u2028", "\ud83d"
            })
    void aReasonIsOneLineThatNoTerminalObeys(String reason) {
        assertThatThrownBy(() -> REQUEST.withReason(reason))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a reason");
    }

    @Test
    void aLongerReasonIsNoReason() {
        assertThatThrownBy(() -> REQUEST.withReason("é".repeat(201)))
                .hasMessageContaining("1 to 200 characters, not 201");
    }

    /** Each change keeps all others. */
    @Test
    void whatIsSetStaysSet() {
        ResetRequest all = REQUEST.withReason("why").withRequester("alice").withMethod(Method.LINK);
        ResetRequest changed = all.withProbe("gateway")
                .withUpTo(Rung.R4)
                .withMethod(Method.REBIND)
                .withOverrides(java.util.Set.of("virtual"))
                .withTimeout(java.time.Duration.ofSeconds(1))
                .withVerification(Verification.DATAPATH)
                .withScope(Scope.of("phy"));
        assertThat(changed.reason()).isEqualTo("why");
        assertThat(changed.requester()).isEqualTo("alice");
        assertThat(changed.withReason("other").requester()).isEqualTo("alice");
        assertThat(changed.withReason("other").probe()).isEqualTo("gateway");
        assertThat(changed.withRequester("bob").reason()).isEqualTo("why");
        assertThat(changed.withRequester("bob").upTo()).isEqualTo(Rung.R4);
    }
}
