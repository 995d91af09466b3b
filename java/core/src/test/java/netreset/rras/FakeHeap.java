// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** The DLL's memory: nothing outside what was allocated can be seen, and what is given back is spoilt at once. */
public final class FakeHeap {
    private static final byte SPOILT = (byte) 0xdd;

    private final TreeMap<Long, ByteBuffer> live = new TreeMap<>();
    private long next = 0x1_0000_0000L;

    /** Of all time. */
    public int allocated;

    public int freed;

    /** Memory that was given back twice, or that never was the DLL's. */
    public int wronglyFreed;

    synchronized long allocate(byte[] content) {
        long address = next;
        next += content.length + 4096L;
        ByteBuffer memory = ByteBuffer.allocateDirect(content.length)
                .order(ByteOrder.nativeOrder())
                .put(0, content);
        live.put(address, memory);
        allocated++;
        return address;
    }

    synchronized void free(long address) {
        ByteBuffer memory = live.remove(address);
        if (memory == null) {
            wronglyFreed++;
            return;
        }
        freed++;
        for (int i = 0; i < memory.capacity(); i++) {
            memory.put(i, SPOILT);
        }
    }

    synchronized ByteBuffer view(long address, long size) {
        Map.Entry<Long, ByteBuffer> found = live.floorEntry(address);
        if (found == null || address + size > found.getKey() + found.getValue().capacity()) {
            throw new AssertionError(
                    "read of " + size + " bytes at " + Long.toHexString(address) + ", which aren't all there");
        }
        return found.getValue()
                .slice((int) (address - found.getKey()), (int) size)
                .order(ByteOrder.nativeOrder());
    }

    /** What wasn't given back. */
    public synchronized int leaked() {
        return live.size();
    }
}
