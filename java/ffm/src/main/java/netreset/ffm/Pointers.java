// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A buffer as the number C gets. Nothing keeps the buffer reachable: see the fences in {@link FfmLibc}. */
final class Pointers {
    private Pointers() {}

    /** The address of the buffer's position; 0 (NULL) for {@code null}. */
    static long of(@Nullable ByteBuffer buffer) {
        return buffer == null ? 0 : MemorySegment.ofBuffer(buffer).address();
    }
}
