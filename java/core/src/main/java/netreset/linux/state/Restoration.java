// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.util.List;

/**
 * What a restoration came to, by comparing the configuration before with the one after: not by what calls returned.
 *
 * @param restored what was missing and is there again, one line each
 * @param lost what is missing still
 * @param notes what else a person should know
 */
public record Restoration(List<String> restored, List<Loss> lost, List<String> notes) {
    /** Copies the lists. */
    public Restoration {
        restored = List.copyOf(restored);
        lost = List.copyOf(lost);
        notes = List.copyOf(notes);
    }

    /** Everything is as it was. */
    public boolean isComplete() {
        return lost.isEmpty();
    }
}
