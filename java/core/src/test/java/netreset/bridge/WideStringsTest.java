// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WideStringsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "VPN2-1", "café 中", "\ud83d\ude00", "lone \udc00\ud800", "\u001b[31m\u202e"})
    void everyStringComesBackAsItWas(String text) {
        ByteBuffer buffer = WideStrings.of(text);
        assertThat(buffer.isDirect()).isTrue();
        assertThat(buffer.capacity()).isEqualTo(2 * text.length() + 2);
        assertThat(buffer.getChar(2 * text.length())).isEqualTo('\0');
        assertThat(WideStrings.read(buffer, 0, buffer.capacity())).isEqualTo(text);
    }

    @Test
    void aNulInsideIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> WideStrings.of("server\0elsewhere"));
    }

    @Rule("P14")
    @Test
    void anArrayEndsAtItsFirstNulOrAtItsEnd() {
        ByteBuffer array = ByteBuffer.allocate(10).order(ByteOrder.nativeOrder());
        array.putChar(0, 'x').putChar(2, 'a').putChar(4, 'b').putChar(6, 'c').putChar(8, 'y');
        assertThat(WideStrings.read(array, 2, 6)).as("full, without a NUL").isEqualTo("abc");
        assertThat(WideStrings.read(array, 2, 7)).as("half a character").isEqualTo("abc");
        array.putChar(4, '\0');
        assertThat(WideStrings.read(array, 2, 6)).isEqualTo("a");
        assertThat(WideStrings.read(array, 4, 4)).isEmpty();
        assertThat(WideStrings.read(array, 10, 0)).isEmpty();
    }
}
