// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The C library functions netreset calls, under their C names; their manual pages (section 2) are their documentation.
 *
 * <p>Every method returns what C returned when that is {@code >= 0}, and {@code -errno} when C returned -1; the errno is
 * read in the same downcall, so no other thread's call can change it. Buffers are direct, in native order, and passed
 * from index 0 whatever their position; lengths are in bytes; a {@code null} buffer is {@code NULL}. No method retries,
 * and a method that blocks in C blocks its (platform) thread: Java interruption doesn't reach it. A buffer that isn't
 * direct, or that C writes to and is read-only, is refused with IllegalArgumentException before C is called.
 */
public interface Libc {
    /** Page size of this machine, in bytes. Never fails. */
    int getpagesize();

    /** Opens a path given as a NUL-terminated string; a file descriptor. */
    int open(ByteBuffer path, int flags, int mode);

    int close(int fd);

    /** Bytes read; 0 at the end. */
    long read(int fd, ByteBuffer buffer, long count);

    /** The new offset from the beginning; {@code origin} is SEEK_*. */
    long lseek(int fd, long offset, int origin);

    /** Bytes written. */
    long write(int fd, ByteBuffer buffer, long count);

    /** A new socket's file descriptor. */
    int socket(int domain, int type, int protocol);

    int bind(int fd, ByteBuffer address, int addressLength);

    /** On a non-blocking socket {@code -EINPROGRESS}, and asked again later what became of it. */
    int connect(int fd, ByteBuffer address, int addressLength);

    int setsockopt(int fd, int level, int option, ByteBuffer value, int valueLength);

    /** Bytes sent; {@code address} may be {@code null} on a connected socket. */
    long sendto(int fd, ByteBuffer buffer, long length, int flags, @Nullable ByteBuffer address, int addressLength);

    /**
     * Bytes received, or the datagram's whole length if {@code flags} has MSG_TRUNC.
     *
     * @param address receives the sender's address; {@code null} if nobody asks
     * @param addressLength 4 bytes: capacity of {@code address} in, length of the sender's address out; {@code null} iff
     *     {@code address} is
     */
    long recvfrom(
            int fd,
            ByteBuffer buffer,
            long length,
            int flags,
            @Nullable ByteBuffer address,
            @Nullable ByteBuffer addressLength);

    /** {@code request} is an unsigned long; {@code argument} is what the third, variadic parameter points to. */
    int ioctl(int fd, long request, @Nullable ByteBuffer argument);

    /** {@code fds}: an array of {@code count} struct pollfd, 8 bytes each. Number of ready ones, 0 after the timeout. */
    int poll(ByteBuffer fds, long count, int timeoutMillis);

    /** Address of the mapping; anonymous with {@code fd} -1. */
    long mmap(long address, long length, int protection, int flags, int fd, long offset);

    int mprotect(long address, long length, int protection);

    int munmap(long address, long length);

    /** Moves the calling thread, and only it, into the namespace that {@code fd} names. */
    int setns(int fd, int namespaceType);
}
