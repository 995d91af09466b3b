// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Native;
import netreset.bridge.ChildJvm;
import netreset.bridge.InitialiseClasses;
import netreset.jna.JnaBridge;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** What JVMs of their own say, in one line each and without an exception. */
class FfmAvailabilityTest {
    private static final String TOO_OLD = "netreset.ffm.FfmBridge: needs Java 22 or later, this is 17";

    @Test
    void grantedItIsAvailableAndPreferred() throws Exception {
        assertThat(denying()
                        .with("--enable-native-access=ALL-UNNAMED")
                        .onClassPath(JnaBridge.class, Native.class, FfmBridge.class))
                .startsWith("ffm: available", "jna: available")
                .last()
                .asString()
                .startsWith("best: ffm, page size ");
        assertThat(denying().with("--enable-native-access=netreset.ffm").onModulePath(FfmBridge.class))
                .startsWith("ffm: available");
    }

    @Test
    void deniedItNamesTheFlag() throws Exception {
        String onClassPath = "ffm: has no native access, start Java with --enable-native-access=ALL-UNNAMED";
        assertThat(denying().onClassPath(FfmBridge.class))
                .containsExactly(onClassPath, "no usable bridge to C; " + onClassPath);
        String onModulePath = "ffm: has no native access, start Java with --enable-native-access=netreset.ffm";
        assertThat(denying().onModulePath(FfmBridge.class))
                .containsExactly(onModulePath, "no usable bridge to C; " + onModulePath);
    }

    /** Java would let it through with a warning on the user's terminal. */
    @Test
    void neitherGrantedNorDeniedItIsNotTried() throws Exception {
        assertThat(ChildJvm.current().onClassPath(FfmBridge.class))
                .first()
                .isEqualTo("ffm: has no native access, start Java with --enable-native-access=ALL-UNNAMED");
    }

    @Test
    void onJava17ItLeavesTheOtherBridgeAlone() throws Exception {
        ChildJvm java = ChildJvm.ofRelease(17);
        assertThat(java.onClassPath(FfmBridge.class, JnaBridge.class, Native.class))
                .startsWith("jna: available", TOO_OLD)
                .hasSize(3);
        assertThat(java.onModulePath(FfmBridge.class, JnaBridge.class, Native.class))
                .startsWith("jna: available", TOO_OLD)
                .hasSize(3);
        assertThat(java.onClassPath(FfmBridge.class)).containsExactly(TOO_OLD, "no usable bridge to C; " + TOO_OLD);
    }

    @Test
    void noFunctionIsBoundElsewhere() throws Exception {
        assertThat(ChildJvm.current()
                        .with("-Dos.name=Plan 9", "--enable-native-access=ALL-UNNAMED", "-Xlog:class+load")
                        .onClassPath(FfmBridge.class))
                .anyMatch(line -> line.startsWith("ffm: needs Linux") && line.contains("this is Plan 9 on "))
                .anyMatch(line -> line.contains("netreset.ffm.FfmBridge source"))
                .noneMatch(line -> line.contains("netreset.ffm.CFunctions"))
                .noneMatch(line -> line.contains("java.lang.foreign.Linker"));
    }

    @Test
    void aMissingFunctionIsNamed() {
        assertThatThrownBy(() -> CFunctions.find("netreset_none"))
                .hasMessage("the C library has no function netreset_none");
    }

    @Rule("P1")
    @Test
    void a32BitWindowsJvmIsToldSoInOneLine() throws Exception {
        String reason = "ffm: needs Windows with a 64-bit JVM on x86-64 or aarch64, this is Windows 10 on x86";
        assertThat(ChildJvm.current()
                        .with("-Dos.name=Windows 10", "-Dos.arch=x86", "--enable-native-access=ALL-UNNAMED")
                        .onClassPath(FfmBridge.class))
                .containsExactly(reason, "no usable bridge to C; " + reason);
    }

    @Rule("P4")
    @Test
    void initialisingClassesBindsNothing() throws Exception {
        assertThat(ChildJvm.current()
                        .with("-Dos.name=Windows 11", "-Xlog:class+load")
                        .running(
                                InitialiseClasses.class,
                                "netreset.NetReset",
                                "netreset.bridge.MprapiModule",
                                "netreset.ffm.FfmBridge")
                        .onClassPath(FfmBridge.class))
                .contains("MprAdminPortReset", "netreset.bridge.Bridges")
                .anyMatch(line -> line.contains("netreset.ffm.FfmBridge source"))
                .noneMatch(line -> line.contains("java.lang.foreign.Linker") || line.contains("Functions source"));
    }

    private static ChildJvm denying() {
        return ChildJvm.ofRelease(25).with("--illegal-native-access=deny");
    }
}
