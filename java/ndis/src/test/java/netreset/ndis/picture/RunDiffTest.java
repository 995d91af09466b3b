// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;
import org.junit.jupiter.api.Test;

class RunDiffTest {
    private static List<Event> run(NdisStatus fifth, int length) {
        Story story = new Story();
        for (int i = 1; i <= length; i++) {
            story.atMicros(i).status(What.RESET_DONE, "ndis", null, i == 5 ? fifth : NdisStatus.SUCCESS);
        }
        return story.events();
    }

    @Test
    void findsNothingBetweenEqualRuns() {
        List<Event> run = run(NdisStatus.FAILURE, 7);

        assertThat(RunDiff.firstDifference(run, new ArrayList<>(run))).isEqualTo(-1);
        assertThat(RunDiff.text("a", run, "b", new ArrayList<>(run))).isEqualTo("equal: 7 events\n");
    }

    @Test
    void showsTheFirstDifferenceAndItsNeighbours() {
        String text = RunDiff.text("seed 1", run(NdisStatus.SUCCESS, 10), "seed 2", run(NdisStatus.FAILURE, 6));

        assertThat(text.lines())
                .startsWith(
                        "--- seed 1, 10 events",
                        "+++ seed 2, 6 events",
                        "@@ first difference: event 5 of either, in status @@")
                .hasSize(3 + 3 + 4 + 2);
        assertThat(text.lines().skip(3).map(line -> line.substring(0, 6).replace(" ", "")))
                .containsExactly("2", "3", "4", "-5", "-6", "-7", "-8", "+5", "+6");
        assertThat(text.lines().filter(line -> line.contains("FAILURE")))
                .singleElement()
                .asString()
                .startsWith("+    5");
    }

    @Test
    void keepsHostileNamesOnTheirLines() {
        String text = RunDiff.text("a\nb", Hostile.run("x\ny\u001b"), "c", List.of());

        assertThat(text.lines()).hasSize(3 + 4);
        assertThat(text.replace("\n", "").codePoints()).allMatch(Plain::isPlain);
    }

    @Test
    void seesThatARunIsLonger() {
        assertThat(RunDiff.text("a", run(NdisStatus.SUCCESS, 1), "b", List.of()))
                .contains("event 1 of either, where the second run ends");
        assertThat(RunDiff.firstDifference(run(NdisStatus.SUCCESS, 2), run(NdisStatus.SUCCESS, 3)))
                .isEqualTo(2);
    }

    @Test
    void namesEveryPartThatDiffers() {
        Event one = new Event(1, 1, "a", 1, What.NOTE, null, "a", null, null, null, 0, null, 0, null, false);
        Event other = new Event(2, 2, "b", 2, What.SEND, "b", "b", "b", "b", NdisStatus.SUCCESS, 1, "b", 1, "b", true);

        assertThat(RunDiff.text("a", List.of(one), "b", List.of(other)))
                .contains(
                        "in seq, time, agent, irql, kind, adapter, from, to, vc, status, oid, nbl, rule, text, real @@");
    }
}
