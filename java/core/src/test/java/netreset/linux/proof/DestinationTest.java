// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import netreset.Reason;
import netreset.ResetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1, 0",
        "fe80::1, fe80::1, 0",
        "[fd00::2], fd00::2, 0",
        "10.0.0.1:22, 10.0.0.1, 22",
        "[fd00::2]:65535, fd00::2, 65535"
    })
    void anAddressMayHaveAPort(String text, String address, int port) throws Exception {
        Destination destination = Destination.parse(text);
        assertThat(destination.kind()).isEqualTo(Destination.Kind.ADDRESS);
        assertThat(destination.address()).isEqualTo(InetAddress.getByName(address));
        assertThat(destination.port()).isEqualTo(port);
    }

    @Test
    void aNeighbourNeedsNoAddress() throws ResetException {
        assertThat(Destination.parse("gateway").kind()).isEqualTo(Destination.Kind.GATEWAY);
        assertThat(Destination.parse("neighbour").kind()).isEqualTo(Destination.Kind.NEIGHBOUR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "example.org",
                "localhost",
                "10.0.0",
                "300.1.1.1",
                "010.0.0.1",
                "10.0.0.1:0",
                "10.0.0.1:65536",
                "10.0.0.1:",
                "[fd00::2]:0",
                "[fd00::2",
                "fd00::2::3",
                ":",
                "fe80::1%eth0",
                "0.0.0.0",
                "::",
                "127.0.0.1",
                "::1",
                "224.0.0.1",
                "ff02::1",
                "255.255.255.255",
                "10.0.0.1\u001b[2J",
                "Gateway"
            })
    void nothingElseCanBeProbed(String text) {
        ResetException refused = catchThrowableOfType(ResetException.class, () -> Destination.parse(text));
        assertThat(refused.reason()).isEqualTo(Reason.INVALID_REQUEST);
        assertThat(refused).hasMessageContaining("can't be probed");
        assertThat(refused.getMessage()).doesNotContain("\u001b");
    }
}
