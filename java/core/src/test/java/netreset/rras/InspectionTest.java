// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

class InspectionTest {
    private final FakeServer fake = new FakeServer();

    @Test
    @Rule("P31")
    void asksAndGivesEverythingBack() throws ResetException {
        fake.ports.add(new FakePort(4, "VPN2-0"));
        fake.fail(MprapiFunction.PORT_GET_INFO, 0, 0, 124);
        fake.failAlways(MprapiFunction.CONNECTION_ENUM, -1);
        List<Inspection.Answer> answers;
        try (RasServer server = fake.connect()) {
            answers = Inspection.of(server);
        }

        assertThat(answers)
                .contains(
                        new Inspection.Answer("MprAdminPortGetInfo level 1", 0, "NO_ERROR", -1),
                        new Inspection.Answer("MprAdminPortGetInfo level 2", 124, "ERROR_INVALID_LEVEL", -1),
                        new Inspection.Answer("MprAdminConnectionEnum level 3", 0xffffffffL, "win32 4294967295", -1))
                .anySatisfy(answer -> {
                    assertThat(answer.question()).isEqualTo("MprAdminPortEnum level 0, room for 1 byte");
                    assertThat(answer.entries()).isEqualTo(1);
                });
        assertThat(fake.heap.leaked()).isZero();
        assertThat(fake.log).noneMatch(call -> call.matches("MprAdmin(PortReset|PortDisconnect|.*ClearStats).*"));
    }

    @Test
    void asksNothingThatIsNotThere() throws ResetException {
        fake.missing.add(MprapiFunction.SERVER_GET_INFO);
        try (RasServer server = fake.connect()) {
            assertThat(Inspection.of(server))
                    .noneMatch(answer -> answer.question().matches(".*(ServerGetInfo|PortGetInfo).*"));
        }
    }
}
