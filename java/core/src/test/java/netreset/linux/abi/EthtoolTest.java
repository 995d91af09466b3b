// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

class EthtoolTest {
    @Rule("L2")
    @Test
    void aSharedComponentIsItsBitShifted() {
        assertThat(Ethtool.ETH_RESET_MGMT << Ethtool.ETH_RESET_SHARED_SHIFT).isEqualTo(0x10000);
        assertThat(Ethtool.ETH_RESET_PHY << Ethtool.ETH_RESET_SHARED_SHIFT).isEqualTo(0x400000);
        assertThat(Ethtool.ETH_RESET_AP << Ethtool.ETH_RESET_SHARED_SHIFT).isEqualTo(0x1000000);
    }

    @Rule("L2")
    @Test
    void allSurvivesTheFieldAndWideningUnsigned() {
        ByteBuffer value = ByteBuffer.allocate(EthtoolValue.SIZE).putInt(EthtoolValue.DATA, Ethtool.ETH_RESET_ALL);

        int flags = value.getInt(EthtoolValue.DATA);

        assertThat(flags).isEqualTo(-1);
        assertThat(Integer.toUnsignedLong(flags)).isEqualTo(4294967295L);
        assertThat("0x" + Integer.toHexString(flags)).isEqualTo("0xffffffff");
        assertThat((int) 4294967295L).isEqualTo(Ethtool.ETH_RESET_ALL);
    }

    @Rule("L2")
    @Test
    void dedicatedAndSharedHalvesAreDisjointAndMakeAll() {
        int shared = Ethtool.ETH_RESET_DEDICATED << Ethtool.ETH_RESET_SHARED_SHIFT;

        assertThat(shared & Ethtool.ETH_RESET_DEDICATED).isZero();
        assertThat(shared | Ethtool.ETH_RESET_DEDICATED).isEqualTo(Ethtool.ETH_RESET_ALL);
    }
}
