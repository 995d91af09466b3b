// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import netreset.rules.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ConvertersTest {
    @ParameterizedTest
    @Rule("L4")
    @CsvSource({
        "1, 1",
        "32, 32",
        "0x20, 32",
        "0X20, 32",
        "0x00400020, 4194336",
        "0xffffffff, 4294967295",
        "0xFFFFFFFF, 4294967295",
        "4294967295, 4294967295",
        "0x0000000000000001, 1",
        "2147483648, 2147483648"
    })
    void readsMasks(String text, long flags) {
        assertThat(new FlagsConverter().convert(text)).isEqualTo(flags);
    }

    @ParameterizedTest
    @Rule({"L3", "L4"})
    @ValueSource(
            strings = {
                "",
                "0",
                "0x0",
                "0x",
                "00",
                "010",
                "-1",
                "+1",
                "1.0",
                "1e3",
                "4294967296",
                "0x100000000",
                "0xg",
                "x20",
                "20h",
                " 1",
                "1 ",
                "1_0",
                "99999999999999999999",
                "mac",
                "٣",
                "0b1"
            })
    void takesNothingElseForAMask(String text) {
        assertThatThrownBy(() -> new FlagsConverter().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "' is no mask");
    }

    @ParameterizedTest
    @CsvSource({
        "30s, PT30S",
        "1500ms, PT1.5S",
        "2m, PT2M",
        "8h, PT8H",
        "1d, PT24H",
        "0s, PT0S",
        "999999999m, PT999999999M"
    })
    void readsDurations(String text, Duration duration) {
        assertThat(new DurationConverter().convert(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "s", "-1s", "1.5s", "30S", "30 s", "1h30m", "10000000000s", "PT30S", "٣s"})
    void takesNothingElseForADuration(String text) {
        assertThatThrownBy(() -> new DurationConverter().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "' is no duration");
    }
}
