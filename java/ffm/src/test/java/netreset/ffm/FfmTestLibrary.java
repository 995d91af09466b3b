// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.ref.Reference;
import java.nio.Buffer;
import java.nio.file.Path;
import java.util.Arrays;
import netreset.bridge.TestLibrary;

@SuppressWarnings("restricted") // what the test is for
final class FfmTestLibrary implements TestLibrary {
    private final SymbolLookup lookup;

    FfmTestLibrary(String path) {
        lookup = SymbolLookup.libraryLookup(Path.of(path), Arena.global());
    }

    @Override
    public long address(String name) {
        return lookup.find(name).map(MemorySegment::address).orElse(0L);
    }

    @Override
    public long call(String function, Object... arguments) {
        MemoryLayout[] types = Arrays.stream(arguments)
                .map(argument -> argument instanceof Integer ? JAVA_INT : JAVA_LONG)
                .toArray(MemoryLayout[]::new);
        Object[] values = Arrays.stream(arguments)
                .map(argument -> argument instanceof Buffer buffer
                        ? (Object) MemorySegment.ofBuffer(buffer).address()
                        : argument)
                .toArray();
        try {
            return (long) Linker.nativeLinker()
                    .downcallHandle(lookup.find(function).orElseThrow(), FunctionDescriptor.of(JAVA_LONG, types))
                    .invokeWithArguments(values);
        } catch (Throwable e) {
            throw new AssertionError(function, e);
        } finally {
            Reference.reachabilityFence(arguments);
        }
    }
}
