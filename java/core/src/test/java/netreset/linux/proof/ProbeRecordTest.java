// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** Probes every 50 ms, from 1 s before the clock's end on: its numbers wrap meanwhile. */
class ProbeRecordTest {
    private static final long START = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(1);
    private static final int INTERVAL = 50;

    private final ProbeRecord record = new ProbeRecord();
    private int number;
    private long now = START;

    private static long nanos(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** So many probes, each answered after a millisecond. */
    private void answered(int count) {
        for (int i = 0; i < count; i++) {
            record.sent(number, now);
            record.answered(number++, now + nanos(1));
            now += nanos(INTERVAL);
        }
    }

    private void lost(int count) {
        for (int i = 0; i < count; i++) {
            record.sent(number++, now);
            now += nanos(INTERVAL);
        }
    }

    private Traffic traffic() {
        return record.traffic("echo", START, null);
    }

    @Rule("L60")
    @Test
    void anOutageIsFromTheLastAnswerToTheFirstAndSaysHowMuchShorterItMayHaveBeen() {
        answered(10);
        record.begin();
        answered(10);
        lost(30);
        answered(1);
        assertThat(traffic().outageNanos()).isEqualTo(nanos(31 * INTERVAL));
        assertThat(traffic().resolutionNanos()).isEqualTo(nanos(49 + 51));
    }

    @Rule("L60")
    @Test
    void anOutageThatHasNotEndedHasNoLength() {
        answered(10);
        record.begin();
        lost(30);
        assertThat(traffic().outageNanos()).isNull();
        assertThat(traffic().resolutionNanos()).isNull();
    }

    @Rule("L59")
    @Test
    void whatWasAnsweredBeforeAndIsNotSinceIsDead() {
        answered(10);
        record.begin();
        long since = now;
        lost(30);
        Traffic traffic = record.traffic("echo", since, null);
        assertThat(traffic.isDead()).isTrue();
        assertThat(traffic.unanswered()).isEqualTo(30);
    }

    @Test
    void anAnswerToAnEarlierProbeProvesNothing() {
        answered(10);
        record.begin();
        record.sent(number, now);
        long since = now + nanos(10);
        record.answered(number++, now + nanos(20));
        assertThat(record.traffic("echo", since, null).answered()).isFalse();
        now += nanos(INTERVAL);
        answered(1);
        assertThat(record.traffic("echo", since, null).answered()).isTrue();
    }

    @Test
    void onePacketThatIsLostIsNoOutage() {
        answered(10);
        record.begin();
        lost(1);
        answered(10);
        assertThat(traffic().outageNanos()).isNull();
        assertThat(traffic().answered()).isTrue();
    }

    @Test
    void aPauseOfOursIsNoOutage() {
        answered(10);
        record.begin();
        now += nanos(900);
        answered(10);
        assertThat(traffic().outageNanos()).isNull();
    }

    @Test
    void anOutageBeforeItBeganIsNotTheResets() {
        answered(10);
        lost(30);
        answered(1);
        record.begin();
        answered(10);
        assertThat(traffic().outageNanos()).isNull();
        assertThat(traffic().answeredBefore()).isTrue();
    }

    @Test
    void whatWasNeverAnsweredIsNotDeadButUnknown() {
        lost(20);
        record.begin();
        lost(20);
        assertThat(traffic().isDead()).isFalse();
        assertThat(traffic().answered()).isFalse();
        answered(1);
        assertThat(traffic().answered()).isTrue();
        assertThat(traffic().answeredBefore()).isFalse();
        assertThat(traffic().outageNanos()).as("nobody saw it begin").isNull();
    }
}
