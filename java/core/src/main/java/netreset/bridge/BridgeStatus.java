// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import org.jspecify.annotations.Nullable;

/**
 * A bridge on the class path or module path, and whether it works here.
 *
 * @param name of the bridge, or of its class if that couldn't be loaded
 * @param priority 0 if its class couldn't be loaded
 * @param unavailableReason one sentence with the remedy; {@code null} if the bridge is available
 */
public record BridgeStatus(
        String name, int priority, @Nullable String unavailableReason) {
    /** Whether the bridge can be used. */
    public boolean available() {
        return unavailableReason == null;
    }

    /** One line for people: the name, and the reason if there is one. */
    @Override
    public String toString() {
        return name + ": " + (available() ? "available" : unavailableReason);
    }
}
