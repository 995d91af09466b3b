// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.NoSuchElementException;

/** The library that does nothing, bound as mprapi.dll is on Windows; here for the package's own way to load another one. */
public final class NothingModule {
    private static final Path LIBRARY =
            Path.of(System.getProperty("benchmarks.native"), System.mapLibraryName("nothing"));
    private static final SymbolLookup SYMBOLS = SymbolLookup.libraryLookup(LIBRARY, Arena.global());

    private NothingModule() {}

    /** Where it is. */
    public static Path library() {
        return LIBRARY;
    }

    /** A function's address; 0 if it has none of that name. */
    public static long address(String name) {
        return SYMBOLS.find(name).map(MemorySegment::address).orElse(0L);
    }

    /** Bound by a bridge. */
    public static MprapiModule by(String bridge) {
        try {
            Kernel32 none = (Kernel32) Proxy.newProxyInstance(
                    Kernel32.class.getClassLoader(), new Class<?>[] {Kernel32.class}, (proxy, method, arguments) -> {
                        throw new UnsupportedOperationException(method.getName());
                    });
            Bridge found = Bridges.find().named(bridge);
            return MprapiModule.of(found, none, LIBRARY.toString(), NothingModule::address);
        } catch (NoBridgeException | NoMprapiException e) {
            throw new NoSuchElementException(bridge, e);
        }
    }
}
