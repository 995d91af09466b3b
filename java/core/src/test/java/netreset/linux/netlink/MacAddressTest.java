// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"00", "02:ff:80:7f:00:a1", "80:00:02:08:fe:80:00:00:00:00:00:00:f4:52:14:03:00:7b:cb:a1"})
    void anyLengthIsTextAndBack(String text) {
        byte[] bytes = HexFormat.ofDelimiter(":").parseHex(text);

        assertThat(MacAddress.of(ByteBuffer.wrap(bytes), 0, bytes.length))
                .isEqualTo(new MacAddress(text))
                .hasToString(text);
    }

    @Test
    void upperCaseIsTheSameAddress() {
        assertThat(new MacAddress("02:FF:80:7F:00:A1")).isEqualTo(new MacAddress("02:ff:80:7f:00:a1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eth0", "02-ff-80-7f-00-a1", "02:ff:", "2:f"})
    void anythingElseIsRejected(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MacAddress(text));
    }
}
