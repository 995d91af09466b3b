// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.util.HashMap;
import java.util.Map;
import netreset.linux.abi.Errno;
import netreset.linux.netlink.NetlinkException;
import org.jspecify.annotations.Nullable;

/** Why what couldn't be put back couldn't, by its line; the last reason counts. */
final class Reasons {
    private static final String UNKNOWN = "it isn't there, and nothing refused it";

    private final Map<String, Loss> losses = new HashMap<>();

    /** Something to try. */
    interface Attempt {
        void run() throws NetlinkException, MissingLinkException;
    }

    /** Tries; false if it was refused, which is written down. */
    boolean attempt(String what, Attempt attempt) {
        return failure(what, attempt) == 0;
    }

    /** Tries; the errno it was refused with, which is written down; 0: it wasn't, -1: without a number. */
    int failure(String what, Attempt attempt) {
        try {
            attempt.run();
            return 0;
        } catch (NetlinkException e) {
            put(what, explained(e), e.errno());
            return e.errno() == 0 ? -1 : e.errno();
        } catch (MissingLinkException e) {
            put(what, String.valueOf(e.getMessage()), 0);
            return -1;
        }
    }

    /** The kernel's own words, or else the number's name. */
    private static String explained(NetlinkException e) {
        String message = String.valueOf(e.getMessage());
        boolean forbidden = e.errno() == Errno.EPERM || e.errno() == Errno.EACCES;
        return forbidden && e.explanation() == null ? message + ", which needs CAP_NET_ADMIN" : message;
    }

    void put(String what, String reason) {
        put(what, reason, 0);
    }

    private void put(String what, String reason, int errno) {
        losses.put(what, new Loss(what, reason, errno));
    }

    Loss of(String what) {
        @Nullable Loss known = losses.get(what);
        return known == null ? new Loss(what, UNKNOWN, 0) : known;
    }
}
