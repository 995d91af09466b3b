// SPDX-License-Identifier: Apache-2.0
package netreset.linux.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The user whose rights this process has, as Linux tells it. */
final class EffectiveUser {
    /** Real, effective, saved and file system's user id (proc(5)). */
    private static final Pattern IDS = Pattern.compile("(?m)^Uid:\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)$");

    private EffectiveUser() {}

    /** The effective user id, unsigned 32 bits; empty if the kernel doesn't tell. */
    static OptionalInt id() {
        try {
            return id(Files.readString(Path.of("/proc/self/status")));
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    /** Likewise, from the text of /proc/PID/status. */
    static OptionalInt id(String status) {
        Matcher ids = IDS.matcher(status);
        return ids.find() ? OptionalInt.of(Integer.parseUnsignedInt(ids.group(2))) : OptionalInt.empty();
    }
}
