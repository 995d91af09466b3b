// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.io.Serial;
import netreset.NativeCode;
import netreset.Reason;
import netreset.ResetException;
import netreset.linux.abi.Errno;
import netreset.linux.netlink.NetlinkException;

/** A system call that failed, before anybody has said what that means for the user. */
final class SystemCallException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final String call;
    private final int errno;

    SystemCallException(String call, int errno) {
        super(call + ": " + Errno.symbol(errno));
        this.call = call;
        this.errno = errno;
    }

    /** The result of a call that returns {@code -errno} when it fails. */
    static int check(String call, int result) throws SystemCallException {
        if (result < 0) {
            throw new SystemCallException(call, -result);
        }
        return result;
    }

    /** Likewise. */
    static long check(String call, long result) throws SystemCallException {
        if (result < 0) {
            throw new SystemCallException(call, (int) -result);
        }
        return result;
    }

    int errno() {
        return errno;
    }

    /** The number with its name. */
    static NativeCode code(int errno) {
        return new NativeCode("errno", errno, Errno.symbol(errno));
    }

    /** For the user, where the call says it all: a kernel or sandbox that won't have it, or something unforeseen. */
    ResetException explained() {
        return explained(call, errno, this);
    }

    /** Likewise for netlink. */
    static ResetException explained(NetlinkException e) {
        return explained(e.getMessage() == null ? e.call() : e.getMessage(), e.errno(), e);
    }

    private static ResetException explained(String call, int errno, Exception cause) {
        boolean forbidden =
                errno == Errno.ENOSYS || errno == Errno.EAFNOSUPPORT || errno == Errno.EPERM || errno == Errno.EACCES;
        return forbidden
                ? new ResetException(
                        Reason.PLATFORM_UNSUPPORTED,
                        "this kernel or sandbox doesn't allow " + call + " (" + Errno.symbol(errno) + ")",
                        code(errno),
                        cause)
                : new ResetException(
                        Reason.SYSTEM_CALL_FAILED,
                        call + " failed" + (errno == 0 ? "" : " with " + Errno.symbol(errno)),
                        errno == 0 ? null : code(errno),
                        cause);
    }
}
