// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.NoSuchElementException;

/**
 * The C functions, found when this class is initialised, and the way to call them. Every call takes first the function, then
 * the segment that receives errno, then C's parameters, each in a register of its own.
 *
 * <p>{@link netreset.bridge.Binding} lets only x86-64 and aarch64 pass. There the caller owns the registers of the first six
 * parameters (System V ABI, AMD64 supplement, 3.2.3; AAPCS64, 6.8.2): a function looks only at those it has, and only at the
 * lower half where it has an int. So one handle serves all, whatever their parameters, and an address needs no MemorySegment.
 * With a handle for each of fifteen shapes the JVM made 222 classes at its start instead of 58, and took a sixth longer.
 *
 * <p>open and ioctl declare their third parameter as {@code ...}, and the handle says so for all. A caller of such a function
 * puts the parameters into the same registers, and the number of vector registers, here 0, into al (AMD64 supplement, 3.2.3
 * and 3.5.7), which is the caller's own and looked at by no other function; on aarch64 it does nothing else at all (AAPCS64,
 * 6.8.2; Apple's differ, and have no Linux).
 *
 * <p>None is {@code critical}: each may block, and a thread in a critical call holds up the garbage collector.
 */
final class CFunctions {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle SIX = six();

    static final MemorySegment GETPAGESIZE = find("getpagesize");
    static final MemorySegment OPEN = find("open");
    static final MemorySegment CLOSE = find("close");
    static final MemorySegment READ = find("read");
    static final MemorySegment LSEEK = find("lseek");
    static final MemorySegment WRITE = find("write");
    static final MemorySegment SOCKET = find("socket");
    static final MemorySegment BIND = find("bind");
    static final MemorySegment CONNECT = find("connect");
    static final MemorySegment SETSOCKOPT = find("setsockopt");
    static final MemorySegment SENDTO = find("sendto");
    static final MemorySegment RECVFROM = find("recvfrom");
    static final MemorySegment IOCTL = find("ioctl");
    static final MemorySegment POLL = find("poll");
    static final MemorySegment MMAP = find("mmap");
    static final MemorySegment MPROTECT = find("mprotect");
    static final MemorySegment MUNMAP = find("munmap");
    static final MemorySegment SETNS = find("setns");

    private CFunctions() {}

    /** The register of C's result; where that is an int, the lower half of it. */
    static long call(
            MemorySegment function,
            MemorySegment errno,
            long first,
            long second,
            long third,
            long fourth,
            long fifth,
            long sixth)
            throws Throwable {
        return (long) SIX.invokeExact(function, errno, first, second, third, fourth, fifth, sixth);
    }

    static long call(MemorySegment function, MemorySegment errno) throws Throwable {
        return call(function, errno, 0, 0, 0);
    }

    static long call(MemorySegment function, MemorySegment errno, long first) throws Throwable {
        return call(function, errno, first, 0, 0);
    }

    static long call(MemorySegment function, MemorySegment errno, long first, long second) throws Throwable {
        return call(function, errno, first, second, 0);
    }

    static long call(MemorySegment function, MemorySegment errno, long first, long second, long third)
            throws Throwable {
        return call(function, errno, first, second, third, 0, 0, 0);
    }

    @SuppressWarnings("restricted") // what the module is for, granted by the user
    private static MethodHandle six() {
        return LINKER.downcallHandle(
                FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                Linker.Option.captureCallState("errno"),
                Linker.Option.firstVariadicArg(2));
    }

    static MemorySegment find(String name) {
        return LINKER.defaultLookup()
                .find(name)
                .orElseThrow(() -> new NoSuchElementException("the C library has no function " + name));
    }
}
