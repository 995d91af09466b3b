// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The functions of kernel32.dll netreset calls, under their C names; the Windows SDK's pages are their documentation.
 *
 * <p>Every method returns what C returned, but {@code -GetLastError()} when C returned what its page calls failure; that
 * number is read in the same downcall, so no other thread's call can change it. Buffers, pointers and {@code null} are as
 * in {@link Mprapi}; strings are NUL-terminated UTF-16 and their sizes are in characters.
 */
@SuppressWarnings("MemberName") // C's names
public interface Kernel32 {
    /** Length of the path, without the NUL; or, if {@code size} is too small, the size it takes with it. */
    int GetSystemDirectoryW(@Nullable ByteBuffer buffer, int size);

    /** A module's handle, which is where the module begins in memory. */
    long LoadLibraryExW(ByteBuffer fileName, long reserved, int flags);

    /**
     * A function's address.
     *
     * @param name NUL-terminated, one byte a character
     */
    long GetProcAddress(long module, ByteBuffer name);

    /** Length of the path; {@code size} if it was cut off. */
    int GetModuleFileNameW(long module, ByteBuffer fileName, int size);

    /** Length of the text, whose insertion sequences are left as they are if {@code flags} says so. */
    int FormatMessageW(int flags, long source, int messageId, int languageId, ByteBuffer buffer, int size);

    /** 0; anything else is a failure and C's own result, the pointer. */
    long LocalFree(long memory);

    /** An event's handle. */
    long CreateEventW(int manualReset, int initialState);

    /** Not 0. */
    int SetEvent(long event);

    /** WAIT_OBJECT_0, or WAIT_TIMEOUT after that time. */
    int WaitForSingleObject(long handle, int millis);

    /** Not 0. */
    int CloseHandle(long handle);
}
