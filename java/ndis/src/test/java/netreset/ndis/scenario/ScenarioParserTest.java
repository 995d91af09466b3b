// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import netreset.ndis.Irql;
import netreset.ndis.NdisStatus;
import netreset.ndis.rules.Knob;
import netreset.ndis.rules.Profile;
import netreset.ndis.trace.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read is what was written. */
class ScenarioParserTest {
    static List<Path> files() {
        return Shipped.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyShippedScenarioTeachesSomething(Path file) throws MalformedScenarioException {
        Scenario scenario = ScenarioParser.parse(file.toString(), Shipped.text(file));

        assertThat(String.join(" ", scenario.lesson())).hasSizeGreaterThan(60);
        assertThat(scenario.shows()).isNotEmpty().doesNotHaveDuplicates().isSorted();
        assertThat(scenario.expectations()).isNotEmpty();
    }

    @Test
    void thereAreManyOfThem() {
        assertThat(files()).hasSizeGreaterThan(25);
    }

    @Test
    void theGrammarsOwnExampleCanBeRead() throws MalformedScenarioException {
        String grammar = Shipped.text(Shipped.grammar());
        int begin = grammar.indexOf("```\n") + 4;

        Scenario scenario = ScenarioParser.parse("grammar.md", grammar.substring(begin, grammar.indexOf("```", begin)));

        assertThat(scenario.title()).isEqualTo("a reset at the driver's request");
    }

    @Test
    void settings() throws MalformedScenarioException {
        Settings settings = parse("profile ndis 6.20\nknob coGate WIDE\nseed 5\nlimit 3s\nlimit 99 steps")
                .settings();

        assertThat(settings.profile()).isEqualTo(Profile.NDIS_6_20);
        assertThat(settings.knobs()).containsOnly(java.util.Map.entry(Knob.CO_GATE, "WIDE"));
        assertThat(settings.seed()).isEqualTo(5);
        assertThat(settings.limitNanos()).isEqualTo(3_000_000_000L);
        assertThat(settings.limitSteps()).isEqualTo(99);
    }

    @Test
    void aHandlerInLinesAndOnOneLine() throws MalformedScenarioException {
        Handler lines = handler("on reset 2:\n        returns PENDING\n        after 3 ms on dpc of a at APC:\n"
                + "            completes the reset with 0x80010003, addressing reset");
        Handler line = handler(
                "on reset 2: returns PENDING; after 3ms on dpc of a at APC: completes the reset with SOFT_ERRORS, addressing reset");

        assertThat(lines.nth()).isEqualTo(2);
        assertThat(lines.occasion()).isEqualTo(Occasion.RESET);
        Step.Later later = (Step.Later) lines.steps().get(1);
        assertThat(later.nanos()).isEqualTo(3_000_000);
        assertThat(later.runs()).isEqualTo(new Runs(Runs.Kind.DPC, "a", Irql.APC));
        Step.CompleteReset complete = (Step.CompleteReset) later.steps().get(0);
        assertThat(complete.status()).isEqualTo(NdisStatus.SOFT_ERRORS);
        assertThat(complete.addressingReset()).isTrue();
        assertThat(withoutPlaces(line)).isEqualTo(withoutPlaces(lines));
    }

    @Test
    void actionsByTimeAndRelativeOnesAfterTheLineAbove() throws MalformedScenarioException {
        List<Action> actions = parse(
                        "miniport a is scripted\nat 5ms: a asks for a reset\nafter 2ms on isr: a asks for a reset\n"
                                + "at 1ms on worker: the system pauses a")
                .actions();

        assertThat(actions).extracting(Action::nanos).containsExactly(1_000_000L, 5_000_000L, 7_000_000L);
        assertThat(actions.get(2).runs().irql()).isEqualTo(Irql.DEVICE);
        assertThat(actions.get(0).deeds().get(0).subject()).isEqualTo(Action.SYSTEM);
    }

    @Test
    void patterns() throws MalformedScenarioException {
        Scenario scenario = parse("miniport a is scripted\nprotocol p binds a\nnic".replace("nic", "")
                + "expect 2 times status RESET_END on a to protocol p/a by dpc a at DISPATCH at 5ms..7ms saying \"x y\""
                + " after reset-handler before halt on a");

        Expectation.Count count = (Expectation.Count) scenario.expectations().get(0);
        assertThat(count.least()).isEqualTo(2);
        assertThat(count.most()).isEqualTo(2);
        Pattern pattern = count.pattern();
        assertThat(pattern.what()).isEqualTo(What.STATUS);
        assertThat(pattern.status()).isEqualTo(NdisStatus.RESET_END);
        assertThat(pattern.to()).isEqualTo("protocol p/a");
        assertThat(pattern.agent()).isEqualTo("dpc a");
        assertThat(pattern.irql()).isEqualTo(Irql.DISPATCH);
        assertThat(pattern.notBefore()).isEqualTo(5_000_000);
        assertThat(pattern.notAfter()).isEqualTo(7_000_000);
        assertThat(pattern.saying()).isEqualTo("x y");
        assertThat(count.after()).extracting(p -> p.what()).isEqualTo(What.RESET_HANDLER);
        assertThat(count.before()).extracting(p -> p.adapter()).isEqualTo("a");
    }

    @Test
    void tenThousandAdapters() throws MalformedScenarioException {
        StringBuilder text = new StringBuilder("scenario \"many\"\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("miniport nic").append(i).append(" is a well-behaved nic\n");
            text.append("protocol p").append(i).append(" binds nic").append(i).append('\n');
            text.append("at 5ms on dpc: nic").append(i).append(" asks for a reset\n");
        }

        Scenario scenario = ScenarioParser.parse("f", text.toString());

        assertThat(scenario.declarations()).hasSize(20_000);
        assertThat(scenario.actions()).hasSize(10_000);
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreNothing() throws MalformedScenarioException {
        Scenario scenario = ScenarioParser.parse("f", "\uFEFF# lesson\r\nscenario \"t\"\r\n");

        assertThat(scenario.lesson()).containsExactly("lesson");
        assertThat(scenario.title()).isEqualTo("t");
    }

    private static Scenario parse(String statements) throws MalformedScenarioException {
        return ScenarioParser.parse("f", "scenario \"t\"\n" + statements + "\n");
    }

    private static Handler handler(String text) throws MalformedScenarioException {
        Scenario scenario = parse("miniport a is scripted:\n    " + text);
        return ((Declaration.Miniport) scenario.declarations().get(0))
                .handlers()
                .get(0);
    }

    private static String withoutPlaces(Handler handler) {
        return handler.toString().replaceAll("at=\\d+:\\d+", "");
    }
}
