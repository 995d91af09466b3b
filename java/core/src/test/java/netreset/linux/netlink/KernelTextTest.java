// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTextTest {
    private static String decode(byte[] bytes) {
        return KernelText.decode(ByteBuffer.wrap(bytes), 0, bytes.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eth0", "größe", "日本", "😀x"})
    void utf8IsItself(String text) {
        assertThat(decode(text.getBytes(UTF_8))).isEqualTo(text);
        assertThat(KernelText.encode(text)).isEqualTo(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "636166e9, caf\uDCE9",
        "ff, \uDCFF",
        "80, \uDC80",
        "c328, \uDCC3(",
        "e28241, \uDCE2\uDC82A",
        "f09f98, \uDCF0\uDC9F\uDC98",
        "eda080, \uDCED\uDCA0\uDC80",
        "c0af, \uDCC0\uDCAF",
        "ffc3a4, \uDCFFä"
    })
    void otherBytesBecomeLoneSurrogates(String hex, String text) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThat(decode(bytes)).isEqualTo(text);
        assertThat(KernelText.encode(text)).isEqualTo(bytes);
    }

    @Test
    void endsAtTheFirstNulAndStaysInItsBounds() {
        byte[] bytes = {'x', 'a', 'b', 0, 'c', 0, 'd'};

        assertThat(KernelText.decode(ByteBuffer.wrap(bytes), 1, 5)).isEqualTo("ab");
        assertThat(KernelText.decode(ByteBuffer.wrap(bytes), 1, 1)).isEqualTo("a");
        assertThat(KernelText.decode(ByteBuffer.wrap(bytes), 3, 3)).isEmpty();
    }

    @Test
    void allBytesComeBackAsTheyWere() {
        Random random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(16)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) (1 + random.nextInt(255));
            }
            assertThat(KernelText.encode(decode(bytes)))
                    .as(HexFormat.of().formatHex(bytes))
                    .isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @CsvSource({"a\uD83D, 1", "\uDC00, 0", "\uDC7F, 0", "ab\uDD00, 2", "\uDFFF, 0"})
    void surrogatesThatStandForNoByteAreRejected(String text, int index) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelText.encode(text))
                .withMessage("lone surrogate at index " + index);
    }
}
