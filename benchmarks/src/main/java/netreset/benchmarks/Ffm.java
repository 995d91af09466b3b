// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import netreset.bridge.NothingModule;

/** java.lang.foreign by hand. */
final class Ffm {
    static final FunctionDescriptor RESET = FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG);

    private Ffm() {}

    static MemorySegment function() {
        return MemorySegment.ofAddress(NothingModule.address("MprAdminPortReset"));
    }

    static MethodHandle reset(Linker.Option... options) {
        return Linker.nativeLinker().downcallHandle(function(), RESET, options);
    }

    /** Takes the function's address with each call. */
    static MethodHandle anyReset() {
        return Linker.nativeLinker().downcallHandle(RESET);
    }
}
