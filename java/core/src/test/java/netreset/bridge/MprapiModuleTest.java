// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import static netreset.bridge.FakeWindows.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Which library is loaded and which of its functions are bound, on a Windows that does as it is told. */
class MprapiModuleTest {
    private static final String PATH = SYSTEM + "\\mprapi.dll";

    private final FakeWindows windows = new FakeWindows();

    @Rule({"P2", "P3"})
    @Test
    void itIsLoadedFromTheSystemFolderWithTheLoadersFlag() throws Exception {
        MprapiModule module = MprapiModule.system(windows);
        assertThat(windows.loaded).containsExactly(PATH + " 800");
        assertThat(module.path()).as("as Windows has it").isEqualTo(windows.loadedPath);
        assertThat(module.path()).isEqualToIgnoringCase(PATH);
        assertThat(module.bridge()).isSameAs(windows);
        assertThat(module.kernel32()).isSameAs(windows);
    }

    @Test
    void itIsLoadedOnce() throws Exception {
        assertThat(MprapiModule.system(windows)).isSameAs(MprapiModule.system(windows));
        assertThat(windows.loaded).hasSize(1);
    }

    @Rule({"P2", "P3"})
    @Test
    void oneFromElsewhereIsRefused() {
        windows.loadedPath = "C:\\app\\mprapi.dll";
        assertRefused("asked for " + PATH + " Windows loaded C:\\app\\mprapi.dll", 0);
        assertThat(windows.asked).isEmpty();
    }

    @Test
    void whatWindowsRefusesIsToldWithItsNumber() {
        windows.loadError = 126;
        assertRefused("Windows can't load " + PATH + ", error 126", 126);
        windows.systemDirectoryError = 5;
        assertRefused("Windows can't find the system folder, error 5", 5);
    }

    /** The next attempt may find it. */
    @Test
    void aFailureIsNotKept() throws Exception {
        windows.loadError = 126;
        assertThatExceptionOfType(NoMprapiException.class).isThrownBy(() -> MprapiModule.system(windows));
        windows.loadError = 0;
        assertThat(MprapiModule.system(windows).path()).isEqualToIgnoringCase(PATH);
    }

    @Rule("P1")
    @Test
    void elsewhereNothingIsLoaded() {
        windows.reason = "needs Windows with a 64-bit JVM on x86-64 or aarch64, this is Windows 10 on x86";
        assertRefused(windows.name() + ": " + windows.reason, 0);
        assertThat(windows.loaded).isEmpty();
    }

    @Rule("P10")
    @Test
    void wineOwnIsRefusedBeforeAnyFunctionIsLookedUp() {
        windows.image.put(64, "Wine builtin DLL".getBytes(StandardCharsets.US_ASCII));
        assertRefused(PATH + " is a stub of Wine's, netreset needs the one of Windows", 0);
        assertThat(windows.asked).isEmpty();
        assertThat(windows.bound).isEmpty();
    }

    @Rule("P7")
    @ParameterizedTest
    @EnumSource
    void todaysNameIsTaken(MprapiFunction function) throws Exception {
        Arrays.stream(MprapiFunction.values()).forEach(each -> windows.exports.put(oldName(each), 4242L));
        MprapiModule module = MprapiModule.system(windows);
        assertThat(module.has(function)).isTrue();
        assertThat(module.exportName(function)).isEqualTo(function.cName());
        assertThat(windows.bound).containsEntry(function.cName(), windows.exports.get(function.cName()));
    }

    @Rule("P7")
    @ParameterizedTest
    @EnumSource
    void withoutItTheOldOneOfTheSameModuleIs(MprapiFunction function) throws Exception {
        windows.exports.remove(function.cName());
        windows.exports.put(oldName(function), 4242L);
        MprapiModule module = MprapiModule.system(windows);
        if (function.required()) {
            assertThat(module.exportName(function)).isEqualTo(oldName(function));
            assertThat(windows.bound).containsEntry(function.cName(), 4242L);
        } else {
            assertThat(module.has(function)).isFalse();
        }
    }

