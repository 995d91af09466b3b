// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Guesses are near, or there are none. */
class SpellingTest {
    @Test
    void distances() {
        assertThat(Spelling.distance("reset", "reset")).isZero();
        assertThat(Spelling.distance("rest", "reset")).isEqualTo(1);
        assertThat(Spelling.distance("dcp", "dpc")).isEqualTo(1);
        assertThat(Spelling.distance("", "abc")).isEqualTo(3);
        assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void theNearestOfSeveral() {
        assertThat(Spelling.nearest("statsu", List.of("start", "status", "states")))
                .isEqualTo("status");
        assertThat(Spelling.nearest("zzz", List.of("start", "status"))).isNull();
        assertThat(Spelling.hint("zzz", List.of("start"))).isEmpty();
    }
}
