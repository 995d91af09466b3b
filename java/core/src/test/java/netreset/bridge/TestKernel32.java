// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What of kernel32.dll the stand-in brings along on Linux: events and LocalFree. No bridge is involved. */
final class TestKernel32 implements Kernel32 {
    private static final int INVALID_HANDLE = 6;
    private static final int NO_SUCH_TEXT = 317;
    private static final int NO_SUCH_FILE = 2;

    private final TestLibrary library;

    TestKernel32(TestLibrary library) {
        this.library = library;
    }

    @Override
    public int GetSystemDirectoryW(@Nullable ByteBuffer buffer, int size) {
        return -NO_SUCH_FILE;
    }

    @Override
    public long LoadLibraryExW(ByteBuffer fileName, long reserved, int flags) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long GetProcAddress(long module, ByteBuffer name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int GetModuleFileNameW(long module, ByteBuffer fileName, int size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int FormatMessageW(int flags, long source, int messageId, int languageId, ByteBuffer buffer, int size) {
        return -NO_SUCH_TEXT;
    }

    @Override
    public long LocalFree(long memory) {
        return library.call("LocalFree", memory);
    }

    @Override
    public long CreateEventW(int manualReset, int initialState) {
        return library.call("CreateEventW", 0L, manualReset, initialState, 0L);
    }

    @Override
    public int SetEvent(long event) {
        return done((int) library.call("SetEvent", event));
    }

    @Override
    public int WaitForSingleObject(long handle, int millis) {
        int result = (int) library.call("WaitForSingleObject", handle, millis);
        return result < 0 ? -INVALID_HANDLE : result;
    }

    @Override
    public int CloseHandle(long handle) {
        return done((int) library.call("CloseHandle", handle));
    }

    private static int done(int result) {
        // A C bool in an int: only its lowest byte is its own.
        return (result & 0xff) == 0 ? -INVALID_HANDLE : 1;
    }
}
