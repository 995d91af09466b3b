// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this JVM was built for, by its system properties {@code os.name} and {@code os.arch}.
 *
 * @param os with a version on Windows: {@code Windows Server 2022}
 * @param arch of the JVM, not of the machine: {@code i386} or {@code x86} for a 32-bit JVM on a 64-bit kernel
 */
record Platform(String os, String arch) {
    /** Where pointers are 64 bits wide and the numbers and struct layouts that core uses have been checked. */
    private static final Set<String> KNOWN = Set.of("amd64", "x86_64", "aarch64");

    static Platform current() {
        return new Platform(System.getProperty("os.name", "unknown"), System.getProperty("os.arch", "unknown"));
    }

    /** As {@link CLibrary#here()}. */
    CLibrary library() {
        return os.startsWith(CLibrary.KERNEL32.os()) ? CLibrary.KERNEL32 : CLibrary.LIBC;
    }

    /** Why that library can't be called here; {@code null} if it can. */
    @Nullable
    String reason(CLibrary library) {
        return os.startsWith(library.os()) && KNOWN.contains(arch)
                ? null
                : "needs " + library.os() + " with a 64-bit JVM on x86-64 or aarch64, this is " + os + " on " + arch;
    }
}
