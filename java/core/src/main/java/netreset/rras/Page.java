// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Where an enumeration function writes what it found. Its own memory for each parameter, for each begins at index 0. */
final class Page {
    final ByteBuffer buffer = allocate(Long.BYTES);
    final ByteBuffer entriesRead = allocate(Integer.BYTES);
    final ByteBuffer totalEntries = allocate(Integer.BYTES);
    final ByteBuffer resume = allocate(Integer.BYTES);

    private static ByteBuffer allocate(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }

    /** Before each call: nothing of the last one may look like an answer. */
    void clear() {
        buffer.putLong(0, 0);
        entriesRead.putInt(0, 0);
        totalEntries.putInt(0, 0);
    }
}
