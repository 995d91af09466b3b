// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import netreset.DeviceIdentity;
import netreset.LinkState;
import netreset.LinkState.Operational;
import netreset.ResetReport.NicSnapshot;
import netreset.ResetReport.Timing;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Times in milliseconds after the dispatch; a look every 10. */
class RecoveryTest {
    private static final DeviceIdentity NIC = new DeviceIdentity("eth1", 2, "0000:02:00.0", "02:00:00:00:00:02");
    private static final long SYNCHRONOUS = 0;
    private static final long ASYNCHRONOUS = 2_000;

    private static long nanos(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private static NicSnapshot link(boolean adminUp, Operational operational, Boolean carrier, long ups, long downs) {
        return new NicSnapshot(NIC, new LinkState(adminUp, operational, carrier, ups, downs));
    }

    private static NicSnapshot up(long ups, long downs) {
        return link(true, Operational.UP, true, ups, downs);
    }

    private static NicSnapshot down(long ups, long downs) {
        return link(true, Operational.DOWN, false, ups, downs);
    }

    private static Recovery recovery(NicSnapshot before, long mayStartAfter) {
        return new Recovery(before, 0, nanos(mayStartAfter));
    }

    /** Looks every 10 ms, from one time to before another. */
    private static void look(Recovery recovery, long from, long to, NicSnapshot seen) {
        for (long at = from; at < to; at += 10) {
            recovery.look(nanos(at), seen);
        }
    }

    @Rule({"L58", "L60"})
    @Test
    void aResetThatBeginsLateIsNeverRecoveredBeforeItWentDown() {
        Recovery recovery = recovery(up(1, 0), ASYNCHRONOUS);
        recovery.returned(nanos(1));
        for (long at = 10; at < 800; at += 10) {
            recovery.look(nanos(at), up(1, 0));
            assertThat(recovery.isSettled()).isFalse();
        }
        look(recovery, 800, 2_300, down(1, 1));
        assertThat(recovery.isSettled()).isFalse();
        look(recovery, 2_300, 2_810, up(2, 1));
        assertThat(recovery.isSettled()).isTrue();
        Timing timing = recovery.timing(1, false);
        assertThat(timing.outageNanos()).isEqualTo(nanos(1_500));
        assertThat(timing.resolutionNanos()).isEqualTo(nanos(20));
    }

    @Rule("L58")
    @Test
    void withoutAnySignAnUnknownDriverIsWaitedFor() {
        Recovery recovery = recovery(up(1, 0), ASYNCHRONOUS);
        recovery.returned(0);
        look(recovery, 10, 2_000, up(1, 0));
        assertThat(recovery.isSettled()).isFalse();
        recovery.look(nanos(2_000), up(1, 0));
        assertThat(recovery.isSettled()).isTrue();
        assertThat(recovery.isSignSeen()).isFalse();
        assertThat(recovery.timing(1, false).outageNanos()).isNull();
    }

    @Rule("L55")
    @Test
    void aFlapThatNoLookSawShowsInTheCounters() {
        Recovery recovery = recovery(up(1, 0), SYNCHRONOUS);
        recovery.returned(nanos(50));
        recovery.look(nanos(60), up(2, 1));
        assertThat(recovery.isSignSeen()).isTrue();
        Timing timing = recovery.timing(1, false);
        assertThat(timing.outageNanos()).isEqualTo(nanos(60));
        assertThat(timing.resolutionNanos()).isEqualTo(nanos(60));
    }

    @Rule("L62")
    @Test
    void aFlapWithinTheSettleTimeRestartsIt() {
        Recovery recovery = recovery(up(1, 0), SYNCHRONOUS);
        recovery.returned(0);
        look(recovery, 10, 100, down(1, 1));
        look(recovery, 100, 590, up(2, 1));
        assertThat(recovery.isSettled()).isFalse();
        look(recovery, 590, 1_090, up(3, 2));
        assertThat(recovery.isSettled()).isFalse();
        recovery.look(nanos(1_090), up(3, 2));
        assertThat(recovery.isSettled()).isTrue();
        assertThat(recovery.timing(1, false).outageNanos()).isEqualTo(nanos(580));
    }

    @Rule("L57")
    @ParameterizedTest
    @EnumSource(
            value = Operational.class,
            names = {"UP", "UNKNOWN"})
    void operationalUpOrUnknownWithCarrierIsBack(Operational operational) {
        Recovery recovery = recovery(link(true, operational, true, -1, -1), SYNCHRONOUS);
        recovery.returned(0);
        recovery.look(nanos(500), link(true, operational, true, -1, -1));
        assertThat(recovery.isSettled()).isTrue();
    }

    @Rule("L57")
    @ParameterizedTest
    @EnumSource(
            value = Operational.class,
            names = {"UP", "UNKNOWN"},
            mode = Mode.EXCLUDE)
    void anyOtherOperationalStateIsNotBack(Operational operational) {
        Recovery recovery = recovery(up(1, 0), SYNCHRONOUS);
        recovery.returned(0);
        look(recovery, 10, 10_000, link(true, operational, true, 1, 0));
        assertThat(recovery.isSettled()).isFalse();
    }

    @Rule("L57")
    @Test
    void anInterfaceThatWasOffIsRestoredWhenItIsOff() {
        NicSnapshot off = link(false, Operational.DOWN, false, 1, 1);
        Recovery recovery = recovery(off, SYNCHRONOUS);
        recovery.returned(0);
        recovery.look(nanos(500), off);
        assertThat(recovery.isSettled()).isTrue();
        look(recovery, 510, 1_500, up(2, 1));
        assertThat(recovery.isSettled()).as("left on").isFalse();
    }

    @Test
    void anInterfaceThatIsSwitchedOffIsNotBack() {
        Recovery recovery = recovery(up(1, 0), SYNCHRONOUS);
        recovery.returned(0);
        look(recovery, 10, 10_000, link(false, Operational.DOWN, true, 1, 0));
        assertThat(recovery.isSettled()).isFalse();
    }

    @Test
    void aVanishedInterfaceIsNotBackAndAnotherOneInItsPlaceIsNot() {
        Recovery recovery = recovery(up(1, 0), SYNCHRONOUS);
        recovery.returned(0);
        recovery.look(nanos(10), null);
        assertThat(recovery.isThere()).isFalse();
        NicSnapshot other =
                new NicSnapshot(new DeviceIdentity("eth1", 2, "0000:09:00.0", "02:00:00:00:00:09"), up(1, 0).link());
        look(recovery, 20, 10_000, other);
        assertThat(recovery.isSettled()).isFalse();
    }

    @Test
    void nothingIsSettledWhileTheCallIsAway() {
        Recovery recovery = recovery(up(1, 0), SYNCHRONOUS);
        look(recovery, 10, 5_000, up(1, 0));
        assertThat(recovery.isSettled()).isFalse();
    }

    /** The kernel may stop answering: what was good then needn't be now. */
    @Rule("L35")
    @Test
    void timeWithoutALookSettlesNothing() {
        Recovery recovery = recovery(up(1, 0), SYNCHRONOUS);
        recovery.returned(0);
        recovery.look(nanos(400), up(1, 0));
        assertThat(recovery.isSettled()).isFalse();
        recovery.look(nanos(500), up(1, 0));
        assertThat(recovery.isSettled()).isTrue();
    }

    /** Whatever is seen, in whatever order: no negative outage, and only of a link that is back. */
    @Rule("L60")
    @Test
    void anOutageIsNeverNegativeAndStatesItsResolution() {
        Random random = new Random(20_261_122);
        for (int run = 0; run < 2_000; run++) {
            Recovery recovery = recovery(random.nextBoolean() ? up(1, 0) : down(0, 0), ASYNCHRONOUS);
            long at = random.nextInt(50);
            recovery.returned(nanos(at));
            long ups = 1;
            for (int look = 0; look < 50; look++) {
                at += 1 + random.nextInt(100);
                ups += random.nextInt(2);
                recovery.look(
                        nanos(at),
                        random.nextInt(9) == 0 ? null : random.nextBoolean() ? up(ups, ups) : down(ups, ups));
                Timing timing = recovery.timing(1, false);
                assertThat(timing.outageNanos() == null).isEqualTo(timing.resolutionNanos() == null);
                if (timing.outageNanos() != null) {
                    assertThat(recovery.isGood()).isTrue();
                    assertThat(timing.outageNanos()).isBetween(0L, nanos(at));
                    assertThat(timing.resolutionNanos()).isPositive();
                }
            }
        }
    }
}
