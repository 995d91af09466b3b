// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import netreset.DeviceIdentity;
import netreset.Evidence;
import netreset.Outcome;
import netreset.Port;
import netreset.Reason;
import netreset.Refusal;
import netreset.ResetEvent;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetReport.PortSnapshot;
import netreset.ResetRequest;
import netreset.Resettability;
import netreset.Scope;
import netreset.Verification;
import netreset.bridge.MprapiFunction;
import netreset.rras.FakeConnection;
import netreset.rras.FakePort;
import netreset.rras.FakeServer;
import netreset.rras.RasServer;
import netreset.rras.abi.RasPortCondition;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ports as devices of the API. */
class RasPortsTest {
    private final FakeServer fake = new FakeServer();
    private final List<RasServer.Options> connected = new ArrayList<>();
    private final RasPorts ports = ports(null);

    private RasPorts ports(Path auditFile) {
        return new RasPorts(
                options -> {
                    connected.add(options);
                    return fake.connect();
                },
                new FakeTime(),
                auditFile);
    }

    private FakePort port(String name, int condition, long connection) {
        FakePort port = new FakePort(0x10L + fake.ports.size(), name);
        port.condition = condition;
        port.connection = connection;
        if (connection != 0) {
            fake.connections.add(new FakeConnection(connection, "ada"));
        }
        fake.ports.add(port);
        return port;
    }

    private FakePort stuck(String name) {
        return port(name, RasPortCondition.RAS_PORT_LISTENING, 0x99);
    }

    private ResetReport reset(ResetRequest request) throws ResetException {
        return ports.reset(request, ResetListener.NONE);
    }

    @Test
    void listsPortsThatCanBeNamed() throws ResetException {
        FakePort port = port("VPN2-1", RasPortCondition.RAS_PORT_AUTHENTICATED, 0x5);
        port.calls = -1;
        port("", RasPortCondition.RAS_PORT_LISTENING, 0);
        port("odd", 99, 0).device = "";

        List<Port> found = ports.list();

        assertThat(found).extracting(device -> device.id().toString()).containsExactly("ras:VPN2-1", "ras:odd");
        Port first = found.get(0);
        assertThat(first.state()).isEqualTo("authenticated");
        assertThat(first.driver()).isEqualTo("WAN Miniport (IKEv2)");
        assertThat(first.connected()).isTrue();
        assertThat(first.totalCalls()).isEqualTo(0xffffffffL);
        assertThat(first.resettability().answer()).isEqualTo(Resettability.Answer.UNKNOWN);
        assertThat(found.get(1).state()).isEqualTo("unknown(99)");
        assertThat(found.get(1).driver()).isNull();
    }

    @Test
    @Rule({"P36", "P37"})
    void aResetThatChangesNothingIsNoRecovery() throws ResetException {
        stuck("A");

        ResetReport report = reset(ResetRequest.of("ras:A"));

        assertThat(report.outcome()).isEqualTo(Outcome.NO_EFFECT_OBSERVED);
        assertThat(report.evidence()).isEqualTo(Evidence.DISPATCHED);
        assertThat(report.performed().isEmpty()).isTrue();
        assertThat(report.remaining().words()).containsExactly("port");
        assertThat(report.method()).isEqualTo("mprapi");
        assertThat(report.bridge()).isEqualTo("fake");
        assertThat(report.code()).isNull();
        assertThat(((PortSnapshot) report.after()).connected()).isTrue();
    }

    @Test
    @Rule({"P36", "P37"})
    void withoutVerificationItIsAcceptedAtBest() throws ResetException {
        stuck("A");
        fake.reset = Bench::hangUp;

        ResetReport report = reset(ResetRequest.of("ras:A").withVerification(Verification.NONE));

        assertThat(report.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(report.evidence()).isEqualTo(Evidence.DISPATCHED);
    }

    @Test
    @Rule("P36")
    void aResetThatFreesThePortIsARecovery() throws ResetException {
        stuck("A");
        fake.reset = Bench::hangUp;

        ResetReport report = reset(ResetRequest.of("ras:A"));

        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.evidence()).isEqualTo(Evidence.PRESENT);
        assertThat(report.performed().words()).containsExactly("port");
        assertThat(((PortSnapshot) report.before()).connected()).isTrue();
        assertThat(((PortSnapshot) report.after()).connected()).isFalse();
    }

    @Test
    @Rule("P41")
    void aLostAnswerIsInFlight() throws ResetException {
        stuck("A");
        fake.fail(MprapiFunction.PORT_RESET, 1726);

        ResetReport report = reset(ResetRequest.of("ras:A"));

        assertThat(report.outcome()).isEqualTo(Outcome.IN_FLIGHT);
        assertThat(report.evidence()).isEqualTo(Evidence.NONE);
        assertThat(report.code().value()).isEqualTo(1726);
    }

