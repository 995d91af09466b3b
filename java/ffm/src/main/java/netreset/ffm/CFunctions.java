// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.NoSuchElementException;

/**
 * The C functions, bound when this class is initialised. Every handle takes first the segment that receives errno, then C's
 * parameters. A {@code long} is C's long, size_t or pointer: {@link netreset.bridge.Binding} lets only x86-64 and aarch64
 * pass, where an address travels in the same registers as a long, and a long needs no MemorySegment per call.
 *
 * <p>None is {@code critical}: each may block, and a thread in a critical call holds up the garbage collector.
 */
final class CFunctions {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");

    static final MethodHandle GETPAGESIZE = fixed("getpagesize", JAVA_INT);
    static final MethodHandle OPEN = variadicFromThird("open", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT);
    static final MethodHandle CLOSE = fixed("close", JAVA_INT, JAVA_INT);
    static final MethodHandle READ = fixed("read", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);
    static final MethodHandle LSEEK = fixed("lseek", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT);
    static final MethodHandle WRITE = fixed("write", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);
    static final MethodHandle SOCKET = fixed("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    static final MethodHandle BIND = fixed("bind", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT);
    static final MethodHandle CONNECT = fixed("connect", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT);
    static final MethodHandle SETSOCKOPT =
            fixed("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT);
    static final MethodHandle SENDTO =
            fixed("sendto", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT);
    static final MethodHandle RECVFROM =
            fixed("recvfrom", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);
    static final MethodHandle IOCTL = variadicFromThird("ioctl", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG);
    static final MethodHandle POLL = fixed("poll", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
    static final MethodHandle MMAP =
            fixed("mmap", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
    static final MethodHandle MPROTECT = fixed("mprotect", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
    static final MethodHandle MUNMAP = fixed("munmap", JAVA_INT, JAVA_LONG, JAVA_LONG);
    static final MethodHandle SETNS = fixed("setns", JAVA_INT, JAVA_INT, JAVA_INT);

    private CFunctions() {}

    static MethodHandle fixed(String name, ValueLayout result, ValueLayout... parameters) {
        return bind(name, FunctionDescriptor.of(result, parameters), ERRNO);
    }

    /** open and ioctl, whose third parameter C declares as {@code ...}. */
    private static MethodHandle variadicFromThird(String name, ValueLayout result, ValueLayout... parameters) {
        return bind(name, FunctionDescriptor.of(result, parameters), ERRNO, Linker.Option.firstVariadicArg(2));
    }

    @SuppressWarnings("restricted") // what the module is for, granted by the user
    private static MethodHandle bind(String name, FunctionDescriptor type, Linker.Option... options) {
        MemorySegment symbol = LINKER.defaultLookup()
                .find(name)
                .orElseThrow(() -> new NoSuchElementException("the C library has no function " + name));
        return LINKER.downcallHandle(symbol, type, options);
    }
}
