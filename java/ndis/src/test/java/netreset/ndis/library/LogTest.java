// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import netreset.ndis.Irql;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.Steps;
import netreset.ndis.rules.Profile;
import netreset.ndis.sim.RandomChooser;
import netreset.ndis.sim.Randomness;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs of runs in which everything happens at once. */
class LogTest {
    /** Threads that send, ask, and reset, and a NIC whose resets complete at any time. */
    private static World stormy(long seed) {
        World world = new World(Settings.of(Profile.NDIS_6_30), new RandomChooser(seed), seed);
        world.nic.reset = (port, addressing) -> world.ndis.script(
                new Steps().then(() -> later(world, port)).then(() -> {}).returns(NdisStatus.PENDING));
        world.started();
        Randomness dice = new Randomness(seed).fork("workload");
        for (int i = 0; i < 3; i++) {
            thread(world, "reset" + i, dice, () -> world.ndis.NdisMResetMiniport(world.handle()));
            thread(world, "send" + i, dice, () -> send(world.ndis, world.tcp, "s"));
            thread(world, "ask" + i, dice, () -> ask(world.ndis, world.lldp, "q"));
        }
        world.simulation.settle();
        return world;
    }

    private static void later(World world, TestNic.Port port) {
        world.ndis.thread(
                "completer",
                Irql.DISPATCH,
                new Steps()
                        .then(() -> {})
                        .then(() -> world.ndis.NdisMResetComplete(port.handle(), NdisStatus.SUCCESS, true)));
    }

    private static void thread(World world, String name, Randomness dice, Runnable action) {
        Steps steps = new Steps();
        for (int i = 0; i < 4; i++) {
            steps.sleep(dice.below(1_000)).then(action);
        }
        world.ndis.thread(name, Irql.PASSIVE, steps);
    }

    private static void send(Ndis ndis, TestProtocol protocol, String name) {
        ndis.NdisSendNetBufferLists(protocol.open().handle(), new NetBufferList(name), 0, 0);
    }

    private static void ask(Ndis ndis, TestProtocol protocol, String name) {
        ndis.NdisOidRequest(protocol.open().handle(), OidRequest.set(name, Oid.GEN_CURRENT_PACKET_FILTER, 1));
    }

    @Test
    @Rule("R97")
    void theSameSeedGivesTheSameBytes() {
        Set<String> logs = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            String log = stormy(seed).log.text();
            assertThat(stormy(seed).log.text()).isEqualTo(log);
            logs.add(log);
        }
        assertThat(logs).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1000, 2000, 3000})
    @Rule({"R98", "R43", "R20", "R33"})
    void everyLogIsInOrder(long from) {
        for (long seed = from; seed < from + 250; seed++) {
            World world = stormy(seed);
            assertThat(world.broken()).as("seed %d", seed).doesNotContain(20, 33, 43, 47, 62, 81, 98);
            assertThat(world.ndis.bugCheck()).as("seed %d", seed).isNull();
            assertThat(world.ndis.unfinished()).as("seed %d", seed).isEmpty();
            assertBalanced(world, "protocol tcp/nic0");
            assertBalanced(world, "protocol lldp/nic0");
        }
    }

    private static void assertBalanced(World world, String binding) {
        int open = 0;
        for (Event event : world.log.events()) {
            if (event.what() == What.STATUS && binding.equals(event.to())) {
                open += NdisStatus.RESET_START.equals(event.status()) ? 1 : -1;
                assertThat(open).isBetween(0, 1);
            }
        }
        assertThat(open).isZero();
    }
}
