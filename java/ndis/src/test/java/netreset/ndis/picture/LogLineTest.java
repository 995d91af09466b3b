// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import static org.assertj.core.api.Assertions.assertThat;

import netreset.ndis.NdisStatus;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogLineTest {
    @Test
    void saysAllThereIs() {
        Event event = new Event(
                7,
                1_500,
                "dpc nic0",
                5,
                What.SEND_COMPLETE,
                "nic0",
                "ndis",
                "client L/nic0",
                "v1",
                NdisStatus.REQUEST_ABORTED,
                0x1010E,
                "n1",
                17,
                "why",
                true);

        assertThat(LogLine.of(event))
                .isEqualTo("7 1500ns [dpc nic0 @DIRQL(5)] ndis -> client L/nic0: send-complete adapter=nic0"
                        + " status=REQUEST_ABORTED oid=0x0001010E nbl=n1 vc=v1 rule=R17 real -- why");
    }

    @Test
    void leavesOutWhatThereIsNot() {
        Event event = new Story().say(What.GATE_CLOSE, "ndis", null).events().get(0);

        assertThat(LogLine.of(event)).isEqualTo("1 0ns [worker @PASSIVE] ndis: gate-close adapter=nic0");
    }

    @ParameterizedTest
    @MethodSource("netreset.ndis.picture.Hostile#names")
    void isOnePlainLineWhateverTheNames(String name) {
        for (Event event : Hostile.run(name)) {
            assertThat(LogLine.of(event).codePoints()).allMatch(Plain::isPlain);
        }
    }
}
