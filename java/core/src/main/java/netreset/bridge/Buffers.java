// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What every bridge asks of a buffer before C gets its address. What comes back has position 0, for JNA and
 * java.lang.foreign both add the position to the address; nothing is allocated if it was 0.
 */
public final class Buffers {
    private Buffers() {}

    /**
     * A buffer that C only reads.
     *
     * @throws IllegalArgumentException if it isn't direct: the garbage collector may move it during the call
     */
    public static @Nullable ByteBuffer in(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        if (!buffer.isDirect()) {
            throw new IllegalArgumentException("buffer is not direct: " + buffer);
        }
        return buffer.position() == 0 ? buffer : buffer.duplicate().clear();
    }

    /**
     * A buffer that C may write to.
     *
     * @throws IllegalArgumentException if it isn't direct, or is read-only: its memory may be a read-only mapping
     */
    public static @Nullable ByteBuffer out(@Nullable ByteBuffer buffer) {
        if (buffer != null && buffer.isReadOnly()) {
            throw new IllegalArgumentException("buffer is read-only: " + buffer);
        }
        return in(buffer);
    }

    /**
     * The size of a view, in bytes.
     *
     * @throws IllegalArgumentException if no buffer has that size
     */
    public static long size(long size) {
        if (size < 0 || size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no buffer has " + size + " bytes");
        }
        return size;
    }
}
