// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A way for Java to call C: knows C and nothing else. Found by {@link java.util.ServiceLoader}; loading the class loads
 * no native library.
 *
 * <p>All buffers that cross a bridge are direct and in native byte order.
 */
public interface Bridge {
    /** The name a user selects it by: {@code ffm} or {@code jna}. */
    String name();

    /** Of the usable bridges the one with the highest priority is taken. */
    int priority();

    /** Why this library can't be called through this bridge, as one sentence with its remedy; {@code null} when it can. */
    @Nullable
    String unavailableReason(CLibrary library);

    /**
     * The C library of this process.
     *
     * @throws IllegalStateException if {@link #unavailableReason(CLibrary)} of LIBC is not null
     */
    Libc libc();

    /**
     * The kernel32.dll of this process.
     *
     * @throws IllegalStateException if {@link #unavailableReason(CLibrary)} of KERNEL32 is not null
     */
    Kernel32 kernel32();

    /**
     * Binds the functions of a library that was loaded and stays so. For {@link MprapiModule}: it knows which library,
     * and which of its functions may be called. Those bound last may replace those bound before.
     *
     * @param symbols by the names of {@link Mprapi}'s methods; called only before this returns
     * @throws RuntimeException | Error if one can't be bound
     */
    Mprapi mprapi(Symbols symbols);

    /**
     * The address of a buffer's first byte (index 0, whatever its position), to be stored in a struct. The caller keeps
     * the buffer reachable for as long as C may use the address.
     *
     * @throws IllegalArgumentException if the buffer is not direct, or read-only: nobody can see what C does with an
     *     address in a struct, and a copy-out to read-only memory fails after the deed is done
     */
    long address(ByteBuffer buffer);

    /**
     * Memory that C allocated, as a buffer in native order. Nothing checks that the memory is there, nor that it stays:
     * with {@link #address} this is the only dangerous method of the seam.
     *
     * @param size bytes, at most {@link Integer#MAX_VALUE}
     * @throws IllegalArgumentException if {@code size} is negative or larger
     */
    ByteBuffer view(long address, long size);
}
