// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What this process may do, as Linux tells it.
 *
 * @param effective the effective capabilities, bit n for capability n (include/uapi/linux/capability.h)
 * @param initialUserNamespace whether they count for the whole machine
 */
record ProcessPrivileges(long effective, boolean initialUserNamespace) {
    static final int CAP_NET_ADMIN = 12;
    static final int CAP_SYS_ADMIN = 21;

    private static final Pattern EFFECTIVE = Pattern.compile("(?m)^CapEff:\\s*([0-9a-fA-F]{1,16})$");

    /** The initial namespace maps every id to itself; another may do so too, but only if its maker had every id. */
    private static final Pattern WHOLE = Pattern.compile("\\s*0\\s+0\\s+4294967295\\s*");

    /** Of this process. */
    static ProcessPrivileges read() throws IOException {
        Path self = Path.of("/proc/self");
        return parse(Files.readString(self.resolve("status")), Files.readString(self.resolve("uid_map")));
    }

    /** From the texts of /proc/PID/status and /proc/PID/uid_map (proc(5), user_namespaces(7)). */
    static ProcessPrivileges parse(String status, String uidMap) throws IOException {
        Matcher effective = EFFECTIVE.matcher(status);
        if (!effective.find()) {
            throw new IOException("/proc/self/status has no CapEff");
        }
        return new ProcessPrivileges(
                Long.parseUnsignedLong(effective.group(1), 16),
                WHOLE.matcher(uidMap).matches());
    }

    boolean has(int capability) {
        return (effective >>> capability & 1) != 0;
    }

    /** Those that matter here, by name. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        if (has(CAP_NET_ADMIN)) {
            names.add("CAP_NET_ADMIN");
        }
        if (has(CAP_SYS_ADMIN)) {
            names.add("CAP_SYS_ADMIN");
        }
        return names;
    }
}
