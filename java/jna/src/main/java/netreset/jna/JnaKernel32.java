// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import com.sun.jna.Native;
import java.nio.ByteBuffer;
import netreset.bridge.Buffers;
import netreset.bridge.Kernel32;
import org.jspecify.annotations.Nullable;

/** Folds GetLastError into the result, as {@link JnaLibc} does with errno. */
final class JnaKernel32 implements Kernel32 {
    /** Binds all functions, or throws. */
    JnaKernel32() {
        Kernel32Functions.GetSystemDirectoryW(null, 0);
    }

    /** Where 0 is failure. */
    private static int notZero(int result) {
        return result == 0 ? -Native.getLastError() : result;
    }

    private static long notZero(long result) {
        return result == 0 ? -Native.getLastError() : result;
    }

    /** Where -1 is failure. */
    private static int notNegative(int result) {
        return result < 0 ? -Native.getLastError() : result;
    }

    @Override
    public int GetSystemDirectoryW(@Nullable ByteBuffer buffer, int size) {
        return notZero(Kernel32Functions.GetSystemDirectoryW(Buffers.out(buffer), size));
    }

    @Override
    public long LoadLibraryExW(ByteBuffer fileName, long reserved, int flags) {
        return notZero(Kernel32Functions.LoadLibraryExW(Buffers.in(fileName), reserved, flags));
    }

    @Override
    public long GetProcAddress(long module, ByteBuffer name) {
        return notZero(Kernel32Functions.GetProcAddress(module, Buffers.in(name)));
    }

    @Override
    public int GetModuleFileNameW(long module, ByteBuffer fileName, int size) {
        return notZero(Kernel32Functions.GetModuleFileNameW(module, Buffers.out(fileName), size));
    }

    @Override
    public int FormatMessageW(int flags, long source, int messageId, int languageId, ByteBuffer buffer, int size) {
        return notZero(
                Kernel32Functions.FormatMessageW(flags, source, messageId, languageId, Buffers.out(buffer), size, 0));
    }

    @Override
    public long LocalFree(long memory) {
        return Kernel32Functions.LocalFree(memory);
    }

    @Override
    public long CreateEventW(int manualReset, int initialState) {
        return notZero(Kernel32Functions.CreateEventW(0, manualReset, initialState, null));
    }

    @Override
    public int SetEvent(long event) {
        return notZero(Kernel32Functions.SetEvent(event));
    }

    @Override
    public int WaitForSingleObject(long handle, int millis) {
        return notNegative(Kernel32Functions.WaitForSingleObject(handle, millis));
    }

    @Override
    public int CloseHandle(long handle) {
        return notZero(Kernel32Functions.CloseHandle(handle));
    }
}
