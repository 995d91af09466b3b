// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.picture.TimelineStyle.Lanes;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
    private static List<TimelineStyle> styles(int width) {
        List<TimelineStyle> styles = new ArrayList<>();
        for (Lanes lanes : Lanes.values()) {
            styles.add(new TimelineStyle(width, lanes, false, false));
            styles.add(new TimelineStyle(width, lanes, true, false));
        }
        return styles;
    }

    static void check(List<Event> events, TimelineStyle style) {
        String timeline = Timeline.of(events, Stories.WORDING, style);
        for (String line : timeline.lines().toList()) {
            assertThat(Columns.width(line)).as(line).isLessThanOrEqualTo(style.width());
            assertThat(line.codePoints())
                    .as(line)
                    .allMatch(c -> style.ascii() ? c >= 0x20 && c < 0x7f : Plain.isPlain(c));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 132, 300})
    void fitsItsWidth(int width) {
        for (TimelineStyle style : styles(width)) {
            Stories.all().values().forEach(events -> check(events, style));
        }
    }

    @ParameterizedTest
    @MethodSource("netreset.ndis.picture.Hostile#names")
    void fitsItsWidthWhateverTheNames(String name) {
        styles(80).forEach(style -> check(Hostile.run(name), style));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80})
    void fitsItsWidthWithManyAgentsAndAdapters(int width) {
        Story story = new Story();
        for (int i = 0; i < 40; i++) {
            story.on("thread " + i, i % 16).about("nic" + i).say(What.GATE_CLOSE, "ndis", null);
        }
        styles(width).forEach(style -> check(story.events(), style));
    }

    @Test
    void showsTheGateRefusalsAndBrokenRules() {
        String refused = Timeline.of(Stories.synchronous(), Stories.WORDING, TimelineStyle.USUAL);
        String broken = Timeline.of(Stories.broken(), Stories.WORDING, TimelineStyle.USUAL);

        assertThat(refused.lines().filter(line -> line.contains("gate of nic0 closes")))
                .singleElement()
                .asString()
                .contains("█");
        assertThat(refused.lines().filter(line -> line.contains("RESET_END")))
                .hasSize(3)
                .noneMatch(line -> line.contains("█"));
        assertThat(refused.lines().filter(line -> line.contains("n2 refused")))
                .singleElement()
                .asString()
                .contains("█ ✗");
        assertThat(refused).contains("(×3, until 6.00000").endsWith("simulated: no device was touched\n");
        assertThat(broken).contains("⚑ miniport: R12 is broken", "⚑ ndis: BUG CHECK, R23");
    }

    @Test
    void marksWhatARealDeviceDid() {
        String timeline = Timeline.of(Stories.realNic(), Stories.WORDING, TimelineStyle.USUAL);

        assertThat(timeline.lines().filter(line -> line.contains("carrier")))
                .isNotEmpty()
                .allMatch(line -> line.contains("=") || line.startsWith(" ".repeat(14)));
        assertThat(timeline)
                .endsWith("= a real device did it; all else is the model\n")
                .doesNotContain("simulated");
    }

    @Test
    void putsADotInTheLaneOfTheLevel() {
        String timeline = Timeline.of(Stories.connectionOriented(), Stories.WORDING, TimelineStyle.USUAL);
        int passive = timeline.indexOf("PASSIVE") - timeline.lastIndexOf('\n', timeline.indexOf("PASSIVE"));

        List<String> lines = timeline.lines().toList();
        String interrupt = lines.stream()
                .filter(line -> line.contains("[isr atm0]"))
                .findFirst()
                .orElseThrow();
        String work = lines.stream()
                .filter(line -> line.contains("[worker]"))
                .findFirst()
                .orElseThrow();

        assertThat(work.indexOf('●')).isEqualTo(passive + 2);
        assertThat(interrupt.indexOf('●')).isEqualTo(passive + 2 + 18);
    }

    @Test
    void saysNothingByColourAlone() {
        TimelineStyle coloured = new TimelineStyle(80, Lanes.LEVELS, false, true);
        for (List<Event> events : Stories.all().values()) {
            String colours = Timeline.of(events, Stories.WORDING, coloured);
            assertThat(colours.replaceAll("\u001b\\[[0-9;]*m", ""))
                    .isEqualTo(Timeline.of(events, Stories.WORDING, TimelineStyle.USUAL));
        }
        assertThat(Timeline.of(Stories.broken(), Stories.WORDING, coloured)).contains("\u001b[1;31m");
    }

    @Test
    void takesNoWidthWithoutRoom() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimelineStyle(39, Lanes.LEVELS, false, false));
    }
}
