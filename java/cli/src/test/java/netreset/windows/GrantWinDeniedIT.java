// SPDX-License-Identifier: Apache-2.0
package netreset.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import netreset.NetReset;
import netreset.Reason;
import netreset.ResetException;
import netreset.cli.Here;
import netreset.cli.Main;
import netreset.rras.RasServer;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** Java 25 as later ones will be: no native access unless granted. */
class GrantWinDeniedIT {
    private static final String GRANT = "--enable-native-access=ALL-UNNAMED";

    @Rule("P60")
    @Test
    void withoutItOneLineNamesTheFlag() {
        Here.run("ras", "ports").failed(5, GRANT);
        Here.run("ras", "ports", "--bridge", "ffm").failed(5, GRANT);
        Here.run("ras", "ports", "--bridge", "jna").failed(5, GRANT);
        Here.run("reset", "ras:VPN2-0").failed(5, GRANT);
        assertThatExceptionOfType(ResetException.class)
                .isThrownBy(RasServer::connect)
                .withMessageContaining(GRANT)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PLATFORM_UNSUPPORTED));
        assertThatExceptionOfType(ResetException.class)
                .isThrownBy(NetReset::open)
                .withMessageContaining(GRANT);
    }

    @Rule("P60")
    @Test
    void withItEverythingWorks() throws Exception {
        List<String> flags =
                new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        assertThat(flags).contains("--illegal-native-access=deny").doesNotContain(GRANT);
        flags.add(GRANT);
        for (String bridge : List.of("ffm", "jna")) {
            Child child = Child.run(flags, Main.class, "ras", "doctor", "--bridge", bridge);
            assertThat(child.exit()).as("%s", child).isZero();
            assertThat(child.err()).noneMatch(line -> line.contains("WARNING") || line.contains("native access"));
        }
    }
}
