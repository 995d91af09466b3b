// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/**
 * One handle for each shape that the functions of mprapi.dll have, by result and parameters; every handle takes first the
 * function's address. A {@code long} is a HANDLE or pointer, an {@code int} a DWORD or BOOL; none is
 * {@code critical}, as in {@link CFunctions}.
 */
final class Shapes {
    static final MethodHandle INT_LONG = bind(FunctionDescriptor.of(JAVA_INT, JAVA_LONG));
    static final MethodHandle INT_INT_LONG = bind(FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG));
    static final MethodHandle INT_LONG_LONG = bind(FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG));
    static final MethodHandle INT_LONG_INT_LONG = bind(FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG));
    static final MethodHandle INT_LONG_INT_LONG_LONG =
            bind(FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG));
    static final MethodHandle INT_LONG_INT_LONG_INT_LONG_LONG_LONG = bind(
            FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG));
    static final MethodHandle INT_LONG_LONG_INT_LONG_LONG_LONG_LONG = bind(FunctionDescriptor.of(
            JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
    static final MethodHandle INT_LONG_INT_LONG_LONG_INT_LONG_LONG_LONG = bind(FunctionDescriptor.of(
            JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG));
    static final MethodHandle VOID_LONG = bind(FunctionDescriptor.ofVoid(JAVA_LONG));

    private Shapes() {}

    @SuppressWarnings("restricted") // what the module is for, granted by the user
    private static MethodHandle bind(FunctionDescriptor type) {
        return Linker.nativeLinker().downcallHandle(type);
    }
}
