// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/**
 * Storms of many seeds. Their drivers keep the contract, so that each breach is somebody else's: NDIS's, that is ours.
 * {@code -Dnetreset.ndis.storms=100000} has more of them than usual, {@code -Dnetreset.ndis.storms.from=1} others.
 */
class StormTest {
    private static final int USUAL = 50_000;

    @Test
    @Rule({"R20", "R22", "R43", "R62", "R98"})
    void nothingIsBrokenInAnyStorm() {
        int count = Integer.getInteger("netreset.ndis.storms", USUAL);
        List<String> broken = new ArrayList<>();
        Storms storms = new Storms().run(count, Long.getLong("netreset.ndis.storms.from", 0), broken::add);
        assertThat(broken).as(storms.tally()).isEmpty();
        assertThat(storms.resets()).as("resets").isGreaterThan(count);
        assertThat(storms.pairs()).as("RESET_STARTs with their RESET_END").isGreaterThan(count);
    }

    @Test
    @Rule("R97")
    void aStormComesBackAsItWas() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(new Storm(seed).run().log.text())
                    .isEqualTo(new Storm(seed).run().log.text());
        }
    }
}
