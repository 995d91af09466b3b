// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import org.jspecify.annotations.Nullable;

/** What a bridge binds by itself, each when it is first asked for. */
public record Bindings(Binding<Libc> libc, Binding<Kernel32> kernel32) {
    /** As {@link Bridge#unavailableReason(CLibrary)}. */
    public @Nullable String unavailableReason(CLibrary library) {
        return switch (library) {
            case LIBC -> libc.unavailableReason();
            case KERNEL32 -> kernel32.unavailableReason();
        };
    }
}
