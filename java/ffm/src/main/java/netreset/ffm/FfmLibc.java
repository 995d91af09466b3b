// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import netreset.bridge.Buffers;
import netreset.bridge.Libc;
import org.jspecify.annotations.Nullable;

/**
 * Folds errno into the result. The downcall copies errno into the calling thread's own segment before the JVM can run
 * anything else. A buffer goes to C as a number, so a fence after the call keeps its memory from being freed during it.
 */
final class FfmLibc implements Libc {
    private static final StructLayout CAPTURED = Linker.Option.captureStateLayout();
    private static final long ERRNO_OFFSET = CAPTURED.byteOffset(PathElement.groupElement("errno"));

    /** One per thread, made by its first call; the garbage collector frees it with the thread. */
    private static final ThreadLocal<MemorySegment> ERRNO =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(CAPTURED));

    /** Binds all functions, or throws. */
    FfmLibc() {
        getpagesize();
    }

    private static int result(int result, MemorySegment errno) {
        return result < 0 ? -errno.get(ValueLayout.JAVA_INT, ERRNO_OFFSET) : result;
    }

    private static long result(long result, MemorySegment errno) {
        return result < 0 ? -errno.get(ValueLayout.JAVA_INT, ERRNO_OFFSET) : result;
    }

    @Override
    public int getpagesize() {
        try {
            return (int) CFunctions.call(CFunctions.GETPAGESIZE, ERRNO.get());
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int open(ByteBuffer path, int flags, int mode) {
        MemorySegment errno = ERRNO.get();
        long pathPointer = Pointers.of(Buffers.in(path));
        try {
            return result((int) CFunctions.call(CFunctions.OPEN, errno, pathPointer, flags, mode), errno);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(path);
        }
    }

    @Override
    public int close(int fd) {
        MemorySegment errno = ERRNO.get();
        try {
            return result((int) CFunctions.call(CFunctions.CLOSE, errno, fd), errno);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public long read(int fd, ByteBuffer buffer, long count) {
        MemorySegment errno = ERRNO.get();
        long bufferPointer = Pointers.of(Buffers.out(buffer));
        try {
            return result(CFunctions.call(CFunctions.READ, errno, fd, bufferPointer, count), errno);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(buffer);
        }
    }

    @Override
    public long lseek(int fd, long offset, int origin) {
        MemorySegment errno = ERRNO.get();
        try {
            return result(CFunctions.call(CFunctions.LSEEK, errno, fd, offset, origin), errno);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public long write(int fd, ByteBuffer buffer, long count) {
        MemorySegment errno = ERRNO.get();
        long bufferPointer = Pointers.of(Buffers.in(buffer));
        try {
            return result(CFunctions.call(CFunctions.WRITE, errno, fd, bufferPointer, count), errno);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(buffer);
        }
    }

    @Override
    public int socket(int domain, int type, int protocol) {
        MemorySegment errno = ERRNO.get();
        try {
            return result((int) CFunctions.call(CFunctions.SOCKET, errno, domain, type, protocol), errno);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int bind(int fd, ByteBuffer address, int addressLength) {
        MemorySegment errno = ERRNO.get();
        long addressPointer = Pointers.of(Buffers.in(address));
        try {
            return result((int) CFunctions.call(CFunctions.BIND, errno, fd, addressPointer, addressLength), errno);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(address);
        }
    }

    @Override
    public int connect(int fd, ByteBuffer address, int addressLength) {
        MemorySegment errno = ERRNO.get();
        long addressPointer = Pointers.of(Buffers.in(address));
        try {
            return result((int) CFunctions.call(CFunctions.CONNECT, errno, fd, addressPointer, addressLength), errno);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(address);
        }
    }

    @Override
    public int setsockopt(int fd, int level, int option, ByteBuffer value, int valueLength) {
        MemorySegment errno = ERRNO.get();
        long valuePointer = Pointers.of(Buffers.in(value));
        try {
            return result(
                    (int) CFunctions.call(
                            CFunctions.SETSOCKOPT, errno, fd, level, option, valuePointer, valueLength, 0),
                    errno);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(value);
        }
    }

    @Override
    public long sendto(
            int fd, ByteBuffer buffer, long length, int flags, @Nullable ByteBuffer address, int addressLength) {
        MemorySegment errno = ERRNO.get();
        long bufferPointer = Pointers.of(Buffers.in(buffer));
        long addressPointer = Pointers.of(Buffers.in(address));
        try {
            return result(
                    CFunctions.call(
                            CFunctions.SENDTO, errno, fd, bufferPointer, length, flags, addressPointer, addressLength),
                    errno);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(buffer);
            Reference.reachabilityFence(address);
        }
    }

    @Override
    public long recvfrom(
            int fd,
            ByteBuffer buffer,
            long length,
            int flags,
            @Nullable ByteBuffer address,
            @Nullable ByteBuffer addressLength) {
        MemorySegment errno = ERRNO.get();
        long bufferPointer = Pointers.of(Buffers.out(buffer));
        long addressPointer = Pointers.of(Buffers.out(address));
        long addressLengthPointer = Pointers.of(Buffers.out(addressLength));
        try {
            return result(
                    CFunctions.call(
                            CFunctions.RECVFROM,
                            errno,
                            fd,
                            bufferPointer,
                            length,
                            flags,
                            addressPointer,
                            addressLengthPointer),
                    errno);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(buffer);
            Reference.reachabilityFence(address);
            Reference.reachabilityFence(addressLength);
        }
    }

    @Override
    public int ioctl(int fd, long request, @Nullable ByteBuffer argument) {
        MemorySegment errno = ERRNO.get();
        long argumentPointer = Pointers.of(Buffers.out(argument));
        try {
            return result((int) CFunctions.call(CFunctions.IOCTL, errno, fd, request, argumentPointer), errno);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(argument);
        }
    }

    @Override
    public int poll(ByteBuffer fds, long count, int timeoutMillis) {
        MemorySegment errno = ERRNO.get();
        long fdsPointer = Pointers.of(Buffers.out(fds));
        try {
            return result((int) CFunctions.call(CFunctions.POLL, errno, fdsPointer, count, timeoutMillis), errno);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(fds);
        }
    }

    @Override
    public long mmap(long address, long length, int protection, int flags, int fd, long offset) {
        MemorySegment errno = ERRNO.get();
        try {
            return result(
                    CFunctions.call(CFunctions.MMAP, errno, address, length, protection, flags, fd, offset), errno);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int mprotect(long address, long length, int protection) {
        MemorySegment errno = ERRNO.get();
        try {
            return result((int) CFunctions.call(CFunctions.MPROTECT, errno, address, length, protection), errno);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int munmap(long address, long length) {
        MemorySegment errno = ERRNO.get();
        try {
            return result((int) CFunctions.call(CFunctions.MUNMAP, errno, address, length), errno);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int setns(int fd, int namespaceType) {
        MemorySegment errno = ERRNO.get();
        try {
            return result((int) CFunctions.call(CFunctions.SETNS, errno, fd, namespaceType), errno);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }
}
