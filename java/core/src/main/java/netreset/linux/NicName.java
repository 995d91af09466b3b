// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.nio.charset.StandardCharsets;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.linux.abi.If;
import org.jspecify.annotations.Nullable;

/**
 * Which names may stand for a NIC. Stricter than the kernel, whose SIOCETHTOOL cuts a name at the first colon and so
 * resets {@code eth0} when asked for {@code eth0:1} (net/core/dev_ioctl.c).
 */
final class NicName {
    private NicName() {}

    /**
     * Checks a name or alternative name that a user gave.
     *
     * @throws ResetException INVALID_REQUEST if no NIC can have it
     */
    static void check(String name) throws ResetException {
        String fault = fault(name);
        if (fault != null) {
            throw new ResetException(
                    Reason.INVALID_REQUEST, "'" + Printable.brief(name) + "' is no NIC name: " + fault);
        }
    }

    private static @Nullable String fault(String name) {
        if (name.isEmpty()) {
            return "it is empty";
        }
        if (name.equals(".") || name.equals("..")) {
            return "the kernel reserves it";
        }
        if (name.indexOf(':') >= 0) {
            return "the kernel would cut it at the ':' and reset another NIC";
        }
        if (name.indexOf('/') >= 0) {
            return "it has a '/'";
        }
        if (name.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            return "it has a space or control character";
        }
        if (name.getBytes(StandardCharsets.UTF_8).length >= If.ALTIFNAMSIZ) {
            return "it is longer than " + (If.ALTIFNAMSIZ - 1) + " bytes";
        }
        return null;
    }
}
