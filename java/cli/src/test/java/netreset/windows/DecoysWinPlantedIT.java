// SPDX-License-Identifier: Apache-2.0
package netreset.windows;

import static org.assertj.core.api.Assertions.assertThat;

import netreset.bridge.Bridges;
import netreset.bridge.CLibrary;
import netreset.bridge.MprapiModule;
import netreset.cli.Here;
import netreset.cli.Main;
import netreset.rras.RasServer;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** Planted DLLs, wherever Windows may look for one: this process, and those it starts, would end with 86. */
class DecoysWinPlantedIT {
    @Rule({"P2", "P3"})
    @Test
    void noneIsLoadedThroughEitherBridge() throws Exception {
        Decoys.check();
        for (String bridge : new String[] {"ffm", "jna"}) {
            assertThat(MprapiModule.system(Bridges.find().named(bridge, CLibrary.KERNEL32))
                            .path())
                    .isEqualToIgnoringCase(Leg.LIBRARY);
        }
        try (RasServer server = Leg.connect()) {
            assertThat(server.ports()).isEmpty();
        }
    }

    @Rule("P2")
    @Test
    void theCommandLoadsNone() throws Exception {
        Decoys.check();
        Child child = Child.run(Main.class, "ras", "doctor");
        assertThat(child.exit()).as("%s", child).isZero();
        assertThat(child.out()).anySatisfy(line -> assertThat(line).containsIgnoringCase(Leg.LIBRARY));
        assertThat(Here.run("ras", "ports").exits(0).err()).hasSizeLessThan(2);
    }
}
