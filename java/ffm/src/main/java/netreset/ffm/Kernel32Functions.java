// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.NoSuchElementException;

/**
 * The functions of kernel32.dll, bound when this class is initialised; types as in {@link CFunctions}. Every handle takes
 * first the segment that receives what GetLastError would say. Every Windows process has this library, and Windows knows
 * where from (KnownDLLs), so that its name is enough.
 */
@SuppressWarnings("restricted") // what the module is for, granted by the user
final class Kernel32Functions {
    private static final SymbolLookup KERNEL32 = SymbolLookup.libraryLookup("kernel32.dll", Arena.global());
    private static final Linker.Option LAST_ERROR = Linker.Option.captureCallState("GetLastError");

    static final MethodHandle GET_SYSTEM_DIRECTORY = bind("GetSystemDirectoryW", JAVA_INT, JAVA_LONG, JAVA_INT);
    static final MethodHandle LOAD_LIBRARY_EX = bind("LoadLibraryExW", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT);
    static final MethodHandle GET_PROC_ADDRESS = bind("GetProcAddress", JAVA_LONG, JAVA_LONG, JAVA_LONG);
    static final MethodHandle GET_MODULE_FILE_NAME =
            bind("GetModuleFileNameW", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
    static final MethodHandle FORMAT_MESSAGE =
            bind("FormatMessageW", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG);
    static final MethodHandle LOCAL_FREE = bind("LocalFree", JAVA_LONG, JAVA_LONG);
    static final MethodHandle CREATE_EVENT = bind("CreateEventW", JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG);
    static final MethodHandle SET_EVENT = bind("SetEvent", JAVA_INT, JAVA_LONG);
    static final MethodHandle WAIT_FOR_SINGLE_OBJECT = bind("WaitForSingleObject", JAVA_INT, JAVA_LONG, JAVA_INT);
    static final MethodHandle CLOSE_HANDLE = bind("CloseHandle", JAVA_INT, JAVA_LONG);

    private Kernel32Functions() {}

    private static MethodHandle bind(String name, ValueLayout result, ValueLayout... parameters) {
        return Linker.nativeLinker()
                .downcallHandle(
                        KERNEL32.find(name)
                                .orElseThrow(() -> new NoSuchElementException("kernel32.dll has no function " + name)),
                        FunctionDescriptor.of(result, parameters),
                        LAST_ERROR);
    }
}
