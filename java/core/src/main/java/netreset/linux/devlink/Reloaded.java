// SPDX-License-Identifier: Apache-2.0
package netreset.linux.devlink;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel answered to a reload that it didn't refuse.
 *
 * @param performed one bit for each action that was performed: 1 shifted left by the action's number
 * @param words the kernel's own words, verbatim; {@code null} if it had none
 */
public record Reloaded(int performed, @Nullable String words) {
    /** Whether this action was among them. */
    public boolean did(ReloadAction action) {
        return (performed & 1 << action.number()) != 0;
    }

    /** What was performed besides this action. */
    public List<String> beyond(ReloadAction asked) {
        List<String> beyond = new ArrayList<>();
        int rest = performed & ~(1 << asked.number());
        for (ReloadAction action : ReloadAction.values()) {
            if (did(action) && action != asked) {
                beyond.add(action.word());
                rest &= ~(1 << action.number());
            }
        }
        if (rest != 0) {
            beyond.add(String.format("actions 0x%x", rest));
        }
        return beyond;
    }
}
