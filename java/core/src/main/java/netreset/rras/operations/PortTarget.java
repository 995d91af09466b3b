// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import netreset.DeviceId;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import org.jspecify.annotations.Nullable;

/**
 * The port a device id names.
 *
 * @param server {@code null} for this machine's
 */
record PortTarget(@Nullable String server, String port) {
    static final String SCHEME = "ras";

    private static final String SERVER_FOLLOWS = "//";

    /**
     * Reads {@code ras:NAME} or {@code ras://SERVER/NAME}.
     *
     * @throws ResetException INVALID_REQUEST if a part is missing
     */
    static PortTarget of(DeviceId id) throws ResetException {
        if (!id.name().startsWith(SERVER_FOLLOWS)) {
            return new PortTarget(null, id.name());
        }
        String rest = id.name().substring(SERVER_FOLLOWS.length());
        int slash = rest.indexOf('/');
        if (slash < 1 || slash == rest.length() - 1) {
            throw new ResetException(
                    Reason.INVALID_REQUEST,
                    "'" + Printable.brief(id.toString()) + "' names no port: write ras:NAME or ras://SERVER/NAME");
        }
        return new PortTarget(rest.substring(0, slash), rest.substring(slash + 1));
    }
}
