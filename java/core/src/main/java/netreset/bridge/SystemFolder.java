// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Loads libraries from Windows' own folder of them, and of mprapi.dll makes sure that this is what was loaded. */
final class SystemFolder {
    /** Of libloaderapi.h: the library, and those it needs itself, come from the system folder only. */
    private static final int LOAD_LIBRARY_SEARCH_SYSTEM32 = 0x800;

    /** Likewise: it is mapped to be looked into; nothing of it runs and nothing else is loaded for it. */
    private static final int LOAD_LIBRARY_AS_DATAFILE = 0x2;

    /** In characters; Windows has no longer ones (maximum path length limitation, Windows' SDK). */
    private static final int MAX_PATH_LENGTH = 32_768;

    /** Wine's mark on each library of its own, after the DOS header of 64 bytes: tools/winebuild/spec32.c. */
    private static final String WINE_BUILTIN = "Wine builtin DLL";

    private static final int WINE_MARK_OFFSET = 64;

    private final Kernel32 kernel32;

    private SystemFolder(Kernel32 kernel32) {
        this.kernel32 = kernel32;
    }

    /** As {@link MprapiModule#system}. */
    static MprapiModule mprapi(Bridge bridge) throws NoMprapiException {
        @Nullable String reason = bridge.unavailableReason(CLibrary.KERNEL32);
        if (reason != null) {
            throw new NoMprapiException(bridge.name() + ": " + reason, 0);
        }
        return new SystemFolder(bridge.kernel32()).load(bridge, "mprapi.dll");
    }

    /** A library's handle, with which FormatMessageW finds the texts in it; 0 if it can't be had. */
    static long texts(Kernel32 kernel32, String name) {
        try {
            String path = new SystemFolder(kernel32).folder() + "\\" + name;
            return Math.max(kernel32.LoadLibraryExW(WideStrings.of(path), 0, LOAD_LIBRARY_AS_DATAFILE), 0);
        } catch (NoMprapiException e) {
            return 0;
        }
    }

    private MprapiModule load(Bridge bridge, String name) throws NoMprapiException {
        String path = folder() + "\\" + name;
        long module = kernel32.LoadLibraryExW(WideStrings.of(path), 0, LOAD_LIBRARY_SEARCH_SYSTEM32);
        check(module, "load " + path);
        String loaded = path(module);
        if (!loaded.equalsIgnoreCase(path)) {
            throw new NoMprapiException("asked for " + path + " Windows loaded " + loaded, 0);
        }
        if (isOfWine(bridge, module)) {
            // Its functions exist, but most end the process when called.
            throw new NoMprapiException(path + " is a stub of Wine's, netreset needs the one of Windows", 0);
        }
        String version = FileVersion.of(bridge, module);
        return new MprapiModule(bridge, kernel32, loaded, version, function -> address(module, function));
    }

    private String folder() throws NoMprapiException {
        ByteBuffer path = longestPath();
        return string(path, kernel32.GetSystemDirectoryW(path, MAX_PATH_LENGTH), "find the system folder");
    }

    private String path(long module) throws NoMprapiException {
        ByteBuffer path = longestPath();
        return string(path, kernel32.GetModuleFileNameW(module, path, MAX_PATH_LENGTH), "tell where mprapi.dll is");
    }

    private static boolean isOfWine(Bridge bridge, long module) {
        byte[] mark = new byte[WINE_BUILTIN.length()];
        bridge.view(module + WINE_MARK_OFFSET, mark.length).get(mark);
        return WINE_BUILTIN.equals(new String(mark, StandardCharsets.US_ASCII));
    }

    private long address(long module, String function) {
        byte[] name = function.getBytes(StandardCharsets.US_ASCII);
        long address = kernel32.GetProcAddress(
                module, ByteBuffer.allocateDirect(name.length + 1).put(0, name));
        return Math.max(address, 0);
    }

    private static ByteBuffer longestPath() {
        return ByteBuffer.allocateDirect(Character.BYTES * MAX_PATH_LENGTH).order(ByteOrder.nativeOrder());
    }

    private static String string(ByteBuffer buffer, int length, String what) throws NoMprapiException {
        check(length, what);
        return WideStrings.read(buffer, 0, Character.BYTES * length);
    }

    /** Failures are negative; and no string or module is 0 long or at 0, whatever became of GetLastError. */
    private static void check(long result, String what) throws NoMprapiException {
        if (result <= 0) {
            throw new NoMprapiException("Windows can't " + what + ", error " + -result, (int) -result);
        }
    }
}
