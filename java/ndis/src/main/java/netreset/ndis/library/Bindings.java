// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.Arrays;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import org.jspecify.annotations.Nullable;

/** An adapter's bindings, in the order in which they are told things. */
final class Bindings implements Digestible {
    private Binding[] list = new Binding[4];
    private int count;

    void add(Binding binding) {
        if (count == list.length) {
            list = Arrays.copyOf(list, count * 2);
        }
        int at = count;
        while (at > 0 && list[at - 1].turn > binding.turn) {
            list[at] = list[at - 1];
            at--;
        }
        list[at] = binding;
        count++;
    }

    void remove(Binding binding) {
        for (int i = 0; i < count; i++) {
            if (list[i].equals(binding)) {
                count--;
                System.arraycopy(list, i + 1, list, i, count - i);
                return;
            }
        }
    }

    void skipResetUnlessTold() {
        for (int i = 0; i < count; i++) {
            list[i].skipResetUnlessTold();
        }
    }

    int count() {
        return count;
    }

    Binding get(int index) {
        return list[index];
    }

    /** The first whose turn is after this one. */
    @Nullable
    Binding after(long turn) {
        for (int i = 0; i < count; i++) {
            if (list[i].turn > turn) {
                return list[i];
            }
        }
        return null;
    }

    @Override
    public void digest(Digest digest) {
        digest.add(count);
        for (int i = 0; i < count; i++) {
            list[i].digest(digest);
        }
    }
}
