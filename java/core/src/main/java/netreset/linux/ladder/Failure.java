// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import netreset.NativeCode;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.linux.abi.Errno;
import netreset.linux.netlink.NetlinkException;
import org.jspecify.annotations.Nullable;

/** Why something wasn't done, for the user: the one door of this package from a number to a reason. */
final class Failure {
    private Failure() {}

    /** A file of sysfs that couldn't be opened: nothing was done. A missing one is what the NIC hasn't got. */
    static ResetException of(Sysfs.Written written) {
        Reason reason = switch (written.errno()) {
            case Errno.EACCES, Errno.EPERM, Errno.EROFS -> Reason.PERMISSION_DENIED;
            case Errno.ENOENT -> Reason.UNSUPPORTED;
            default -> Reason.SYSTEM_CALL_FAILED;
        };
        String what = switch (reason) {
            case PERMISSION_DENIED -> "this process may not write to sysfs: run it as root, with /sys writable";
            case UNSUPPORTED -> "the kernel has no such file for it";
            default -> "sysfs refuses";
        };
        return with(reason, what + "; " + written.fault(), written.errno());
    }

    /** A request that the kernel refused. */
    static ResetException of(NetlinkException e, String notPermitted) {
        String message = String.valueOf(e.getMessage());
        return switch (e.errno()) {
            case Errno.EPERM -> with(Reason.PERMISSION_DENIED, notPermitted + "; " + message, Errno.EPERM);
            case Errno.EOPNOTSUPP -> with(Reason.UNSUPPORTED, message, Errno.EOPNOTSUPP);
            case Errno.ENODEV -> with(Reason.NOT_FOUND, message, Errno.ENODEV);
            case Errno.EBUSY -> with(Reason.BUSY, message, Errno.EBUSY);
            default -> with(Reason.SYSTEM_CALL_FAILED, message, e.errno());
        };
    }

    static ResetException unsupported(String message) {
        return new ResetException(Reason.UNSUPPORTED, message);
    }

    static ResetException with(Reason reason, String message, int errno) {
        return new ResetException(reason, Printable.line(message), errno == 0 ? null : code(errno), null);
    }

    private static @Nullable NativeCode code(int errno) {
        return new NativeCode("errno", errno, Errno.symbol(errno));
    }
}
