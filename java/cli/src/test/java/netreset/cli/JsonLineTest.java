// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalInt;
import netreset.Printable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Console console = new Console(bytes, OutputStream.nullOutputStream(), OptionalInt.empty());

    private String line() {
        console.flush();
        String line = bytes.toString(UTF_8);
        assertThat(line).endsWith("\n");
        return line.strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"größe", "网卡", "\uD83D\uDE00", "\u001b[2J", "\u009b", "\u202e", "\u2028", "q\"\\", "\t"})
    void carriesAnyTextWithoutLossAndWithoutControlCodes(String driver) throws IOException {
        DeviceJson.write(console.out(), Samples.veth("v0", driver));

        String line = line();

        assertThat(line.codePoints()).allMatch(Printable::isPlain);
        assertThat(Schema.check(line).get("driver").textValue()).isEqualTo(driver);
    }

    @Test
    void spellsOutBytesThatWereNoText() throws IOException {
        DeviceJson.write(console.out(), Samples.veth("v\udc80\udcff", "\uD83D\uDE00\ud83d"));

        JsonNode device = Schema.check(line());

        assertThat(device.get("name").textValue()).isEqualTo("v\\udc80\\udcff");
        assertThat(device.get("driver").textValue()).isEqualTo("\uD83D\uDE00\\ud83d");
    }

    @Test
    void masksAreUnsigned() throws IOException {
        ReportJson.write(console.out(), Samples.plan(), "ffm");

        JsonNode plan = Schema.check(line());

        assertThat(plan.get("requested").textValue()).isEqualTo("0xffffffff");
        assertThat(plan.get("requestedValue").longValue()).isEqualTo(0xffffffffL);
        assertThat(plan.get("performedValue").longValue()).isZero();
    }
}
