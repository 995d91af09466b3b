// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Addresses that mean something to a {@link FakeKernel} only: those of buffers, and of mapped pages. */
final class FakeMemory {
    static final int PAGE = 4096;

    private final IdentityHashMap<ByteBuffer, Long> addresses = new IdentityHashMap<>();
    private final TreeMap<Long, ByteBuffer> regions = new TreeMap<>();
    private int mappings;
    private long next = 16L * PAGE;

    synchronized long address(ByteBuffer buffer) {
        return addresses.computeIfAbsent(buffer, b -> place(b.duplicate().order(ByteOrder.nativeOrder())));
    }

    synchronized long map(long length) {
        mappings++;
        return place(ByteBuffer.allocateDirect((int) length).order(ByteOrder.nativeOrder()));
    }

    /** From here to the end of its region nothing can be read any more. */
    synchronized void protect(long address) {
        Map.Entry<Long, ByteBuffer> region = regions.floorEntry(address);
        region.getValue().limit((int) (address - region.getKey()));
    }

    synchronized void unmap(long address) {
        mappings--;
        regions.remove(address);
    }

    /** Mapped and not yet unmapped. */
    synchronized int mappings() {
        return mappings;
    }

    /** What is at an address; {@code null} if fewer bytes can be read there: the kernel says EFAULT. */
    synchronized ByteBuffer at(long address, int length) {
        Map.Entry<Long, ByteBuffer> region = regions.floorEntry(address);
        if (region == null) {
            return null;
        }
        int offset = (int) Math.min(Integer.MAX_VALUE, address - region.getKey());
        ByteBuffer buffer = region.getValue();
        return offset + length > buffer.limit()
                ? null
                : buffer.slice(offset, length).order(ByteOrder.nativeOrder());
    }

    private long place(ByteBuffer buffer) {
        long address = next;
        buffer.clear();
        regions.put(address, buffer);
        next += (buffer.capacity() / PAGE + 2L) * PAGE;
        return address;
    }
}
