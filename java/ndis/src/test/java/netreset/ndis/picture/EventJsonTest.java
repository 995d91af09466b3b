// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {
    private static final Event FULL = new Event(
            7,
            -5,
            "dpc nic0",
            2,
            What.OID_COMPLETE,
            "nic0",
            "ndis",
            "protocol IP/nic0",
            "v1",
            NdisStatus.REQUEST_ABORTED,
            0x8001010E,
            "q1",
            17,
            "why",
            true);

    @Test
    void saysAllThereIs() {
        assertThat(Json.object(EventJson.line(FULL)))
                .containsExactly(
                        entry("schema", "netreset/1"),
                        entry("kind", "ndis"),
                        entry("seq", 7L),
                        entry("atNanos", -5L),
                        entry("irql", "DISPATCH"),
                        entry("irqlValue", 2L),
                        entry("agent", "dpc nic0"),
                        entry("what", "oid-complete"),
                        entry("adapter", "nic0"),
                        entry("from", "ndis"),
                        entry("to", "protocol IP/nic0"),
                        entry("simulated", false),
                        entry("binding", "protocol IP/nic0"),
                        entry("status", Map.of("value", 0xC001000CL, "name", "REQUEST_ABORTED")),
                        entry("oid", "0x8001010e"),
                        entry("oidValue", 0x8001010EL),
                        entry("nbl", "q1"),
                        entry("vc", "v1"),
                        entry("rule", "R17"),
                        entry("text", "why"));
    }

    @Test
    void leavesOutWhatThereIsNot() {
        Event bare = new Story().say(What.GATE_CLOSE, "ndis", null).events().get(0);

        assertThat(Json.object(EventJson.line(bare)))
                .containsKeys("adapter", "to")
                .containsEntry("to", null)
                .containsEntry("simulated", true)
                .doesNotContainKeys("binding", "status", "oid", "oidValue", "nbl", "vc", "rule", "text");
    }

    @Test
    void takesNoFilterOrMiniportForABinding() {
        Event event = new Story()
                .say(What.STATUS, "miniport a/b", "filter F/nic0")
                .events()
                .get(0);

        assertThat(Json.object(EventJson.line(event))).doesNotContainKey("binding");
    }

    @ParameterizedTest
    @MethodSource("netreset.ndis.picture.Hostile#names")
    void carriesAnyTextOnOnePlainLineOfUtf8(String name) throws CharacterCodingException {
        Event event = new Story().say(What.NOTE, name, null, name).events().get(0);

        String line = EventJson.line(event);

        assertThat(line.codePoints()).allMatch(Plain::isPlain);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(line));
        String whole = name.replace("\ud83d\ude00", "\u0001").replaceAll("\\p{Cs}", "lone");
        assertThat(Json.object(line).get("text")).isEqualTo(whole.contains("lone") ? Plain.line(name) : name);
    }

    @Test
    void spellsOutHalfASurrogatePair() {
        Event event =
                new Story().say(What.NOTE, "ndis", null, "a\udc80b").events().get(0);

        assertThat(EventJson.line(event)).endsWith("\"text\":\"a\\\\udc80b\"}");
    }
}
