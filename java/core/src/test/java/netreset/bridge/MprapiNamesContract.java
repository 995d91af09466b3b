// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** What a bridge calls in libraries with fewer exports. Linux only: Windows' system folder has one library. */
public abstract class MprapiNamesContract {
    private final Bridge bridge;
    private final TestLibrary.Opener opener;

    protected MprapiNamesContract(Bridge bridge, TestLibrary.Opener opener) {
        this.bridge = bridge;
        this.opener = opener;
        StandIn.require();
    }

    @Rule("P1")
    @Test
    void outsideWindowsThereIsNoneButATests() {
        assertThatExceptionOfType(NoMprapiException.class)
                .isThrownBy(() -> MprapiModule.system(bridge))
                .withMessageMatching(
                        bridge.name() + ": needs Windows with a 64-bit JVM on x86-64 or aarch64, this is Linux on .*");
    }

    @Rule({"P7", "P8"})
    @Test
    void withOnlyTheOldNamesTheyAreCalled() throws NoMprapiException {
        StandIn standIn = StandIn.built(bridge, opener, "rasadmin").reset();
        MprapiModule module = standIn.module();
        assertThat(MprapiFunction.values())
                .allSatisfy(function -> assertThat(module.has(function)).isEqualTo(function.required()));
        ByteBuffer handle = ByteBuffer.allocateDirect(8).order(ByteOrder.nativeOrder());
        assertThat(module.mprapi().MprAdminServerConnect(null, handle)).isZero();
        assertThat(module.mprapi().MprAdminPortReset(handle.getLong(0), 1)).isZero();
        module.mprapi().MprAdminServerDisconnect(handle.getLong(0));
        assertThat(standIn.log()).allMatch(call -> call.startsWith("RasAdmin")).hasSize(3);
    }

    @Rule("P6")
    @Test
    void windows2000LacksOnlyWhatCameLater() throws NoMprapiException {
        MprapiModule module = StandIn.built(bridge, opener, "old").module();
        assertThat(Arrays.stream(MprapiFunction.values()).filter(function -> !module.has(function)))
                .containsExactly(MprapiFunction.IS_SERVICE_INITIALIZED, MprapiFunction.CONNECTION_ENUM_EX);
    }

    @Rule("P5")
    @Test
    void withNeitherNameItIsRefused() {
        assertThatExceptionOfType(NoMprapiException.class)
                .isThrownBy(() -> StandIn.built(bridge, opener, "none"))
                .withMessageMatching(
                        "/.*/libmprapi.so has no function MprAdminIsServiceRunning or RasAdminIsServiceRunning");
    }
}
