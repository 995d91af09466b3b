// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import netreset.Device;
import org.junit.jupiter.api.Test;

class DeviceTableTest {
    private static final List<Device> DEVICES =
            List.of(Samples.hardware("eth1"), Samples.veth("a\udc80\u001b[0m", "v\u202edriver"));

    private static List<String> printed(List<Device> devices, OptionalInt columns) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Console console = new Console(bytes, OutputStream.nullOutputStream(), columns);
        DeviceTable.print(console, devices);
        console.flush();
        return Ran.lines(bytes.toByteArray());
    }

    @Test
    void alignsAndEscapes() {
        assertThat(printed(DEVICES, OptionalInt.empty()))
                .containsExactly(
                        "DEVICE                STATE  RESET       DRIVER         KIND          ADDRESS           MASTER  MEANS",
                        "nic:eth1              up     yes, probe  bnxt_en        hardware      pci 0000:03:00.0  br0     link ethtool?",
                        "nic:a\\udc80\\u001b[0m  up     ?           v\\u202edriver  virtual veth  -                 br0     link ethtool?");
    }

    @Test
    void fitsTheTerminalByWholeColumns() {
        for (int columns = 41; columns < 120; columns++) {
            int width = columns;
            assertThat(printed(DEVICES, OptionalInt.of(columns)))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
        }
        assertThat(printed(DEVICES, OptionalInt.of(1)).get(0)).isEqualTo("DEVICE                STATE  RESET");
    }

    @Test
    void tellsAnEmptyList() {
        assertThat(printed(Collections.emptyList(), OptionalInt.empty())).hasSize(1);
    }
}
