// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** What each function of kernel32.dll returns through a bridge. Windows only; subclassed once per bridge. */
public abstract class Kernel32Contract {
    private static final int SYSTEM32_ONLY = 0x800;
    private static final int INVALID_HANDLE = 6;

    private final Bridge bridge;
    private final Kernel32 kernel32;
    private final ByteBuffer path = memory(2 * 300);

    protected Kernel32Contract(Bridge bridge) {
        this.bridge = bridge;
        this.kernel32 = bridge.kernel32();
    }

    @Test
    void theSystemFolderHasALength() {
        int length = kernel32.GetSystemDirectoryW(path, 300);
        assertThat(WideStrings.read(path, 0, 600)).hasSize(length).matches("(?i)C:\\\\windows\\\\system32");
        assertThat(kernel32.GetSystemDirectoryW(null, 0)).isEqualTo(length + 1);
    }

    @Test
    void aLibraryIsLoadedFromThereAndKnowsItsPath() {
        long module = kernel32.LoadLibraryExW(WideStrings.of("version.dll"), 0, SYSTEM32_ONLY);
        assertThat(module).isPositive();
        assertThat(bridge.view(module, 2).getShort(0)).as("MZ").isEqualTo((short) 0x5a4d);
        int length = kernel32.GetModuleFileNameW(module, path, 300);
        assertThat(WideStrings.read(path, 0, 600))
                .hasSize(length)
                .matches("(?i)C:\\\\windows\\\\system32\\\\version.dll");
        assertThat(kernel32.GetProcAddress(module, ascii("GetFileVersionInfoW")))
                .isPositive();
        assertThat(FileVersion.of(bridge, module)).matches("\\d+(\\.\\d+){3}");
    }

    /** On Windows the system's own texts are in the one, in Wine in the other. */
    @Test
    void aLibraryThatIsOnlyMappedHasItsTexts() {
        int longest = 0;
        for (String name : new String[] {"kernel32.dll", "kernelbase.dll"}) {
            long texts = SystemFolder.texts(kernel32, name);
            assertThat(texts).isPositive();
            longest = Math.max(longest, kernel32.FormatMessageW(0xa00, texts, 5, 0, path, 300));
        }
        assertThat(longest).isGreaterThan(5);
        assertThat(SystemFolder.texts(kernel32, "netreset-none.dll")).isZero();
    }

    @Test
    void failuresAreWhatGetLastErrorSays() {
        assertThat(kernel32.LoadLibraryExW(WideStrings.of("netreset-none.dll"), 0, SYSTEM32_ONLY))
                .isEqualTo(-126);
        long module = kernel32.LoadLibraryExW(WideStrings.of("kernel32.dll"), 0, SYSTEM32_ONLY);
        assertThat(kernel32.GetProcAddress(module, ascii("NetresetNone"))).isEqualTo(-127);
        assertThat(kernel32.SetEvent(0)).isEqualTo(-INVALID_HANDLE);
        assertThat(kernel32.CloseHandle(0)).isEqualTo(-INVALID_HANDLE);
        assertThat(kernel32.WaitForSingleObject(0, 0)).isEqualTo(-INVALID_HANDLE);
        assertThat(kernel32.FormatMessageW(0x1200, 0, 903, 0, path, 300)).isNegative();
    }

    @Test
    void aCodeHasAText() {
        int length = kernel32.FormatMessageW(0x1200, 0, 5, 0, path, 300);
        assertThat(WideStrings.read(path, 0, 600)).hasSize(length).hasSizeGreaterThan(5);
    }

    @Test
    void anEventIsSetOnce() {
        long event = kernel32.CreateEventW(0, 0);
        assertThat(event).isPositive();
        assertThat(kernel32.WaitForSingleObject(event, 1)).as("WAIT_TIMEOUT").isEqualTo(258);
        assertThat(kernel32.SetEvent(event)).isPositive();
        assertThat(kernel32.WaitForSingleObject(event, 1000)).isZero();
        assertThat(kernel32.WaitForSingleObject(event, 0)).isEqualTo(258);
        assertThat(kernel32.CloseHandle(event)).isPositive();
        long manual = kernel32.CreateEventW(1, 1);
        assertThat(kernel32.WaitForSingleObject(manual, 0)).isZero();
        assertThat(kernel32.WaitForSingleObject(manual, 0)).isZero();
        assertThat(kernel32.CloseHandle(manual)).isPositive();
    }

    @Test
    void nothingIsNothingToFree() {
        assertThat(kernel32.LocalFree(0)).isZero();
    }

    @Rule({"P2", "P3"})
    @Test
    void theSystemsMprapiIsLoadedFromThere() throws NoMprapiException {
        assertThat(MprapiModule.system(bridge).path()).matches("(?i)C:\\\\windows\\\\system32\\\\mprapi.dll");
    }

    private static ByteBuffer ascii(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length + 1).put(0, bytes);
    }

    private static ByteBuffer memory(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }
}
