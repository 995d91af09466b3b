// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import netreset.ndis.scenario.MalformedScenarioException;
import netreset.ndis.scenario.ScenarioParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An expectation that doesn't hold is said: where in the file, what was expected, what there is, and what is around it. */
class JudgeTest {
    /** A reset at 5 ms that is completed at 8 ms; tcpip sends into it, which breaks R38. */
    private static final String STORY = """
            scenario "t"
            miniport nic0 is scripted:
                on reset: returns PENDING; after 3ms on dpc: completes the reset with SUCCESS
            protocol tcpip binds nic0
            protocol lltd binds nic0
            at 5ms on dpc: nic0 asks for a reset
            at 6ms on thread app: tcpip sends nbl1 on nic0
            """;

    private static final int LINES = 7;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expect once reset-handler",
                "expect 2 times status RESET_START",
                "expect at least 2 times status",
                "expect at most 1 time reset-handler",
                "expect no halt",
                "expect status RESET_END to protocol tcpip/nic0 at 8ms",
                "expect status RESET_END to protocol tcpip at 7ms..9ms by dpc at DISPATCH",
                "expect reset-complete from miniport nic0 with SUCCESS by dpc nic0",
                "expect no status after reset-handler before reset-complete",
                "expect within 3ms of gate-close: gate-open",
                "expect in order: gate-close; reset-handler; gate-open",
                "expect in any order: gate-open; gate-close; status; status RESET_END; status; status RESET_START",
                "expect exactly of gate-close, gate-open on nic0: gate-close; gate-open",
                "expect nic0 is running",
                "expect nic0 is idle",
                "expect nic0 has been reset once",
                "expect nbl1 ends with RESET_IN_PROGRESS",
                "expect violation R38",
                "expect violation R38 on nic0 once",
                "expect reset-trigger saying \"driver asked\"",
            })
    void whatHolds(String expectation) throws MalformedScenarioException {
        assertThat(judged(expectation)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expect 2 times reset-handler | 8:1 | expected exactly 2, found 1: reset-handler",
                "expect at least 3 times gate-open | 8:1 | expected at least 3, found 1: gate-open",
                "expect at most 1 time status | 8:1 | expected at most 1, found 4: status",
                "expect no status RESET_END | 8:1 | expected none, found 2: status RESET_END",
                "expect halt | 8:1 | expected at least 1, found 0: halt",
                "expect reset-complete at 9ms | 8:1 | found 0: reset-complete at 9ms; event 17 is at 8ms, not 9ms",
                "expect reset-complete with HARD_ERRORS | 8:1 | is with SUCCESS, not HARD_ERRORS",
                "expect reset-complete by worker | 8:1 | is by dpc nic0, not worker",
                "expect reset-complete at PASSIVE | 8:1 | is at DISPATCH, not PASSIVE",
                "expect reset-trigger saying \"tick\" | 8:1 | is saying reset 1: the driver asked for it",
                "expect no status after halt | 8:1 | expected, to count from: halt",
                "expect no status after gate-open before halt | 8:1 | expected, to count up to: halt",
                "expect within 2ms of gate-close: gate-open | 8:34 | expected within 2ms of event 9: gate-open; it comes after 3ms",
                "expect within 2ms of gate-close: halt | 8:34 | it never comes",
                "expect within 2ms of halt: gate-open | 8:1 | expected, to measure from: halt",
                "expect in order: gate-open; gate-close | 8:29 | expected after event 18: gate-close",
                "expect in any order: gate-open; gate-open | 8:33 | expected one more event: gate-open",
                "expect exactly of gate-close, gate-open: gate-open; gate-close | 8:42 | expected event 9 to be: gate-open; it is a gate-close",
                "expect exactly of gate-close, gate-open: gate-close | 8:1 | one event more than the 1 expected",
                "expect exactly of gate-open: gate-open; gate-open | 8:41 | expected next, but there is nothing more: gate-open",
                "expect nic0 is paused | 8:1 | expected at the end nic0 to be paused, not running",
                "expect nic0 is resetting | 8:1 | expected at the end nic0 to be resetting, not idle",
                "expect nic0 has been reset 2 times | 8:1 | expected at the end the resets of nic0 to be 2, not 1",
                "expect nbl1 ends with SUCCESS | 8:1 | expected at the end nbl1 to end with SUCCESS, not RESET_IN_PROGRESS",
                "expect nbl1 has not come back | 8:1 | nothing, being out, not RESET_IN_PROGRESS",
                "expect violation R38 2 times | 8:1 | expected rule R38 to be broken 2 times; it is 1 times",
                "expect violation R46 | 8:1 | expected rule R46 to be broken; it is 0 times",
                "expect bug check 0x7C 0x0F | 8:1 | expected bug check 0x7C 0xF; there is none like that",
            })
    void whatDoesNot(String expectation, String place, String message) throws MalformedScenarioException {
        assertThat(judged(expectation)).singleElement().satisfies(failure -> {
            assertThat(failure.at()).hasToString(place);
            assertThat(failure.message()).contains(message).doesNotContain("\n");
        });
    }

    @Test
    void aBrokenRuleThatNobodyExpects() throws MalformedScenarioException {
        List<Failure> failures =
                ScenarioRun.run(ScenarioParser.parse("f", STORY)).failures();

        assertThat(failures).singleElement().satisfies(failure -> {
            assertThat(failure.message()).startsWith("rule R38 is broken, which is not expected: ");
            assertThat(failure.excerpt()).contains("  > ").contains("violation");
        });
    }

    @Test
    void anExcerptShowsTheMismatchWithItsNeighbours() throws MalformedScenarioException {
        String excerpt = judged("expect in order: gate-open; gate-close").get(0).excerpt();

        assertThat(excerpt.lines().filter(line -> line.startsWith("  > ")))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("gate-open");
        assertThat(excerpt).contains("reset-complete").contains("… ").contains(" before\n");
    }

    @Test
    void aBugCheckThatNobodyExpects() throws MalformedScenarioException {
        String text = """
                scenario "t"
                miniport nic0 is scripted
                protocol tcpip binds nic0
                at 1ms on dpc: nic0 completes the reset with SUCCESS
                expect violation R47
                """;

        assertThat(ScenarioRun.run(ScenarioParser.parse("f", text)).failures())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.message()).startsWith("a bug check, which is not expected: 0x7C"));
        assertThat(ScenarioRun.run(ScenarioParser.parse("f", text + "expect bug check 0x7C 0x0F\n"))
                        .failures())
                .isEmpty();
    }

    /** What is wrong but for the broken rule, which is expected if nothing is said of it. */
    private static List<Failure> judged(String expectation) throws MalformedScenarioException {
        String text = STORY + expectation + "\n" + (expectation.contains("R38") ? "" : "expect violation R38\n");
        assertThat(STORY.lines().count()).isEqualTo(LINES);
        return ScenarioRun.run(ScenarioParser.parse("f", text)).failures();
    }
}
