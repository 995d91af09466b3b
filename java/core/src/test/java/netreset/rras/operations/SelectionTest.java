// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.rras.FakePort;
import netreset.rras.abi.RasPortCondition;
import netreset.rras.abi.Winerror;
import netreset.rules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ports are selected. */
class SelectionTest {
    private Bench bench;

    @BeforeEach
    void connect() throws ResetException {
        bench = new Bench();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void namesAreGlobsWhateverTheirCase() throws ResetException {
        bench.free("VPN2-1");
        bench.free("VPN2-12");
        bench.free("VPN3.1");

        assertThat(bench.selected(PortSelection.named("vpn2-*"))).containsExactly("VPN2-1", "VPN2-12");
        assertThat(bench.selected(PortSelection.named("VPN?-1"))).containsExactly("VPN2-1");
        assertThat(bench.selected(PortSelection.named("VPN3.1", "*12"))).containsExactly("VPN2-12", "VPN3.1");
        assertThat(bench.selected(PortSelection.named("VPN[23].1"))).isEmpty();
        assertThat(bench.selected(PortSelection.ALL)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "nonoperational, 0",
        "NON_OPERATIONAL, 0",
        "disconnected, 1",
        "callingback, 2",
        "Calling-Back, 2",
        "listening, 3",
        "authenticating, 4",
        "connected, 5",
        "CONNECTED, 5",
        "authenticated, 5",
        "initializing, 6",
        "unknown, 99"
    })
    @Rule("P61")
    void statesAreOurWordsAndThoseOfNetsh(String word, int condition) throws ResetException {
        for (int value : new int[] {0, 1, 2, 3, 4, 5, 6, 99}) {
            bench.free("P" + value).condition = value;
        }

        assertThat(bench.selected(PortSelection.ALL.withStates(word))).containsExactly("P" + condition);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conected", "", "5", "RAS_PORT_LISTENING", "list*", "idle\u001b[2J"})
    @Rule("P61")
    void otherWordsAreRefused(String word) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortSelection.ALL.withStates("listening", word))
                .withMessageContaining("is no state of a port")
                .withMessageContaining("connected")
                .withMessageNotContaining("\u001b");
    }

    @Test
    void statesAlsoSayHowAPortIsUsed() throws ResetException {
        bench.free("free");
        bench.used("used", "ada", 5);
        bench.stuck("stuck");
        bench.free("coming").condition = RasPortCondition.RAS_PORT_AUTHENTICATING;

        assertThat(bench.selected(PortSelection.ALL.withStates("free"))).containsExactly("free");
        assertThat(bench.selected(PortSelection.ALL.withStates("active"))).containsExactly("used");
        assertThat(bench.selected(PortSelection.ALL.withStates("suspect"))).containsExactly("stuck");
        assertThat(bench.selected(PortSelection.ALL.withStates("transitional", "free")))
                .containsExactly("free", "coming");
    }

    @Test
    void devicesMatchByNameOrType() throws ResetException {
        bench.free("A").device = "WAN Miniport (SSTP)";
        bench.free("B").type = "MODEM";

        assertThat(bench.selected(PortSelection.ALL.withDevices("*(sstp)"))).containsExactly("A");
        assertThat(bench.selected(PortSelection.ALL.withDevices("modem"))).containsExactly("B");
    }

    @Test
    void usersMatchAloneOrWithTheirDomain() throws ResetException {
        bench.used("A", "ada", 1);
        bench.used("B", "bob", 1);
        bench.free("C");
        bench.fake.connections.get(1).domain = "CORP";

        assertThat(bench.selected(PortSelection.ALL.withUsers("ADA"))).containsExactly("A");
        assertThat(bench.selected(PortSelection.ALL.withUsers("corp\\*"))).containsExactly("B");
        assertThat(bench.selected(PortSelection.ALL.withUsers("*"))).containsExactly("A", "B");
    }

    @Test
    void ageIsThatOfTheConnection() throws ResetException {
        bench.used("A", "ada", 3599);
        bench.used("B", "bob", 3600);
        bench.free("C").duration = 9999;

        assertThat(bench.selected(PortSelection.ALL.withConnectedFor(Duration.ofHours(1))))
                .containsExactly("B");
    }

    @Test
    void ageIsUnsigned() throws ResetException {
        bench.used("A", "ada", -1);

        assertThat(bench.selected(PortSelection.ALL.withConnectedFor(Duration.ofDays(10_000))))
                .containsExactly("A");
    }

    @Test
    void ofDuplicatesTheNewestIsKept() throws ResetException {
        bench.used("old", "ada", 900);
        bench.used("new", "ADA", 100);
        bench.used("middle", "ada", 500);
        bench.used("other", "bob", 900);
        bench.used("nameless", "", 900);
        bench.used("nameless too", "", 100);

        assertThat(bench.selected(PortSelection.ALL.withDuplicates(true))).containsExactly("old", "middle");
    }

    @Test
    void twoPortsOfOneConnectionAreNoDuplicates() throws ResetException {
        FakePort first = bench.used("A", "ada", 900);
        FakePort second = bench.free("B");
        second.connection = first.connection;
        second.condition = first.condition;

        assertThat(bench.selected(PortSelection.ALL.withDuplicates(true))).isEmpty();
    }

    @Test
    void whatNeedsConnectionsFailsWithoutThem() {
        bench.used("A", "ada", 900);
        bench.fake.failAlways(MprapiFunction.CONNECTION_ENUM_EX, Winerror.ERROR_ACCESS_DENIED);
        bench.fake.failAlways(MprapiFunction.CONNECTION_ENUM, Winerror.ERROR_ACCESS_DENIED);

        assertThatThrownBy(() -> bench.selected(PortSelection.ALL.withUsers("ada")))
                .isInstanceOfSatisfying(
                        ResetException.class, e -> assertThat(e.reason()).isEqualTo(Reason.PERMISSION_DENIED));
    }

    @Test
    @Rule("P34")
    void thatConnectionsCannotBeReadIsNoted() throws ResetException {
        bench.used("A", "ada", 900);
        bench.fake.failAlways(MprapiFunction.CONNECTION_ENUM_EX, Winerror.ERROR_ACCESS_DENIED);
        bench.fake.failAlways(MprapiFunction.CONNECTION_ENUM, Winerror.ERROR_ACCESS_DENIED);

        SelectedPorts selected = bench.operations.select(PortSelection.named("A"));

        assertThat(selected.ports()).hasSize(1);
        assertThat(selected.notes()).singleElement().asString().startsWith("who is connected can't be read: ");
    }

    @Test
    @Rule("P57")
    void idleIsWhatDoesNotChangeBetweenTwoSamples() throws ResetException {
        FakePort idle = bench.used("idle", "ada", 9);
        idle.counters[0] = 7;
        FakePort busy = bench.used("busy", "bob", 9);
        FakePort frames = bench.used("frames", "cid", 9);
        bench.time.after(Duration.ofSeconds(30), () -> {
            busy.counters[1] = 1;
            frames.counters[3] = 1;
        });

        assertThat(bench.selected(PortSelection.ALL.withIdleFor(Duration.ofMinutes(1))))
                .containsExactly("idle");
        assertThat(bench.time.slept).containsExactly(Duration.ofMinutes(1));
    }

    @Test
    @Rule("P57")
    void aCounterThatGoesDownIsNotIdle() throws ResetException {
        FakePort wrapped = bench.used("wrapped", "ada", 9);
        wrapped.counters[0] = -1;
        FakePort half = bench.used("half", "bob", 9);
        half.counters[0] = 5;
        FakePort other = bench.used("other", "cid", 9);
        bench.time.after(Duration.ofSeconds(1), () -> {
            wrapped.counters[0] = 1;
            half.counters = new int[] {9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
            other.connection = 0x999;
        });
        PortRequest request =
                PortRequest.of(PortOperation.DISCONNECT, PortSelection.ALL.withIdleFor(Duration.ofMinutes(1)));

        PortPlan plan = bench.operations.plan(request);

        assertThat(plan.ports()).isEmpty();
        assertThat(plan.notes())
                .containsExactly("ports left out because their counters went down or couldn't be read: 2");
    }

    @Test
    void impossibleConditionsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PortSelection.named(""));
        assertThatIllegalArgumentException().isThrownBy(() -> PortSelection.ALL.withDevices(""));
        assertThatIllegalArgumentException().isThrownBy(() -> PortSelection.ALL.withUsers(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortSelection.ALL.withConnectedFor(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> PortSelection.ALL.withIdleFor(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> PortSelection.ALL.withIdleFor(Duration.ofHours(2)));
    }
}
