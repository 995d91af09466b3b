// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import netreset.Reason;
import netreset.ResetException;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** This module's tests have no bridge, and run elsewhere than on Windows. */
class ElsewhereTest {
    @Rule("P1")
    @Test
    void thereIsNothingToConnectTo() {
        ResetException e = catchThrowableOfType(ResetException.class, () -> RasServer.connect());
        assertThat(e.reason()).isEqualTo(Reason.PLATFORM_UNSUPPORTED);
        assertThat(e.getMessage()).hasLineCount(1);
    }

    @Rule("P18")
    @Test
    void aBadNameIsSeenFirst() {
        ResetException e = catchThrowableOfType(
                ResetException.class, () -> RasServer.connect(RasServer.Options.DEFAULT.withServer("a/b")));
        assertThat(e.reason()).isEqualTo(Reason.INVALID_REQUEST);
    }
}
