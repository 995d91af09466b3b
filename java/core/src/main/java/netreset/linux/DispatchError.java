// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.linux.abi.Errno;
import org.jspecify.annotations.Nullable;

/**
 * What an errno of ETHTOOL_RESET means: the one door from the number to a reason. The order of the kernel's checks is in
 * net/core/dev_ioctl.c and net/ethtool/ioctl.c.
 */
final class DispatchError {
    private DispatchError() {}

    /** The process may not reset anything in this network namespace. */
    static ResetException notPermitted(String name) {
        return exception(
                Reason.PERMISSION_DENIED,
                "resetting " + Printable.brief(name)
                        + " needs CAP_NET_ADMIN in the user namespace that owns its network namespace: run it as root there",
                Errno.EPERM);
    }

    /** The driver has no reset. */
    static ResetException unsupported(String name, @Nullable String driver) {
        return exception(
                Reason.UNSUPPORTED,
                Printable.brief(name) + " can't be reset so: its driver" + named(driver) + " has no ETHTOOL_RESET",
                Errno.EOPNOTSUPP);
    }

    /** The driver has detached its device: suspended, in another reset, or in error recovery. */
    static ResetException detached(String name) {
        return exception(
                Reason.DETACHED,
                Printable.brief(name) + " is there, but its driver has detached it: suspended, resetting or recovering",
                Errno.ENODEV);
    }

    /** The interface is gone. */
    static ResetException vanished(String name) {
        return exception(
                Reason.NOT_FOUND,
                Printable.brief(name) + " vanished before it was reset; nothing was done",
                Errno.ENODEV);
    }

    /**
     * Explains a failed dispatch after which nothing can have happened.
     *
     * @param found the NIC as it was planned for
     * @param bits what was asked for
     * @param stillThere whether the interface is still in the kernel's list
     * @return {@code null} if the driver was called and failed: side effects are possible
     */
    static @Nullable ResetException harmless(int errno, Nics.Found found, int bits, boolean stillThere) {
        String name = found.link().name();
        return switch (errno) {
            case Errno.ENODEV -> stillThere ? detached(name) : vanished(name);
            case Errno.EPERM -> notPermitted(name);
            case Errno.EOPNOTSUPP ->
                found.answer() == ResetProbe.Answer.IMPLEMENTED
                        ? rejected(found, bits, errno)
                        : unsupported(name, found.nic().driver());
            case Errno.EINVAL -> rejected(found, bits, errno);
            case Errno.EBUSY ->
                exception(
                        Reason.BUSY,
                        Printable.brief(name) + " is busy with another reset or a firmware update: try again later",
                        errno);
            case Errno.EFAULT ->
                exception(Reason.DEFECT, "the kernel couldn't read netreset's request: please report this", errno);
            default -> null;
        };
    }

    private static ResetException rejected(Nics.Found found, int bits, int errno) {
        DriverRecipe recipe = DriverRecipe.of(found.nic().driver());
        return exception(
                Reason.FLAGS_REJECTED,
                "the driver" + named(found.nic().driver()) + " doesn't reset "
                        + ResetFlags.mask(bits).hex() + " of "
                        + Printable.brief(found.link().name()) + ", or not in this state"
                        + (recipe == null ? "" : "; it has: " + recipe.offers()),
                errno);
    }

    private static String named(@Nullable String driver) {
        return driver == null ? "" : " " + Printable.brief(driver);
    }

    private static ResetException exception(Reason reason, String message, int errno) {
        return new ResetException(
                reason, message + " (" + Errno.symbol(errno) + ")", SystemCallException.code(errno), null);
    }
}
