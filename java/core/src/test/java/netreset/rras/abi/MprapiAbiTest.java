// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import netreset.abi.Constants;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** Every constant of this package is what mingw-w64's headers say; see native/abi. The table has some more. */
class MprapiAbiTest {
    @Rule("P11")
    @Test
    void constantsAreWhatTheHeadersSay() throws Exception {
        Map<String, Long> constants = Constants.ofPackageWith(RasPort0.class);

        assertThat(constants).hasSizeGreaterThan(250);
        assertThat(Constants.ofTable("mprapi-x64.txt")).containsAllEntriesOf(constants);
    }

    /** What nobody may get wrong, said once more by hand. */
    @Rule("P11")
    @Test
    void portsAreAsWideAsOnWindows() {
        assertThat(RasPort0.SIZE).isEqualTo(392);
        assertThat(RasPort0.WSZ_DEVICE_TYPE).isEqualTo(354);
        assertThat(RasPort1.SIZE).isEqualTo(72);
        assertThat(RasConnectionEx.SIZE).isEqualTo(1672);
    }
}
