// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
    @Rule("P19")
    void asksHowTheServerWantsItsName() throws ResetException {
        RasServer.Options options = RasServer.Options.DEFAULT.withServer("vpn1");
        List<Inspection.Answer> answers;
        try (RasServer server = fake.connect(options)) {
            fake.fail(MprapiFunction.SERVER_CONNECT, 1722);
            answers = Inspection.of(server);
        }
        assertThat(answers)
                .contains(
                        new Inspection.Answer("MprAdminServerConnect \\\\NAME", 1722, "RPC_S_SERVER_UNAVAILABLE", -1),
                        new Inspection.Answer("MprAdminServerConnect NAME", 0, "NO_ERROR", -1),
                        new Inspection.Answer("MprAdminServerGetInfo level 0 by NAME", 0, "NO_ERROR", -1));
        assertThat(fake.log)
                .contains(
                        "MprAdminServerConnect vpn1",
                        "MprAdminServerConnect \\\\vpn1",
                        "MprAdminServerGetInfo 0x1001 0",
                        "MprAdminServerDisconnect 0x1001",
                        "MprAdminServerDisconnect 0x1000");
        assertThat(fake.calls(MprapiFunction.SERVER_DISCONNECT)).isEqualTo(2);
        assertThat(fake.heap.leaked()).isZero();
    }

    @Test
    @Rule("P51")
    void aNameThatCostsTheTimeoutCostsNoOtherAnswer() throws Exception {
        RasServer.Options options = RasServer.Options.DEFAULT.withServer("vpn1").withTimeout(Duration.ofMillis(200));
        RasServer server = fake.connect(options);
        FakeServer.Hang hang = fake.hang(MprapiFunction.SERVER_CONNECT);
        List<Inspection.Answer> answers = Inspection.of(server);
        hang.release();
        server.close();
        assertThat(answers)
                .anySatisfy(answer -> assertThat(answer.question()).startsWith("MprAdminPortEnum level 0, room"));
        assertThat(answers).last().satisfies(answer -> {
            assertThat(answer.question()).isEqualTo("MprAdminServerConnect \\\\NAME");
            assertThat(answer.code()).isEqualTo(-1);
            assertThat(answer.symbol()).startsWith("MprAdminServerConnect hasn't come back within 200 ms");
        });
        for (int i = 0; i < 100 && fake.calls(MprapiFunction.SERVER_DISCONNECT) < 2; i++) {
            Thread.sleep(20);
        }
        assertThat(fake.calls(MprapiFunction.SERVER_DISCONNECT)).isEqualTo(2);
    }

    @Test
    void portsThatCannotBeListedCostNoOtherAnswer() throws ResetException {
        fake.failAlways(MprapiFunction.PORT_ENUM, 903);
        try (RasServer server = fake.connect()) {
            assertThat(Inspection.of(server))
                    .contains(
                            new Inspection.Answer("MprAdminServerGetInfo level 2", 0, "NO_ERROR", -1),
                            new Inspection.Answer(
                                    "MprAdminPortEnum level 0, room for 1 byte", 903, "ERROR_DDM_NOT_RUNNING", -1));
        }
    }

    /** Who interrupts a question has changed nothing, and is told so. */
    @ParameterizedTest
    @EnumSource(names = {"SERVER_GET_INFO", "SERVER_CONNECT"})
    @Rule("P52")
    void anInterruptChangesNothing(MprapiFunction function) throws Exception {
        try (RasServer server = fake.connect(RasServer.Options.DEFAULT.withServer("vpn1"))) {
            FakeServer.Hang hang = fake.hang(function);
            FutureTask<Reason> inspecting =
                    new FutureTask<>(() -> catchThrowableOfType(ResetException.class, () -> Inspection.of(server))
                            .reason());
            Thread caller = new Thread(inspecting);
            caller.start();
            hang.awaitEntered();
            caller.interrupt();
            assertThat(inspecting.get()).isEqualTo(Reason.INTERRUPTED);
            hang.release();
        }
        assertThat(fake.calls(MprapiFunction.SERVER_DISCONNECT)).isEqualTo(fake.calls(MprapiFunction.SERVER_CONNECT));
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
