// SPDX-License-Identifier: Apache-2.0
package netreset.linux.devlink;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A health reporter: a part of a device that its driver watches (Documentation/networking/devlink/devlink-health.rst).
 *
 * @param handle the instance it belongs to
 * @param port the number of its port there; {@code null} if it is the instance's own
 * @param name such as {@code tx} or {@code fw_fatal}
 * @param healthy false if it has reported an error from which nothing has recovered it
 * @param errors how many errors it has reported
 * @param recoveries how often it was recovered
 */
public record Reporter(
        Handle handle, @Nullable Integer port, String name, boolean healthy, long errors, long recoveries) {
    /** Whether both are the same reporter, at whatever time. */
    public boolean isSame(Reporter other) {
        return handle.equals(other.handle) && name.equals(other.name) && Objects.equals(port, other.port);
    }
}
