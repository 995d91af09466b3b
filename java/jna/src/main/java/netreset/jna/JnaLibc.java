// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import com.sun.jna.Native;
import java.nio.ByteBuffer;
import netreset.bridge.Buffers;
import netreset.bridge.Libc;
import org.jspecify.annotations.Nullable;

/**
 * Folds errno into the result. JNA copies errno into memory of the thread in the downcall itself, before the JVM can run
 * anything else, so that asking for it afterwards, in the same thread, gets that call's.
 */
final class JnaLibc implements Libc {
    /** Binds all functions, or throws. */
    JnaLibc() {
        CFunctions.getpagesize();
    }

    private static int result(int result) {
        return result < 0 ? -Native.getLastError() : result;
    }

    private static long result(long result) {
        return result < 0 ? -Native.getLastError() : result;
    }

    @Override
    public int getpagesize() {
        return CFunctions.getpagesize();
    }

    @Override
    public int open(ByteBuffer path, int flags, int mode) {
        return result(CFunctions.open(Buffers.in(path), flags, mode));
    }

    @Override
    public int close(int fd) {
        return result(CFunctions.close(fd));
    }

    @Override
    public long read(int fd, ByteBuffer buffer, long count) {
        return result(CFunctions.read(fd, Buffers.out(buffer), count));
    }

    @Override
    public long lseek(int fd, long offset, int origin) {
        return result(CFunctions.lseek(fd, offset, origin));
    }

    @Override
    public long write(int fd, ByteBuffer buffer, long count) {
        return result(CFunctions.write(fd, Buffers.in(buffer), count));
    }

    @Override
    public int socket(int domain, int type, int protocol) {
        return result(CFunctions.socket(domain, type, protocol));
    }

    @Override
    public int bind(int fd, ByteBuffer address, int addressLength) {
        return result(CFunctions.bind(fd, Buffers.in(address), addressLength));
    }

    @Override
    public int connect(int fd, ByteBuffer address, int addressLength) {
        return result(CFunctions.connect(fd, Buffers.in(address), addressLength));
    }

    @Override
    public int setsockopt(int fd, int level, int option, ByteBuffer value, int valueLength) {
        return result(CFunctions.setsockopt(fd, level, option, Buffers.in(value), valueLength));
    }

    @Override
    public long sendto(
            int fd, ByteBuffer buffer, long length, int flags, @Nullable ByteBuffer address, int addressLength) {
        return result(CFunctions.sendto(fd, Buffers.in(buffer), length, flags, Buffers.in(address), addressLength));
    }

    @Override
    public long recvfrom(
            int fd,
            ByteBuffer buffer,
            long length,
            int flags,
            @Nullable ByteBuffer address,
            @Nullable ByteBuffer addressLength) {
        return result(CFunctions.recvfrom(
                fd, Buffers.out(buffer), length, flags, Buffers.out(address), Buffers.out(addressLength)));
    }

    @Override
    public int ioctl(int fd, long request, @Nullable ByteBuffer argument) {
        return result(CFunctions.ioctl(fd, request, Buffers.out(argument)));
    }

    @Override
    public int poll(ByteBuffer fds, long count, int timeoutMillis) {
        return result(CFunctions.poll(Buffers.out(fds), count, timeoutMillis));
    }

    @Override
    public long mmap(long address, long length, int protection, int flags, int fd, long offset) {
        return result(CFunctions.mmap(address, length, protection, flags, fd, offset));
    }

    @Override
    public int mprotect(long address, long length, int protection) {
        return result(CFunctions.mprotect(address, length, protection));
    }

    @Override
    public int munmap(long address, long length) {
        return result(CFunctions.munmap(address, length));
    }

    @Override
    public int setns(int fd, int namespaceType) {
        return result(CFunctions.setns(fd, namespaceType));
    }
}
