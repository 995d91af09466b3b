// SPDX-License-Identifier: Apache-2.0
package netreset.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import netreset.Reason;
import netreset.ResetException;
import netreset.cli.Here;
import netreset.rras.RasServer;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** Wine's own mprapi.dll, of which nearly every function ends the process that calls it. */
class StubWinBuiltinIT {
    @Rule("P10")
    @Test
    void itIsRefusedBeforeACall() {
        for (String bridge : new String[] {"ffm", "jna"}) {
            assertThatExceptionOfType(ResetException.class)
                    .isThrownBy(() -> RasServer.connect(RasServer.Options.DEFAULT.withBridge(bridge)))
                    .withMessageContaining("stub of Wine's")
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PLATFORM_UNSUPPORTED));
        }
    }

    @Rule("P10")
    @Test
    void theCommandSaysSoInOneLine() {
        Here.run("ras", "ports").failed(5, Leg.LIBRARY.substring(Leg.LIBRARY.lastIndexOf('\\')), "stub of Wine's");
        Here.run("reset", "ras:VPN2-0").failed(5, "stub of Wine's");
        assertThat(Here.run("ras", "doctor").exits(5).out())
                .anySatisfy(line -> assertThat(line).contains("stub of Wine's"));
    }
}
