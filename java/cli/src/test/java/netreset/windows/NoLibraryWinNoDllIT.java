// SPDX-License-Identifier: Apache-2.0
package netreset.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import netreset.NetReset;
import netreset.Reason;
import netreset.ResetException;
import netreset.cli.Here;
import netreset.cli.Main;
import netreset.rras.RasServer;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** No mprapi.dll in the system folder, but decoys elsewhere. */
class NoLibraryWinNoDllIT {
    @Rule("P2")
    @Test
    void theApiSaysSoAndTakesNoOther() throws Exception {
        Decoys.check();
        assertThatExceptionOfType(ResetException.class)
                .isThrownBy(RasServer::connect)
                .withMessageContaining("mprapi.dll")
                .withMessageContaining("error 126")
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PLATFORM_UNSUPPORTED));
        try (NetReset netReset = NetReset.open()) {
            assertThatExceptionOfType(ResetException.class)
                    .isThrownBy(netReset::devices)
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PLATFORM_UNSUPPORTED));
        }
    }

    @Rule("P2")
    @Test
    void everyCommandSaysSoInOneLine() {
        Decoys.check();
        for (String bridge : new String[] {"ffm", "jna"}) {
            Here.run("ras", "ports", "--bridge", bridge).failed(5, "mprapi.dll", "126");
            Here.run("ras", "reset", "VPN2-0", "--bridge", bridge).failed(5, "mprapi.dll", "126");
            Here.run("list", "--bridge", bridge).failed(5, "mprapi.dll", "126");
            Here.run("reset", "ras:VPN2-0", "--bridge", bridge).failed(5, "mprapi.dll", "126");
        }
    }

    @Test
    void theProcessEndsWithIt() throws Exception {
        Child child = Child.run(Main.class, "ras", "ports");
        assertThat(child.exit()).as("%s", child).isEqualTo(5);
        assertThat(child.out()).isEmpty();
        assertThat(child.err()).last().asString().startsWith("netreset: ").contains("mprapi.dll");
    }

    @Test
    void doctorNamesIt() {
        Here ran = Here.run("ras", "doctor").exits(5);
        assertThat(ran.out()).anySatisfy(line -> assertThat(line).contains("library", "mprapi.dll", "126"));
    }
}
