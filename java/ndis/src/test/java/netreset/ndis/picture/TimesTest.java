// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import static org.assertj.core.api.Assertions.assertThat;

import netreset.ndis.trace.What;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static Times of(boolean real, long... micros) {
        Story story = new Story().real(real);
        for (long at : micros) {
            story.atMicros(at).say(What.NOTE, "ndis", null);
        }
        return Times.of(story.events());
    }

    @Test
    void areAsFineAsTheyNeedToBe() {
        assertThat(of(false, 0, 40).label(40_000)).isEqualTo("40 µs");
        assertThat(of(false, 0, 1_500).label(1_500_000)).isEqualTo("1.5 ms");
        assertThat(of(false, 0, 2_000_000).label(0)).isEqualTo("0 s");
        assertThat(of(false, 0, 2_000_010).label(0)).isEqualTo("0.00000 s");
        assertThat(of(false).label(0)).isEqualTo("0 µs");
    }

    @Test
    void countFromTheFirstEventIfTheClockIsARealOne() {
        assertThat(of(true, -7_000_000_000L, -6_999_999_000L).label(-6_999_999_000_000L))
                .isEqualTo("1 ms");
    }

    @Test
    void surviveTheEndsOfAClock() {
        assertThat(of(false, Long.MAX_VALUE / 1000).label(Long.MAX_VALUE)).endsWith(" s");
    }
}
