// SPDX-License-Identifier: Apache-2.0
package netreset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    private static final Map<String, String> ESCAPED = Map.ofEntries(
            Map.entry("\u001b[31m", "\\u001b[31m"),
            Map.entry("\u009b", "\\u009b"),
            Map.entry("\u007f", "\\u007f"),
            Map.entry("\n", "\\u000a"),
            Map.entry("\r", "\\u000d"),
            Map.entry("\0", "\\u0000"),
            Map.entry("\u202e", "\\u202e"),
            Map.entry("\u2066", "\\u2066"),
            Map.entry("\u2028", "\\u2028"),
            Map.entry("\udc80", "\\udc80"),
            Map.entry("\ud83d", "\\ud83d"),
            Map.entry("\ue000", "\\ue000"),
            Map.entry("\udb40\udc41", "\\ue0041"));

    @Test
    void escapesWhatIsNotPlain() {
        ESCAPED.forEach((foreign, escaped) -> {
            String line = Printable.line("a" + foreign + "b");
            assertThat(line).isEqualTo("a" + escaped + "b");
            assertThat(Printable.line(line)).as("once is enough").isEqualTo(line);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eth0", "größe", "a b", "网卡", "\uD83D\uDE00", "a\\u001b"})
    void leavesTheRest(String plain) {
        assertThat(Printable.line(plain)).isEqualTo(plain);
    }
}
