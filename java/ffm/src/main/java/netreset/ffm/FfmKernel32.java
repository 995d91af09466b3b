// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import netreset.bridge.Buffers;
import netreset.bridge.Kernel32;
import org.jspecify.annotations.Nullable;

/** Folds GetLastError into the result, as {@link FfmLibc} does with errno; fences as there. */
final class FfmKernel32 implements Kernel32 {
    private static final StructLayout CAPTURED = Linker.Option.captureStateLayout();
    private static final long OFFSET = CAPTURED.byteOffset(PathElement.groupElement("GetLastError"));

    /** One per thread, made by its first call; the garbage collector frees it with the thread. */
    private static final ThreadLocal<MemorySegment> LAST_ERROR =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(CAPTURED));

    /** Binds all functions, or throws. */
    FfmKernel32() {
        GetSystemDirectoryW(null, 0);
    }

    /** Where 0 is failure. */
    private static int notZero(int result, MemorySegment lastError) {
        return result == 0 ? -lastError.get(ValueLayout.JAVA_INT, OFFSET) : result;
    }

    private static long notZero(long result, MemorySegment lastError) {
        return result == 0 ? -lastError.get(ValueLayout.JAVA_INT, OFFSET) : result;
    }

    /** Where -1 is failure. */
    private static int notNegative(int result, MemorySegment lastError) {
        return result < 0 ? -lastError.get(ValueLayout.JAVA_INT, OFFSET) : result;
    }

    @Override
    public int GetSystemDirectoryW(@Nullable ByteBuffer buffer, int size) {
        MemorySegment lastError = LAST_ERROR.get();
        long bufferPointer = Pointers.of(Buffers.out(buffer));
        try {
            return notZero(
                    (int) Kernel32Functions.GET_SYSTEM_DIRECTORY.invokeExact(lastError, bufferPointer, size),
                    lastError);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(buffer);
        }
    }

    @Override
    public long LoadLibraryExW(ByteBuffer fileName, long reserved, int flags) {
        MemorySegment lastError = LAST_ERROR.get();
        long fileNamePointer = Pointers.of(Buffers.in(fileName));
        try {
            return notZero(
                    (long) Kernel32Functions.LOAD_LIBRARY_EX.invokeExact(lastError, fileNamePointer, reserved, flags),
                    lastError);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(fileName);
        }
    }

    @Override
    public long GetProcAddress(long module, ByteBuffer name) {
        MemorySegment lastError = LAST_ERROR.get();
        long namePointer = Pointers.of(Buffers.in(name));
        try {
            return notZero(
                    (long) Kernel32Functions.GET_PROC_ADDRESS.invokeExact(lastError, module, namePointer), lastError);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(name);
        }
    }

    @Override
    public int GetModuleFileNameW(long module, ByteBuffer fileName, int size) {
        MemorySegment lastError = LAST_ERROR.get();
        long fileNamePointer = Pointers.of(Buffers.out(fileName));
        try {
            return notZero(
                    (int) Kernel32Functions.GET_MODULE_FILE_NAME.invokeExact(lastError, module, fileNamePointer, size),
                    lastError);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(fileName);
        }
    }

    @Override
    public int FormatMessageW(int flags, long source, int messageId, int languageId, ByteBuffer buffer, int size) {
        MemorySegment lastError = LAST_ERROR.get();
        long bufferPointer = Pointers.of(Buffers.out(buffer));
        try {
            return notZero(
                    (int) Kernel32Functions.FORMAT_MESSAGE.invokeExact(
                            lastError, flags, source, messageId, languageId, bufferPointer, size, 0L),
                    lastError);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(buffer);
        }
    }

    @Override
    public long LocalFree(long memory) {
        MemorySegment lastError = LAST_ERROR.get();
        try {
            return (long) Kernel32Functions.LOCAL_FREE.invokeExact(lastError, memory);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public long CreateEventW(int manualReset, int initialState) {
        MemorySegment lastError = LAST_ERROR.get();
        try {
            return notZero(
                    (long) Kernel32Functions.CREATE_EVENT.invokeExact(lastError, 0L, manualReset, initialState, 0L),
                    lastError);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int SetEvent(long event) {
        MemorySegment lastError = LAST_ERROR.get();
        try {
            return notZero((int) Kernel32Functions.SET_EVENT.invokeExact(lastError, event), lastError);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int WaitForSingleObject(long handle, int millis) {
        MemorySegment lastError = LAST_ERROR.get();
        try {
            return notNegative(
                    (int) Kernel32Functions.WAIT_FOR_SINGLE_OBJECT.invokeExact(lastError, handle, millis), lastError);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int CloseHandle(long handle) {
        MemorySegment lastError = LAST_ERROR.get();
        try {
            return notZero((int) Kernel32Functions.CLOSE_HANDLE.invokeExact(lastError, handle), lastError);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }
}
