// SPDX-License-Identifier: Apache-2.0
package netreset.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.bridge.StandIn;
import netreset.cli.Here;
import netreset.rras.PortResult;
import netreset.rras.RasPort;
import netreset.rras.RasServer;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** A library that has the functions under the names of the redistributable for Windows NT 4.0 only. */
class OldNamesWinRasAdminIT {
    private final StandIn standIn;

    OldNamesWinRasAdminIT() throws Exception {
        standIn = Leg.standIn().reset("ports 3 VPN2-");
    }

    @Rule("P7")
    @Test
    void theyAreCalled() throws Exception {
        try (RasServer server = Leg.connect()) {
            assertThat(Stream.of(MprapiFunction.values()).filter(MprapiFunction::required))
                    .allSatisfy(function -> assertThat(server.module().exportName(function))
                            .isEqualTo(function.cName().replace("MprAdmin", "RasAdmin")));
            assertThat(server.ports()).extracting(RasPort::name).containsExactly("VPN2-0", "VPN2-1", "VPN2-2");
            PortResult result = server.reset(server.ports().get(1));
            assertThat(result.isAccepted()).as("%s", result).isTrue();
        }
        assertThat(standIn.log())
                .anySatisfy(line -> assertThat(line).startsWith("RasAdminPortReset("))
                .noneSatisfy(line -> assertThat(line).startsWith("MprAdmin"));
    }

    @Rule({"P6", "P8"})
    @Test
    void whatTheyLackIsMissedAloneAndTold() throws Exception {
        standIn.script("on RasAdminPortReset return=903");
        try (RasServer server = Leg.connect()) {
            assertThat(Stream.of(MprapiFunction.values()).filter(function -> !function.required()))
                    .noneMatch(server.module()::has);
            assertThatExceptionOfType(ResetException.class)
                    .isThrownBy(server::info)
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED));
            assertThat(server.serviceState()).isNotNull();
            // Its own function for texts has other parameters, and would end the process.
            assertThat(server.reset(server.ports().get(0)).message()).contains("903");
        }
        assertThat(standIn.log()).noneSatisfy(line -> assertThat(line).contains("GetErrorString"));
    }

    @Rule({"P6", "P7"})
    @Test
    void doctorSaysBoth() {
        Here ran = Here.run("ras", "doctor").exits(0);
        assertThat(ran.out())
                .anySatisfy(line -> assertThat(line).contains("RasAdminPortReset"))
                .anySatisfy(line -> assertThat(line).contains("not there", "MprAdminServerGetInfo", "GetErrorString"));
    }
}
