// SPDX-License-Identifier: Apache-2.0
package netreset.windows;

import static org.assertj.core.api.Assertions.assertThat;

import netreset.bridge.MprapiModule;
import netreset.cli.Here;
import netreset.rras.RasServer;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** When mprapi.dll is loaded, from where, and that one is told so. */
class LoadingWinIT {
    @Rule("P3")
    @Test
    void theOneInUseIsTheOneOfTheSystemFolder() throws Exception {
        assertThat(MprapiModule.system(Leg.bridge()).path()).isEqualToIgnoringCase(Leg.LIBRARY);
        try (RasServer server = Leg.connect()) {
            assertThat(server.module().path()).isEqualToIgnoringCase(Leg.LIBRARY);
        }
    }

    @Rule("P3")
    @Test
    void doctorSaysWhichItIs() throws Exception {
        Leg.standIn().reset("ports 3 VPN2-");
        Here ran = Here.run("ras", "doctor", "--bridge", Leg.bridgeName()).exits(0);
        assertThat(ran.out())
                .anySatisfy(line ->
                        assertThat(line).containsIgnoringCase(Leg.LIBRARY).contains(Leg.bridgeName()));
    }

    @Rule("P4")
    @Test
    void noClassLoadsItAndAConnectDoes() throws Exception {
        Child child = Child.run(WhatIsLoaded.class);
        assertThat(child.exit()).as("%s", child).isZero();
        assertThat(child.out())
                .contains("then false")
                .anySatisfy(line -> assertThat(line).isEqualToIgnoringCase("connected true " + Leg.LIBRARY));
        assertThat(child.out()).anySatisfy(line -> assertThat(line).matches("classes [1-9]\\d{2,3}"));
    }
}
