// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The C functions as JNA's direct mapping binds them: by name, when this class is initialised. A {@code long} is C's long,
 * size_t or pointer, for {@link netreset.bridge.Binding} lets only 64-bit platforms pass.
 *
 * <p>JNA passes the address of a direct buffer's position, and {@code null} as NULL.
 */
final class CFunctions {
    static {
        // The process itself, which has the C library: no file name to guess, glibc and musl alike.
        Native.register(CFunctions.class, NativeLibrary.getProcess());
    }

    private CFunctions() {}

    static native int getpagesize();

    /**
     * Variadic in C, as ioctl is, and called here as if it had a fixed number of parameters. That is right where
     * {@link netreset.bridge.Binding} lets us in: the System V ABI for x86-64 (3.2.3 and 3.5.7) passes variadic integers
     * and pointers in the same registers as named ones and wants only AL to bound the vector registers, which libffi
     * always sets; AAPCS64 as Linux has it (6.8.2, appendix B) makes no difference at all. Apple's does.
     */
    static native int open(@Nullable ByteBuffer path, int flags, int mode);

    static native int close(int fd);

    static native long read(int fd, @Nullable ByteBuffer buffer, long count);

    static native long lseek(int fd, long offset, int origin);

    static native long write(int fd, @Nullable ByteBuffer buffer, long count);

    static native int socket(int domain, int type, int protocol);

    static native int bind(int fd, @Nullable ByteBuffer address, int addressLength);

    static native int connect(int fd, @Nullable ByteBuffer address, int addressLength);

    static native int setsockopt(int fd, int level, int option, @Nullable ByteBuffer value, int valueLength);

    static native long sendto(
            int fd,
            @Nullable ByteBuffer buffer,
            long length,
            int flags,
            @Nullable ByteBuffer address,
            int addressLength);

    static native long recvfrom(
            int fd,
            @Nullable ByteBuffer buffer,
            long length,
            int flags,
            @Nullable ByteBuffer address,
            @Nullable ByteBuffer addressLength);

    /** Variadic in C: see {@link #open}. */
    static native int ioctl(int fd, long request, @Nullable ByteBuffer argument);

    static native int poll(@Nullable ByteBuffer fds, long count, int timeoutMillis);

    static native long mmap(long address, long length, int protection, int flags, int fd, long offset);

    static native int mprotect(long address, long length, int protection);

    static native int munmap(long address, long length);

    static native int setns(int fd, int namespaceType);
}
