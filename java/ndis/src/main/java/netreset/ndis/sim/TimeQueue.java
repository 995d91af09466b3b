// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.sim;

import java.util.Arrays;
import netreset.ndis.Digest;
import org.jspecify.annotations.Nullable;

/** What is to happen, ordered by (time, order of being set): a heap that knows each item's place. */
final class TimeQueue {
    private Timed[] heap = new Timed[16];
    private int size;
    private int foreground;
    private long sequence;

    void set(Timed item, long at) {
        cancel(item);
        item.at = at;
        item.sequence = sequence++;
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        size++;
        foreground += item.isBackground() ? 0 : 1;
        up(item, size - 1);
    }

    boolean cancel(Timed item) {
        int place = item.place;
        if (place < 0) {
            return false;
        }
        item.place = -1;
        size--;
        foreground -= item.isBackground() ? 0 : 1;
        Timed moved = heap[size];
        if (place < size) {
            up(moved, place);
            down(moved, moved.place);
        }
        return true;
    }

    @Nullable
    Timed first() {
        return size == 0 ? null : heap[0];
    }

    boolean hasForeground() {
        return foreground > 0;
    }

    private void up(Timed item, int from) {
        int place = from;
        while (place > 0 && item.isBefore(heap[(place - 1) / 2])) {
            put(heap[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }
        put(item, place);
    }

    private void down(Timed item, int from) {
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && heap[child + 1].isBefore(heap[child])) {
                child++;
            }
            if (!heap[child].isBefore(item)) {
                break;
            }
            put(heap[child], place);
            place = child;
        }
        put(item, place);
    }

    private void put(Timed item, int place) {
        heap[place] = item;
        item.place = place;
    }

    void digest(Digest digest, long now) {
        Timed[] sorted = Arrays.copyOf(heap, size);
        Arrays.sort(sorted, (a, b) -> a.isBefore(b) ? -1 : 1);
        for (Timed item : sorted) {
            digest.add(item.getClass()).add(item.at - now);
            item.digest(digest);
        }
    }
}
