// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The functions of kernel32.dll as JNA's direct mapping binds them, when this class is initialised; types as in {@link
 * CFunctions}. Every Windows process has this library, and Windows knows where from (KnownDLLs), so that its name is
 * enough.
 */
@SuppressWarnings("MemberName") // C's names
final class Kernel32Functions {
    static {
        Native.register(Kernel32Functions.class, NativeLibrary.getInstance("kernel32"));
    }

    private Kernel32Functions() {}

    static native int GetSystemDirectoryW(@Nullable ByteBuffer buffer, int size);

    static native long LoadLibraryExW(@Nullable ByteBuffer fileName, long reserved, int flags);

    static native long GetProcAddress(long module, @Nullable ByteBuffer name);

    static native int GetModuleFileNameW(long module, @Nullable ByteBuffer fileName, int size);

    static native int FormatMessageW(
            int flags,
            long source,
            int messageId,
            int languageId,
            @Nullable ByteBuffer buffer,
            int size,
            long arguments);

    static native long LocalFree(long memory);

    static native long CreateEventW(long attributes, int manualReset, int initialState, @Nullable ByteBuffer name);

    static native int SetEvent(long event);

    static native int WaitForSingleObject(long handle, int millis);

    static native int CloseHandle(long handle);
}
