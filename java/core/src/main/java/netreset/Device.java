// SPDX-License-Identifier: Apache-2.0
package netreset;

import org.jspecify.annotations.Nullable;

/** Something that may be reset. */
public sealed interface Device permits Nic, Port {
    /** What {@link ResetRequest#of(DeviceId)} takes. */
    DeviceId id();

    /** The name the operating system has for it now. */
    String name();

    /** Name of the driver; {@code null} if it told none. */
    @Nullable
    String driver();

    /** Its state in one lower-case word. */
    String state();

    /** Whether it can be reset, and how that is known. */
    Resettability resettability();
}
