// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;
import org.junit.jupiter.api.Test;

class RowTest {
    private static Story ticks(int count) {
        Story story = new Story();
        for (int i = 1; i <= count; i++) {
            story.atMicros(2_000_000L * i)
                    .say(What.TIMER, "ndis", null)
                    .say(What.CHECK_FOR_HANG, "ndis", "miniport nic0", "no");
        }
        return story;
    }

    @Test
    void drawsACycleOfTicksOnce() {
        List<Row> rows = Row.of(ticks(1000).say(What.GATE_CLOSE, "ndis", null).events());

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).times()).isEqualTo(1000);
        assertThat(rows.get(1).times()).isEqualTo(1000);
        assertThat(rows.get(1).untilNanos()).isEqualTo(2_000_000_000_000L);
        assertThat(rows.get(2).times()).isEqualTo(1);
    }

    @Test
    void drawsTwoOfThemAsTwo() {
        assertThat(Row.of(ticks(2).events())).hasSize(4);
    }

    @Test
    void losesNoEvent() {
        for (List<Event> events : Stories.all().values()) {
            assertThat(Row.of(events).stream().mapToInt(Row::times).sum()).isEqualTo(events.size());
        }
    }

    @Test
    void neverHidesWorkThatRepeats() {
        Story story = new Story();
        for (int i = 0; i < 10; i++) {
            story.nbl(What.SEND, "protocol P/nic0", "ndis", "n", null);
        }

        assertThat(Row.of(story.events())).hasSize(10);
    }

    @Test
    void keepsApartTicksThatDiffer() {
        Story story = ticks(5).say(What.CHECK_FOR_HANG, "ndis", "miniport nic0", "hung");

        assertThat(Row.of(story.events())).hasSize(3);
    }

    @Test
    void keepsApartACycleThatHoldsWork() {
        Story story = new Story();
        for (int i = 0; i < 5; i++) {
            story.nbl(What.SEND, "protocol P/nic0", "ndis", "n", null).say(What.TIMER, "ndis", null);
        }

        assertThat(Row.of(story.events())).hasSize(10);
    }
}
