// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import static netreset.ndis.MediaConnectState.CONNECTED;
import static netreset.ndis.MediaConnectState.DISCONNECTED;
import static netreset.ndis.library.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import netreset.ndis.MediaConnectState;
import netreset.ndis.NdisStatus;
import netreset.ndis.StatusIndication;
import netreset.ndis.rules.Knob;
import netreset.ndis.trace.What;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows a reset that failed, or that lost the link. */
class EscalationTest {
    private World world = new World();

    private World failing() {
        world.nic.reset = (port, addressing) -> {
            world.ndis.NdisWriteErrorLogEntry(port.handle(), 0xC000138A, "dead");
            addressing.set(false);
            return NdisStatus.HARD_ERRORS;
        };
        return world.started();
    }

    @Test
    @Rule("R93")
    void nothingFollowsAFailureByItself() {
        failing().reset();
        world.simulation.runFor(60 * SECOND);
        assertThat(world.nic.resets).isEqualTo(1);
        assertThat(world.adapter().state()).isEqualTo(AdapterState.RUNNING);
        assertThat(world.adapter().isDegraded()).isTrue();
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R93")
    void theKnobRemovesAfterThreeFailures() {
        world = new World(Knob.HARD_ERROR_FOLLOW_UP, "REMOVE_AFTER_3");
        failing().reset().reset();
        assertThat(world.adapter().state()).isEqualTo(AdapterState.RUNNING);
        world.reset();
        assertThat(world.adapter().state()).isEqualTo(AdapterState.HALTED);
        assertThat(world.events(What.HALT).get(0).text()).isEqualTo("DEVICE_FAILED");
    }

    @Test
    void aLoopOfResetsIsRemarkedOn() {
        world.nic.checkForHang = port -> true;
        world.started().simulation.runFor(20 * SECOND);
        assertThat(world.nic.resets).isEqualTo(10);
        assertThat(world.events(What.NOTE))
                .singleElement()
                .satisfies(note -> assertThat(note.rule()).isEqualTo(93));
    }

    @ParameterizedTest
    @CsvSource({"HALT_WAITS, false", "HALT_PROCEEDS, true"})
    @Rule("R81")
    void aHaltWaitsForAPendingResetUnlessTheKnobSaysOtherwise(String reading, boolean proceeds) {
        world = new World(Knob.RESET_VS_HALT, reading).started().pending().reset();
        world.ndis.halt("nic0");
        world.simulation.settle();
        assertThat(world.adapter().state() == AdapterState.HALTED).isEqualTo(proceeds);
        world.complete(NdisStatus.SUCCESS, false);
        assertThat(world.adapter().state()).isEqualTo(AdapterState.HALTED);
        assertThat(world.broken()).isEmpty();
        world.complete(NdisStatus.SUCCESS, false);
        assertThat(world.broken()).containsExactly(83);
        assertThat(world.events(What.HALT)).hasSize(1);
    }

    @Test
    @Rule("R81")
    void aResetThatIsOnlyQueuedIsDiscardedByAHalt() {
        world.started();
        world.ndis.halt("nic0");
        world.ndis.NdisMResetMiniport(world.handle());
        world.adapter().leaving = true;
        world.simulation.settle();
        assertThat(world.nic.resets).isZero();
        assertThat(world.events(What.RESET_REQUEST_DROPPED)).hasSize(1);
        assertThat(world.adapter().state()).isEqualTo(AdapterState.HALTED);
    }

    private void indicate(MediaConnectState state) {
        world.ndis.NdisMIndicateStatusEx(world.handle(), StatusIndication.link(world.handle(), state));
    }

    /** Connected, and a reset is pending. */
    private void connected() {
        world.started();
        world.ndis.media("nic0", CONNECTED);
        indicate(CONNECTED);
        world.pending().reset();
    }

    private void settled() {
        world.complete(NdisStatus.SUCCESS, false);
        world.simulation.runFor(5 * SECOND);
    }

    @Test
    @Rule({"R95", "R96"})
    void lossAndReturnAreTold() {
        connected();
        world.ndis.media("nic0", DISCONNECTED);
        indicate(DISCONNECTED);
        world.ndis.media("nic0", CONNECTED);
        indicate(CONNECTED);
        settled();
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R95")
    void aLossThatNobodyIsToldOfIsSeen() {
        connected();
        world.ndis.media("nic0", DISCONNECTED);
        world.ndis.media("nic0", CONNECTED);
        settled();
        assertThat(world.broken()).containsExactly(95);
    }

    @Test
    @Rule({"R95", "R96"})
    void aReturnThatNobodyIsToldOfIsSeen() {
        connected();
        world.ndis.media("nic0", DISCONNECTED);
        indicate(DISCONNECTED);
        world.ndis.media("nic0", CONNECTED);
        settled();
        assertThat(world.broken()).containsExactly(95, 96);
    }

    @ParameterizedTest
    @CsvSource({"1900, false", "2100, true"})
    @Rule("R96")
    void aDifferenceIsToldWithinTwoSeconds(long millis, boolean violation) {
        world.started().pending().reset();
        world.ndis.media("nic0", CONNECTED);
        world.ndis.NdisMResetComplete(world.handle(), NdisStatus.SUCCESS, false);
        world.simulation.runFor(millis * 1_000_000);
        indicate(CONNECTED);
        world.simulation.runFor(5 * SECOND);
        assertThat(world.broken()).isEqualTo(violation ? List.of(96) : List.of());
    }
}
