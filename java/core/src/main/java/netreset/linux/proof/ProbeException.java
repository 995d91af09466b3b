// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

import netreset.NativeCode;
import netreset.Reason;
import netreset.ResetException;
import netreset.linux.abi.Errno;

/** A probe can't be made ready. */
final class ProbeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int errno;

    /** @param errno why the call failed; 0 if {@code call} says it all */
    ProbeException(String call, int errno) {
        super(errno == 0 ? call : call + ": " + Errno.symbol(errno));
        this.errno = errno;
    }

    static void check(String call, int result) throws ProbeException {
        if (result < 0) {
            throw new ProbeException(call, -result);
        }
    }

    /** For the user, before anything was touched. */
    ResetException explained(String what) {
        boolean denied = errno == Errno.EPERM || errno == Errno.EACCES;
        return new ResetException(
                denied ? Reason.PERMISSION_DENIED : errno == 0 ? Reason.INVALID_REQUEST : Reason.SYSTEM_CALL_FAILED,
                what + " can't be probed: " + getMessage()
                        + (denied ? "; it needs CAP_NET_RAW, or CAP_NET_ADMIN for gateway and neighbour" : ""),
                errno == 0 ? null : new NativeCode("errno", errno, Errno.symbol(errno)),
                this);
    }
}
