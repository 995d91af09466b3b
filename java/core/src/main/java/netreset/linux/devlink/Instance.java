// SPDX-License-Identifier: Apache-2.0
package netreset.linux.devlink;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A devlink instance as the kernel described it.
 *
 * @param handle which
 * @param reloadFailed whether it is down because its last reload didn't come up
 * @param reloads how often it was reloaded, under no limit and under each, by the action's number; an action that isn't
 *     there is one that its driver doesn't have
 */
public record Instance(Handle handle, boolean reloadFailed, Map<Integer, Long> reloads) {
    public Instance {
        reloads = Map.copyOf(reloads);
    }

    /** Whether its driver can be reloaded so. */
    public boolean has(ReloadAction action) {
        return reloads.containsKey(action.number());
    }

    /** How often it was reloaded so; {@code null} if its driver can't, or the kernel is older than 5.10 and doesn't say. */
    public @Nullable Long count(ReloadAction action) {
        return reloads.get(action.number());
    }
}
