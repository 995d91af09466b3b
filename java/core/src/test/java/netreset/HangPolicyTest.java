// SPDX-License-Identifier: Apache-2.0
package netreset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import netreset.HangPolicy.Action;
import netreset.HangPolicy.Limits;
import netreset.NicEvent.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HangPolicyTest {
    private static final long S = 1_000_000_000L;
    private static final DeviceId NIC = DeviceId.parse("nic:eth1");
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(10), 4, Duration.ofSeconds(30), 3);

    private final HangPolicy policy = new HangPolicy(LIMITS);

    private void see(long seconds, What what) {
        policy.see(new NicEvent(NIC, 2, what, Instant.EPOCH, seconds * S, false, "a sign"));
    }

    private List<Action> at(long seconds) {
        return policy.decide(seconds * S).stream()
                .map(HangPolicy.Decision::action)
                .toList();
    }

    private void reset(long seconds, boolean helped) {
        policy.reset(NIC, seconds * S, helped);
    }

    @ParameterizedTest
    @EnumSource(What.class)
    void onlySignsOfAHangResetAtOnce(What what) {
        see(1, what);
        assertThat(at(1)).isEqualTo(what.isSignOfHang() ? List.of(Action.RESET) : List.of());
    }

    @Test
    void aLostCarrierIsAHangOnceItHasBeenAwayLongEnough() {
        see(1, What.CARRIER_LOST);
        assertThat(at(10)).isEmpty();
        assertThat(at(11)).containsExactly(Action.RESET);
    }

    @ParameterizedTest
    @EnumSource(names = {"CARRIER_BACK", "SWITCHED_OFF", "VANISHED"})
    void whatEndsTheLossEndsTheSuspicion(What end) {
        see(1, What.CARRIER_LOST);
        see(5, end);
        assertThat(at(100)).isEmpty();
    }

    @Test
    void theWaitDoublesWithEachResetInVainAndThenAHumanIsNeeded() {
        see(0, What.TX_TIMEOUT);
        assertThat(at(0)).containsExactly(Action.RESET);
        reset(0, false);
        assertThat(at(1)).containsExactly(Action.HOLD);
        assertThat(at(29)).as("told once").isEmpty();
        assertThat(at(30)).containsExactly(Action.RESET);
        reset(30, false);
        assertThat(at(31)).containsExactly(Action.HOLD);
        assertThat(at(89)).isEmpty();
        assertThat(at(90)).containsExactly(Action.RESET);
        reset(90, false);
        assertThat(at(91)).containsExactly(Action.HUMAN_NEEDED);
        see(5000, What.TX_TIMEOUT);
        assertThat(at(9000)).as("for good").isEmpty();
    }

    @Test
    void helpThatDoesNotLastIsInVain() {
        for (long t : new long[] {0, 30, 90}) {
            see(t, What.TX_TIMEOUT);
            assertThat(at(t)).containsExactly(Action.RESET);
            reset(t, true);
            see(t + 1, What.TX_TIMEOUT);
        }
        assertThat(at(92)).containsExactly(Action.HUMAN_NEEDED);
    }

    @Test
    void helpThatLastsBeginsAnewUpToTheHoursLimit() {
        for (long t : new long[] {0, 100, 200, 300}) {
            see(t, What.TX_TIMEOUT);
            assertThat(at(t)).containsExactly(Action.RESET);
            reset(t, true);
        }
        see(400, What.TX_TIMEOUT);
        assertThat(policy.decide(400 * S)).singleElement().satisfies(decision -> {
            assertThat(decision.action()).isEqualTo(Action.HOLD);
            assertThat(decision.why()).contains("4 times within an hour");
        });
        assertThat(at(3599)).isEmpty();
        assertThat(at(3600)).containsExactly(Action.RESET);
    }

    @Test
    void anotherNicHasLimitsOfItsOwn() {
        see(0, What.TX_TIMEOUT);
        reset(0, false);
        DeviceId other = DeviceId.parse("nic:eth2");
        policy.see(new NicEvent(other, 3, What.TX_TIMEOUT, Instant.EPOCH, S, false, "a sign"));
        assertThat(policy.decide(S))
                .filteredOn(decision -> decision.device().equals(other))
                .extracting(HangPolicy.Decision::action)
                .containsExactly(Action.RESET);
    }

    @Test
    void limitsThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> new Limits(Duration.ZERO, 0, Duration.ZERO, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(Duration.ofSeconds(-1), 1, Duration.ZERO, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
