// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.miniports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import netreset.ndis.NetBufferList;
import netreset.ndis.PowerState;
import netreset.ndis.library.AdapterState;
import netreset.ndis.library.ResetState;
import netreset.ndis.sim.Fifo;
import netreset.ndis.trace.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That each miniport does what it is there to show. */
class MiniportsTest {
    private static final long SECOND = 1_000_000_000L;

    private static Machine<WellBehavedNic> wellBehaved() {
        return new Machine<>(Fifo.FIFO, WellBehavedNic.characteristics(), WellBehavedNic::new);
    }

    private static Machine<Netvmini> netvmini() {
        return new Machine<>(Fifo.FIFO, Netvmini.characteristics(), Netvmini::new);
    }

    @Test
    void theGoodOneSendsAndResets() {
        Machine<WellBehavedNic> machine = wellBehaved();
        machine.send("s");
        machine.ndis.interrupt("nic0");
        machine.simulation.settle();
        machine.send("t");
        machine.reset().send("u");
        assertThat(machine.told).containsExactly("s SUCCESS", "RESET_START", "t RESET_IN_PROGRESS", "RESET_END");
        assertThat(machine.broken()).isEmpty();
    }

    @Test
    void theGoodOneSeesASendThatIsStuck() {
        Machine<WellBehavedNic> machine = wellBehaved();
        machine.send("s");
        machine.simulation.runFor(5 * SECOND);
        assertThat(machine.told).containsExactly("RESET_START", "s RESET_IN_PROGRESS", "RESET_END");
        assertThat(machine.broken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "halt", "remove", "power", "shutdown"})
    void theGoodOneBearsItAllInTheMiddleOfAReset(String what) {
        Machine<WellBehavedNic> machine = wellBehaved();
        machine.send("s");
        machine.ndis.NdisMResetMiniport(machine.ndis.adapter("nic0").handle());
        machine.simulation.runFor(SECOND / 1000);
        switch (what) {
            case "pause" -> machine.ndis.pause("nic0");
            case "halt" -> machine.ndis.halt("nic0");
            case "remove" -> machine.ndis.surpriseRemove("nic0");
            case "power" -> machine.ndis.power("nic0", PowerState.D3);
            default -> machine.ndis.shutdown("nic0");
        }
        machine.simulation.settle();
        assertThat(machine.broken()).isEmpty();
        assertThat(machine.count(What.RESET_HANDLER)).isEqualTo(1);
        assertThat(machine.ndis.bugCheck()).isNull();
        assertThat(machine.ndis.unfinished().isEmpty()).isEqualTo(!what.equals("shutdown"));
    }

    @Test
    void netvminiWaitsForReceivedBuffers() {
        Machine<Netvmini> machine = netvmini();
        machine.driver.receive(machine.nic(Netvmini.Nic.class), new NetBufferList("r"));
        machine.reset();
        assertThat(machine.broken()).containsExactly(45);
        assertThat(machine.told).containsExactly("RESET_START", "RESET_END");
        assertThat(machine.simulation.now()).isBetween(2 * SECOND, 3 * SECOND);
    }

    @Test
    void inNetvminiAPauseEatsTheReset() {
        Machine<Netvmini> machine = netvmini();
        machine.driver.receive(machine.nic(Netvmini.Nic.class), new NetBufferList("r"));
        machine.ndis.NdisMResetMiniport(machine.ndis.adapter("nic0").handle());
        machine.simulation.runFor(SECOND / 2);
        machine.ndis.pause("nic0");
        machine.simulation.runFor(SECOND / 2);
        machine.ndis.NdisReturnNetBufferLists(machine.open().handle(), machine.received.get(0), 0);
        machine.simulation.runFor(60 * SECOND);
        assertThat(machine.ndis.adapter("nic0").state()).isEqualTo(AdapterState.PAUSED);
        assertThat(machine.ndis.adapter("nic0").resetState()).isEqualTo(ResetState.PENDING);
        assertThat(machine.ndis.unfinished()).hasSize(1);
    }

    @Test
    void gvnicAsksAndNothingHappens() {
        Machine<Gvnic> machine = new Machine<>(Fifo.FIFO, Gvnic.characteristics(), Gvnic::new);
        machine.nic(Gvnic.Nic.class).needsReset();
        machine.ndis.interrupt("nic0");
        machine.simulation.settle();
        assertThat(machine.count(What.RESET_REQUEST)).isEqualTo(1);
        assertThat(machine.count(What.RESET_REQUEST_DROPPED)).isEqualTo(1);
        assertThat(machine.told).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, HALTED", "false, RUNNING"})
    void netKvmGivesUpWhatDoesNotComeBack(boolean beyondRepair, AdapterState state) {
        Machine<NetKvm> machine = new Machine<>(Fifo.FIFO, NetKvm.characteristics(), NetKvm::new);
        machine.nic(NetKvm.Nic.class).needsReset(beyondRepair);
        machine.simulation.runFor(20 * SECOND);
        assertThat(machine.ndis.adapter("nic0").state()).isEqualTo(state);
        assertThat(machine.count(What.RESET_HANDLER)).isEqualTo(1);
        assertThat(machine.broken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 1, D0", "6, 0, D3"})
    void slowPowerIsResetInTheMiddleUnlessThePeriodIsLonger(int period, int resets, PowerState power) {
        Machine<SlowPowerNic> machine = new Machine<>(
                Fifo.FIFO, SlowPowerNic.characteristics(), ndis -> new SlowPowerNic(ndis, 5 * SECOND, period));
        machine.ndis.power("nic0", PowerState.D3);
        machine.simulation.runFor(20 * SECOND);
        assertThat(machine.count(What.RESET_HANDLER)).isEqualTo(resets);
        assertThat(machine.ndis.adapter("nic0").power()).isEqualTo(power);
        assertThat(machine.broken()).isEmpty();
    }

    @Test
    void e100HoldsAResetWhileItDetectsTheLink() {
        Machine<E100> machine = new Machine<>(Fifo.FIFO, E100.characteristics(), E100::new);
        machine.send("s");
        machine.driver.detectLink(machine.nic(E100.Nic.class), 30 * SECOND);
        machine.ndis.NdisMResetMiniport(machine.ndis.adapter("nic0").handle());
        machine.simulation.runFor(29 * SECOND);
        assertThat(machine.told).containsExactly("RESET_START");
        machine.simulation.runFor(2 * SECOND);
        assertThat(machine.told).isEqualTo(List.of("RESET_START", "s RESET_IN_PROGRESS", "RESET_END"));
        assertThat(machine.broken()).isEmpty();
    }

    @Test
    void e100HangsAfterSixChecks() {
        Machine<E100> machine = new Machine<>(Fifo.FIFO, E100.characteristics(), E100::new);
        machine.send("s");
        machine.simulation.runFor(11 * SECOND);
        assertThat(machine.told).isEmpty();
        machine.simulation.runFor(2 * SECOND);
        assertThat(machine.told).containsExactly("RESET_START", "s RESET_IN_PROGRESS", "RESET_END");
    }
}