    @Test
    @Rule("P44")
    void aPortInUseIsRefusedUnlessTheCallerOverridesIt() throws ResetException {
        port("A", RasPortCondition.RAS_PORT_AUTHENTICATED, 0x5);
        ResetRequest request = ResetRequest.of("ras:A");

        ResetReport refused = reset(request);

        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.refusals()).extracting(Refusal::code).containsExactly("in-use");
        assertThat(ports.plan(request).refusals()).extracting(Refusal::code).containsExactly("in-use");
        assertThat(fake.calls(MprapiFunction.PORT_RESET)).isZero();
        ResetRequest forced = request.withOverrides(Set.of("in-use"));
        assertThat(ports.plan(forced).refusals()).isEmpty();
        assertThat(reset(forced).outcome()).isEqualTo(Outcome.NO_EFFECT_OBSERVED);
    }

    @Test
    @Rule("P45")
    void aPlanTouchesNothing() throws ResetException {
        stuck("A");

        ResetPlan plan = ports.plan(ResetRequest.of("ras:A").withTimeout(Duration.ofSeconds(5)));

        assertThat(plan.steps()).hasSize(3).contains("MprAdminPortReset");
        assertThat(plan.steps().get(2)).endsWith("at most 5000 ms");
        assertThat(plan.identity().name()).isEqualTo("A");
        assertThat(plan.identity().interfaceIndex()).isEmpty();
        assertThat(plan.identity().sameDevice(DeviceIdentity.ofPort("A"))).isTrue();
        assertThat(plan.identity().sameDevice(DeviceIdentity.ofPort("B"))).isFalse();
        assertThat(fake.calls(MprapiFunction.PORT_RESET)).isZero();
    }

    @Test
    void aRefusedCallIsThrownWithItsCode() {
        stuck("A");
        fake.fail(MprapiFunction.PORT_RESET, 5);

        assertThatThrownBy(() -> reset(ResetRequest.of("ras:A"))).isInstanceOfSatisfying(ResetException.class, e -> {
            assertThat(e.reason()).isEqualTo(Reason.PERMISSION_DENIED);
            assertThat(e.code().value()).isEqualTo(5);
        });
    }

    @Test
    void thePortIsFoundByItsExactName() {
        stuck("VPN2-1");
        stuck("twice");
        stuck("twice");

        assertReason("ras:VPN2-*", Reason.NOT_FOUND);
        assertReason("ras:VPN2-2", Reason.NOT_FOUND);
        assertReason("ras:twice", Reason.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ras://", "ras:///A", "ras://SERVER", "ras://SERVER/"})
    void halfAnAddressIsRefusedBeforeAnythingIsCalled(String target) {
        assertReason(target, Reason.INVALID_REQUEST);
        assertThat(connected).isEmpty();
    }

    @Test
    void otherScopesAndOverridesAreRefusedBeforeAnythingIsCalled() {
        assertThatThrownBy(() -> reset(ResetRequest.of("ras:A").withScope(Scope.of("mac"))))
                .hasMessageContaining("function or port");
        assertThatThrownBy(() -> reset(ResetRequest.of("ras:A").withOverrides(Set.of("disables-device"))))
                .hasMessageContaining("in-use");
        assertThat(connected).isEmpty();
    }

    @Test
    void anotherServersPortIsSoughtThere() throws ResetException {
        stuck("A/B");

        assertThat(reset(ResetRequest.of("ras://vpn.example/A/B")).id()).hasToString("ras://vpn.example/A/B");
        assertThat(connected).extracting(RasServer.Options::server).containsExactly("vpn.example");
    }

    @Test
    void everySessionIsClosed() throws ResetException {
        stuck("A");
        ports.list();
        ports.plan(ResetRequest.of("ras:A"));
        reset(ResetRequest.of("ras:A"));
        assertReason("ras:B", Reason.NOT_FOUND);

        assertThat(fake.calls(MprapiFunction.SERVER_CONNECT)).isEqualTo(4);
        assertThat(fake.calls(MprapiFunction.SERVER_DISCONNECT)).isEqualTo(4);
    }

    @Test
    @Rule("P50")
    void theAuditFileAndTheListenerKnowBeforeTheCall(@TempDir Path folder) throws ResetException, IOException {
        Path file = folder.resolve("audit");
        stuck("A");
        List<ResetEvent.What> heard = new ArrayList<>();
        List<ResetEvent.What> heardAtCall = new ArrayList<>();
        fake.reset = reset -> heardAtCall.addAll(heard);

        ports(file).reset(ResetRequest.of("ras:A").withReason("ticket 4711"), event -> heard.add(event.what()));

        assertThat(heardAtCall).containsExactly(ResetEvent.What.DISPATCHED);
        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .allMatch(line -> line.contains("\"askedReason\":\"ticket 4711\""));
    }

    @Test
    @Rule("P50")
    void withoutTheAuditFileNothingIsDone(@TempDir Path folder) {
        stuck("A");

        assertThatThrownBy(() -> ports(folder).reset(ResetRequest.of("ras:A"), ResetListener.NONE))
                .isInstanceOf(ResetException.class)
                .hasMessageContaining("audit file");
        assertThat(fake.calls(MprapiFunction.PORT_RESET)).isZero();
    }

    private void assertReason(String target, Reason reason) {
        assertThatThrownBy(() -> reset(ResetRequest.of(target)))
                .isInstanceOfSatisfying(
                        ResetException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
