// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this JVM was built for, by its system properties {@code os.name} and {@code os.arch}.
 *
 * @param arch of the JVM, not of the machine: {@code i386} for a 32-bit JVM on a 64-bit kernel
 */
record Platform(String os, String arch) {
    /** Where pointers are 64 bits wide and the numbers and struct layouts that core uses have been checked. */
    private static final Set<String> KNOWN = Set.of("amd64", "x86_64", "aarch64");

    static Platform current() {
        return new Platform(System.getProperty("os.name", "unknown"), System.getProperty("os.arch", "unknown"));
    }

    /** Why {@link Libc} can't be called here; {@code null} if it can. */
    @Nullable
    String libcReason() {
        return os.equals("Linux") && KNOWN.contains(arch)
                ? null
                : "needs Linux with a 64-bit JVM on x86-64 or aarch64, this is " + os + " on " + arch;
    }
}