    @Rule("P5")
    @ParameterizedTest
    @EnumSource(names = {"IS_SERVICE_RUNNING", "SERVER_CONNECT", "PORT_ENUM", "PORT_RESET", "BUFFER_FREE"})
    void withoutARequiredOneNothingIsBound(MprapiFunction function) {
        windows.exports.remove(function.cName());
        assertRefused(windows.loadedPath + " has no function " + function.cName() + " or " + oldName(function), 0);
        assertThat(windows.bound).isEmpty();
    }

    @Rule("P6")
    @ParameterizedTest
    @EnumSource(
            names = {"GET_ERROR_STRING", ".*INITIALIZED", ".*_EX", ".*NOTIFICATION", "SERVER_GET_INFO"},
            mode = Mode.MATCH_ANY)
    void withoutAnOptionalOneTheOthersStay(MprapiFunction missing) throws Exception {
        windows.exports.remove(missing.cName());
        MprapiModule module = MprapiModule.system(windows);
        for (MprapiFunction function : MprapiFunction.values()) {
            assertThat(module.has(function)).as(function.cName()).isEqualTo(function != missing);
        }
        assertThat(module.exportName(missing)).isNull();
        assertThat(windows.bound).containsEntry(missing.cName(), 0L);
    }

    @Rule("P8")
    @Test
    void theOldErrorStringIsAnotherFunction() throws Exception {
        windows.exports.remove("MprAdminGetErrorString");
        windows.exports.put("RasAdminGetErrorString", 4242L);
        assertThat(MprapiModule.system(windows).has(MprapiFunction.GET_ERROR_STRING))
                .isFalse();
        assertThat(windows.asked).doesNotContain("RasAdminGetErrorString");
        assertThat(windows.bound).doesNotContainValue(4242L);
        assertThat(windows.loaded)
                .noneMatch(path -> path.toLowerCase(Locale.ROOT).contains("rassapi"));
    }

    @Rule("P9")
    @Test
    void noDecoratedNameIsLookedUp() throws Exception {
        for (String name : List.of("MprAdminConnectionEnumEx", "MprAdminPortReset")) {
            windows.exports.remove(name);
            windows.exports.put(name + "@28", 4242L);
            windows.exports.put("_" + name + "@28", 4242L);
        }
        windows.exports.put("RasAdminPortReset", 43L);
        assertThat(MprapiModule.system(windows).has(MprapiFunction.CONNECTION_ENUM_EX))
                .isFalse();
        assertThat(windows.bound).containsEntry("MprAdminPortReset", 43L).doesNotContainValue(4242L);
        assertThat(windows.asked).isNotEmpty().allMatch(name -> name.matches("(Mpr|Ras)Admin[A-Za-z]+"));
    }

    @Test
    void itsVersionIsThatOfItsResources() throws Exception {
        assertThat(MprapiModule.system(new FakeWindows()).version()).isNull();
        PeImage.withVersion(windows.image, 10, 0, 20348, 65535);
        assertThat(MprapiModule.system(windows).version()).isEqualTo("10.0.20348.65535");
    }

    /** An image with bytes that lead anywhere, or nowhere. */
    @Test
    void aVersionThatCannotBeReadIsUnknown() throws Exception {
        for (int at = 0; at < 512; at += 4) {
            for (int value : new int[] {0, -1, 0x7fff_ffff, 0x8000_0000}) {
                FakeWindows other = new FakeWindows();
                PeImage.withVersion(other.image, 1, 2, 3, 4);
                other.image.putInt(at, value);
                MprapiModule.system(other).version();
            }
        }
    }

    private static String oldName(MprapiFunction function) {
        return function.cName().replace("MprAdmin", "RasAdmin");
    }

    private void assertRefused(String message, int code) {
        assertThatExceptionOfType(NoMprapiException.class)
                .isThrownBy(() -> MprapiModule.system(windows))
                .withMessage(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
