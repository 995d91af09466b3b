// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import netreset.bridge.Kernel32;
import netreset.bridge.WideStrings;
import netreset.rras.abi.Winbase;
import netreset.rras.abi.Winerror;
import org.jspecify.annotations.Nullable;

/** Knows texts, and takes strings back. */
final class FakeKernel32 implements Kernel32 {
    /** Of winbase.h; whoever waits needs no more than to know that it isn't WAIT_OBJECT_0. */
    private static final int WAIT_TIMEOUT = 258;

    /** A data file's handle isn't its address. */
    private static final long MESSAGES = 0x7ff8_0000_0001L;

    private final FakeServer server;

    FakeKernel32(FakeServer server) {
        this.server = server;
    }

    @Override
    public int FormatMessageW(int flags, long source, int messageId, int languageId, ByteBuffer buffer, int size) {
        Map<Integer, String> texts = switch (flags) {
            case 0xa00 -> source == MESSAGES ? server.moduleTexts : Map.of();
            case 0x1200 -> server.systemTexts;
            default -> throw new AssertionError("memory of Windows', or inserts: " + Integer.toHexString(flags));
        };
        String text = texts.get(messageId);
        if (text == null) {
            return -Winerror.ERROR_MR_MID_NOT_FOUND;
        } else if (text.length() >= size) {
            return -Winerror.ERROR_INSUFFICIENT_BUFFER;
        }
        FakePort.wide(buffer, 0, buffer.capacity(), text);
        return text.length();
    }

    @Override
    public long LocalFree(long memory) {
        server.log.add("LocalFree");
        server.heap.free(memory);
        return 0;
    }

    @Override
    public int GetSystemDirectoryW(@Nullable ByteBuffer buffer, int size) {
        FakePort.wide(Objects.requireNonNull(buffer), 0, buffer.capacity(), "C:\\system32");
        return "C:\\system32".length();
    }

    @Override
    public long LoadLibraryExW(ByteBuffer fileName, long reserved, int flags) {
        server.log.add("LoadLibraryExW " + WideStrings.read(fileName, 0, fileName.capacity()) + " " + flags);
        return server.moduleTexts.isEmpty() ? -Winerror.ERROR_MOD_NOT_FOUND : MESSAGES;
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
    public long CreateEventW(int manualReset, int initialState) {
        long event = 0x200L + server.events.size();
        server.events.put(event, new Semaphore(initialState));
        return event;
    }

    @Override
    public int SetEvent(long event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int WaitForSingleObject(long handle, int millis) {
        try {
            Semaphore event = Objects.requireNonNull(server.events.get(handle));
            if (!event.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                return WAIT_TIMEOUT;
            }
            event.drainPermits();
            return Winbase.WAIT_OBJECT_0;
        } catch (InterruptedException e) {
            // No wait in Windows ends for that.
            Thread.currentThread().interrupt();
            return WAIT_TIMEOUT;
        }
    }

    @Override
    public int CloseHandle(long handle) {
        return server.events.remove(handle) == null ? -Winerror.ERROR_INVALID_HANDLE : 1;
    }
}
