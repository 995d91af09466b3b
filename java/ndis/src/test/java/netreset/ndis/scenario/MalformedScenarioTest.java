// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is said with line, column and what was expected there. */
class MalformedScenarioTest {
    private static final String HEAD = "scenario \"t\"\nminiport nic0 is scripted\nprotocol tcpip binds nic0\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // spelling
                "minport nic1 is scripted | 4:1: expected | did you mean 'miniport'?",
                "miniport nic1 is scriptd | 4:18: expected | did you mean 'scripted'?",
                "expect rest-handler | 4:8: expected | did you mean 'reset-handler'?",
                "at 5ms: nic0 asks for a rest | 4:14: expected 'asks for a reset' |",
                "at 5ms: nic9 asks for a reset | 4:9: there is no miniport or protocol 'nic9' | did you mean 'nic0'?",
                "at 5ms: tcpip sends nbl1 on tcpip | 4:29: expected miniport | 'tcpip' is a protocol",
                "knob secondRequst DROP | 4:6: expected a knob | did you mean 'secondRequest'?",
                "knob secondRequest DRP | 4:20: expected 'DROP', 'QUEUE_ONE' or 'QUEUE_ALL', found 'DRP' | did you mean 'DROP'?",
                "profile ndis 7 | 4:14: expected '5', '6.20', '6.30' or '6.83', found '7' |",
                "at 5ms: nic0 completes the reset with SUCESS | 4:39: expected a status | did you mean 'SUCCESS'?",
                "at 5ms: tcpip queries OID_GEN_STATISTIC on nic0 as q1 | 4:23: expected an OID | 'OID_GEN_STATISTICS'?",
                "at 5ms on dcp: nic0 asks for a reset | 4:11: expected 'worker', 'isr', 'dpc' | did you mean 'dpc'?",
                "expect status to protocol tcpi | 4:27: there is no protocol 'tcpi' | did you mean 'tcpip'?",
                // shape
                "at 5ms | 4:7: expected ':' and who does what |",
                "at 5ms: nic0 asks for a reset again | 4:31: the statement should end before 'again' |",
                "at 5: nic0 asks for a reset | 4:4: expected a time, such as 5ms | found '5'",
                "at 5m: nic0 asks for a reset | 4:4: expected a time | found '5m'",
                "at 0.5ns: nic0 asks for a reset | 4:4: expected a time |",
                "at: nic0 asks for a reset | 4:3: expected a time, such as 5ms, found ':' |",
                "scenario \"u\" | 4:1: 'scenario' is there already |",
                "expect in order | 4:16: expected ':' and the events that are expected |",
                "expect in order: | 5:1: expected what belongs to line 4 |",
                "expect violation R99 | 4:18: expected a rule from R1 to R98, found 'R99' |",
                "expect status \"x\" | 4:15: expected | found 'x'",
                "expect status saying \"x | 4:22: this quote is not closed on its line |",
                "expect status at 7ms..5ms | 4:18: expected times such as |",
                "protocol p binds nic0, nic0 | 4:24: 'nic0' is bound already |",
                "protocol tcpip binds nic0 | 4:10: 'tcpip' is already the name of the protocol of line 3 |",
                "protocol the binds nic0 | 4:10: expected a name |",
                "protocol a/b binds nic0 | 4:10: expected a name |",
                "filter f on nic0: no status handler; swallows RESET_END | 4:1: a filter without a status handler |",
                "at 5ms: the sytem pauses nic0 | 4:13: expected 'system' or 'operator' | did you mean 'system'?",
                "( | 4:1: '(' has no meaning here |",
                "; | 4:1: a word was expected before ';' |",
                "limit 0s | 4:7: expected a time or a number of steps |",
                "limit 5 steps extra | 4:15: the statement should end before 'extra' |",
                "seed -1 | 4:6: expected the seed, found '-1' |",
                // contradictions
                "at 61s: nic0 asks for a reset | 4:1: this would be after the scenario's end |",
                "at 5ms: tcpip asks for a reset of nic0 | 4:9: protocols can ask for a reset in NDIS 5 only |",
                "at 5ms: nic0 returns SUCCESS | 4:9: only a handler does this |",
                "at 5ms: nic0 completes nbl1 with SUCCESS | 4:24: there is no net buffer list or OID request 'nbl1' |",
                "miniport a is scripted: no reset handler; on reset: returns SUCCESS | 4:43: 'a' has no reset handler |",
                "miniport a is scripted: on reset: returns PENDING | 4:35: nothing completes what this leaves pending |",
                "miniport a is scripted: on reset: stalls for 5us | 4:25: say what the handler returns |",
                "miniport a is scripted: on reset: returns SUCCESS; never completes it | 4:25: 'never completes it' belongs to |",
                "miniport a is scripted: on reset: returns SUCCESS; stalls for 5us | 4:52: the handler has returned |",
                "miniport a is scripted: on send: stalls for 5us | 4:25: say what becomes of the send |",
                "miniport a is scripted: on reset: completes the send with SUCCESS; returns SUCCESS | 4:35: which send? |",
                "miniport a is scripted: on halt: returns SUCCESS | 4:34: this handler returns nothing |",
                "miniport a is scripted: on reset: answers yes; returns SUCCESS | 4:35: only 'on hang check' answers |",
                "miniport a is a well-behaved nic: on reset: returns SUCCESS | 4:35: only a scripted miniport has handlers |",
                "miniport a is scripted: mac 1 | 4:29: expected a MAC address |",
                "miniport a is scripted: check for hang every 1.5s | 4:46: NDIS takes the check-for-hang period in whole |",
                "vc vc1 of af is active | 4:11: there is no address family 'af' |",
                "address family af of tcpip on nic0 | 4:1: 'nic0' is not its own call manager |",
                "tcpip holds nbl1 of tcpip | 4:1: expected miniport or virtual connection; 'tcpip' is a protocol |",
                "nic0 holds nbl1 of nic0 | 4:20: expected protocol |",
                "miniport a is netvmini: no reset handler | 4:25: only a scripted miniport can have this |",
                "miniport a is netvmini: on reset: returns SUCCESS | 4:25: only a scripted miniport has handlers |",
                "miniport a is scripted: initialising takes 5s; packet filter 1 | 4:48: nobody can set this beforehand |",
                "at 5ms: nic0 needs a reset | 4:9: 'nic0' (scripted, line 2) has a driver that doesn't do this |",
                "at 5ms: nic0 activates vc1 | 4:14: expected 'asks for a reset' |",
                "at 5ms: tcpip deletes vc1 | 4:23: there is no virtual connection 'vc1' |",
                "nic0 has nbl1 of tcpip | 4:23: expected 'on', found the end of the statement |",
            })
    void saysWhere(String line, String place, String more) {
        assertThatThrownBy(() -> ScenarioParser.parse("f.scenario", HEAD + line))
                .isInstanceOf(MalformedScenarioException.class)
                .hasMessageStartingWith("f.scenario:" + place)
                .hasMessageContaining(more == null ? "" : more);
    }

    @Test
    void aHandlerForTheSameCallTwice() {
        assertMalformed(
                "scenario \"t\"\nminiport a is scripted:\n    on reset: returns SUCCESS\n    on reset: returns HARD_ERRORS\n",
                "f:4:5: line 3 says already what is done on reset");
    }

    @Test
    void anActionOnAnAdapterThatTheProtocolIsNotBoundTo() {
        assertMalformed(
                HEAD + "miniport nic1 is scripted\nat 1ms: tcpip sends nbl1 on nic1\n",
                "f:5:9: 'tcpip' is not bound to 'nic1'");
    }

    @Test
    void whoDoesWhatWithConnections() {
        String connections = """
                scenario "t"
                miniport a is scripted: its own call manager
                client c binds a
                address family af of c on a
                vc v of af is active
                """;
        assertMalformed(connections + "at 1ms: c activates v", "f:6:9: 'c' can't do this: a call manager does");
        assertMalformed(
                connections + "vc w of af is activating",
                "f:6:1: a miniport that is its own call manager has no connection that is activating");
    }

    @Test
    void onlyScriptedMiniportsHoldWhatTheyAreTold() {
        assertMalformed(
                "scenario \"t\"\nminiport a is netvmini\nprotocol p binds a\na holds n of p",
                "f:4:1: only a scripted miniport can be told to hold something");
    }

    @Test
    void indentation() {
        assertMalformed("  scenario \"t\"", "f:1:3: this is indented, but nothing above it ends with a colon");
        assertMalformed(
                HEAD + "\n    on reset: returns SUCCESS", "f:5:5: this is indented, but the line above it doesn't");
        assertMalformed(HEAD + "\n\tx", "f:5:1: indent with spaces, not with tabs");
        assertMalformed(
                HEAD + "expect in order:\n    reset-handler\n   reset-handler\n",
                "f:6:4: indented otherwise than line 5");
        assertMalformed(
                HEAD + "at 1ms: nic0 asks for a reset\n    nic0 asks for a reset\n", "f:5:5: either goes after");
    }

    @Test
    void noTitle() {
        assertMalformed("", "f:1:1: a scenario has a title");
    }

    @Test
    void nesting() {
        assertMalformed("a: a: a: a: a: a: a: a", "f:1:19: nested too deeply: 6 levels are the most");
    }

    @Test
    void lengths() {
        assertMalformed("#" + "x".repeat(1000), "f:1:1001: the line is too long");
        assertMalformed("\n".repeat(Outline.LARGEST + 1), "f:1:1: the file is too long");
        assertMalformed("scenario \"t\"\nminiport " + "n".repeat(61) + " is scripted", "f:2:10: a name has at most 60");
    }

    @Test
    void bytesThatAreNoText() {
        assertThatThrownBy(() -> ScenarioParser.parse("f", "scenario \"t\"\nm\u00ff".getBytes(ISO_8859_1)))
                .hasMessage("f:2:2: this is not UTF-8");
        assertMalformed("scenario \"t\u001b[2J\"", "f:1:12: a character that can't be shown: U+001B");
    }

    @Test
    void aMessageIsOneLineAndShowsLittleOfALongWord() {
        assertThatThrownBy(() -> ScenarioParser.parse("f", HEAD + "x".repeat(900)))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(700));
    }

    private static void assertMalformed(String text, String message) {
        assertThatThrownBy(() -> ScenarioParser.parse("f", text))
                .isInstanceOf(MalformedScenarioException.class)
                .hasMessageStartingWith(message);
    }
}
