// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Native;
import netreset.bridge.ChildJvm;
import netreset.bridge.InitialiseClasses;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** What JVMs of their own say, in one line each and without an exception. */
class JnaAvailabilityTest {
    private static final String REMEDY = ", check that net.java.dev.jna:jna-jpms is there and that -Djna.tmpdir names"
            + " a directory where files may be executed";

    @Test
    void itIsAvailableOnJava17() throws Exception {
        ChildJvm java = ChildJvm.ofRelease(17);
        assertThat(java.onClassPath(JnaBridge.class, Native.class))
                .startsWith("jna: available")
                .last()
                .asString()
                .startsWith("best: jna, page size ");
        assertThat(java.onModulePath(JnaBridge.class, Native.class)).startsWith("jna: available");
    }

    @Test
    void grantedItIsAvailable() throws Exception {
        assertThat(denying().with("--enable-native-access=ALL-UNNAMED").onClassPath(JnaBridge.class, Native.class))
                .startsWith("jna: available");
        assertThat(denying().with("--enable-native-access=com.sun.jna").onModulePath(JnaBridge.class, Native.class))
                .startsWith("jna: available");
    }

    @Test
    void deniedItNamesTheFlag() throws Exception {
        String onClassPath = "jna: has no native access, start Java with --enable-native-access=ALL-UNNAMED";
        assertThat(denying().onClassPath(JnaBridge.class, Native.class))
                .containsExactly(onClassPath, "no usable bridge to C; " + onClassPath);
        String onModulePath = "jna: has no native access, start Java with --enable-native-access=com.sun.jna";
        assertThat(denying().onModulePath(JnaBridge.class, Native.class))
                .containsExactly(onModulePath, "no usable bridge to C; " + onModulePath);
    }

    @Test
    void withoutJnaItSaysSo() throws Exception {
        assertThat(ChildJvm.current().onClassPath(JnaBridge.class))
                .startsWith("jna: class com.sun.jna.NativeLibrary is missing" + REMEDY);
    }

    /** JNA also logs a warning of its own, with a stack trace. */
    @Test
    void withoutAPlaceToUnpackItSaysSo() throws Exception {
        assertThat(ChildJvm.current().with("-Djna.tmpdir=/proc/none").onClassPath(JnaBridge.class, Native.class))
                .anyMatch(line -> line.startsWith("jna: UnsatisfiedLinkError: ")
                        && line.contains("/proc/none")
                        && line.endsWith(REMEDY));
    }

    @Test
    void nothingOfJnaIsLoadedElsewhere() throws Exception {
        assertThat(ChildJvm.current()
                        .with("-Dos.name=Plan 9", "-Xlog:class+load")
                        .onClassPath(JnaBridge.class, Native.class))
                .anyMatch(line -> line.startsWith("jna: needs Linux") && line.contains("this is Plan 9 on "))
                .anyMatch(line -> line.contains("netreset.jna.JnaBridge source"))
                .noneMatch(line -> line.contains("com.sun.jna.N"));
    }

    @Rule("P1")
    @Test
    void a32BitWindowsJvmIsToldSoInOneLine() throws Exception {
        String reason = "jna: needs Windows with a 64-bit JVM on x86-64 or aarch64, this is Windows 10 on x86";
        assertThat(ChildJvm.current()
                        .with("-Dos.name=Windows 10", "-Dos.arch=x86")
                        .onClassPath(JnaBridge.class, Native.class))
                .containsExactly(reason, "no usable bridge to C; " + reason);
    }

    @Rule("P4")
    @Test
    void initialisingClassesLoadsNothingOfJna() throws Exception {
        assertThat(ChildJvm.current()
                        .with("-Dos.name=Windows 11", "-Xlog:class+load")
                        .running(
                                InitialiseClasses.class,
                                "netreset.NetReset",
                                "netreset.bridge.MprapiModule",
                                "netreset.jna.JnaBridge")
                        .onClassPath(JnaBridge.class, Native.class))
                .contains("MprAdminPortReset", "netreset.bridge.Bridges")
                .anyMatch(line -> line.contains("netreset.jna.JnaBridge source"))
                .noneMatch(line -> line.contains("com.sun.jna.N") || line.contains("Functions source"));
    }

    private static ChildJvm denying() {
        return ChildJvm.ofRelease(25).with("--illegal-native-access=deny");
    }
}
