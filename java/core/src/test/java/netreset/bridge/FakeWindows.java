// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Windows with one library, and a bridge to it: what its loader was asked for, and what it answers. */
final class FakeWindows implements Bridge, Kernel32 {
    static final String SYSTEM = "C:\\Windows\\system32";
    static final long MODULE = 0x7ff8_1234_0000L;

    /** {@code path flags}. */
    final List<String> loaded = new ArrayList<>();

    /** Names that GetProcAddress was asked for. */
    final List<String> asked = new ArrayList<>();

    /** Names with the addresses that Mprapi was given. */
    final Map<String, Long> bound = new HashMap<>();

    final Map<String, Long> exports = new HashMap<>();
    final ByteBuffer image = ByteBuffer.allocate(4096);

    @Nullable
    String reason;

    String loadedPath = SYSTEM.toUpperCase(Locale.ROOT) + "\\mprapi.DLL";
    int systemDirectoryError;
    int loadError;

    /** Exports every function under the names of today's Windows. */
    FakeWindows() {
        for (MprapiFunction function : MprapiFunction.values()) {
            exports.put(function.cName(), MODULE + 0x1000 + 16L * exports.size());
        }
    }

    @Override
    public String name() {
        return "fake" + System.identityHashCode(this);
    }

    @Override
    public int priority() {
        return 1;
    }

    @Override
    public @Nullable String unavailableReason(CLibrary library) {
        return library == CLibrary.KERNEL32 ? reason : "needs Linux";
    }

    @Override
    public Libc libc() {
        throw new IllegalStateException("this is Windows");
    }

    @Override
    public Kernel32 kernel32() {
        if (reason != null) {
            throw new IllegalStateException(reason);
        }
        return this;
    }

    @Override
    @SuppressWarnings("NullAway") // nobody calls what was bound
    public Mprapi mprapi(Symbols symbols) {
        for (MprapiFunction function : MprapiFunction.values()) {
            bound.put(function.cName(), symbols.address(function.cName()));
        }
        return null;
    }

    @Override
    public long address(ByteBuffer buffer) {
        throw new IllegalStateException();
    }

    @Override
    public ByteBuffer view(long address, long size) {
        return image.slice((int) (address - MODULE), (int) size).order(ByteOrder.nativeOrder());
    }

    @Override
    public int GetSystemDirectoryW(@Nullable ByteBuffer buffer, int size) {
        return systemDirectoryError != 0 ? -systemDirectoryError : copy(SYSTEM, buffer);
    }

    @Override
    public long LoadLibraryExW(ByteBuffer fileName, long reserved, int flags) {
        loaded.add(WideStrings.read(fileName, 0, fileName.capacity()) + " " + Integer.toHexString(flags));
        return loadError != 0 ? -loadError : MODULE;
    }

    @Override
    public long GetProcAddress(long module, ByteBuffer name) {
        byte[] bytes = new byte[name.capacity() - 1];
        name.get(0, bytes);
        String text = new String(bytes, StandardCharsets.US_ASCII);
        asked.add(text);
        return module == MODULE ? exports.getOrDefault(text, -127L) : -6;
    }

    @Override
    public int GetModuleFileNameW(long module, ByteBuffer fileName, int size) {
        return module == MODULE ? copy(loadedPath, fileName) : -6;
    }

    private static int copy(String text, @Nullable ByteBuffer buffer) {
        for (int i = 0; buffer != null && i < text.length(); i++) {
            buffer.putChar(2 * i, text.charAt(i));
        }
        return text.length();
    }

    @Override
    public int FormatMessageW(int flags, long source, int messageId, int languageId, ByteBuffer buffer, int size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long LocalFree(long memory) {
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
