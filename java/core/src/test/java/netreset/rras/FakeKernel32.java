// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import netreset.bridge.Kernel32;
import netreset.rras.abi.Winerror;
import org.jspecify.annotations.Nullable;

/** Knows texts, and takes strings back. */
final class FakeKernel32 implements Kernel32 {
    private final FakeServer server;

    FakeKernel32(FakeServer server) {
        this.server = server;
    }

    @Override
    public int FormatMessageW(int flags, long source, int messageId, int languageId, ByteBuffer buffer, int size) {
        String text = server.systemTexts.get(messageId);
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
        throw new UnsupportedOperationException();
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
    public long CreateEventW(int manualReset, int initialState) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int SetEvent(long event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int WaitForSingleObject(long handle, int millis) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int CloseHandle(long handle) {
        throw new UnsupportedOperationException();
    }
}
