// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import netreset.linux.abi.Errno;
import org.jspecify.annotations.Nullable;

/** A netlink call or request that failed. */
public final class NetlinkException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String call;
    private final int errno;
    private final @Nullable String explanation;

    private NetlinkException(
            String message, String call, int errno, @Nullable String explanation, @Nullable Throwable cause) {
        super(message, cause);
        this.call = call;
        this.errno = errno;
        this.explanation = explanation;
    }

    /** The kernel refused: {@code errno} is positive, {@code explanation} its extended acknowledgement's text. */
    public static NetlinkException refused(String call, int errno, @Nullable String explanation) {
        String message = call + ": " + Errno.symbol(errno) + (explanation == null ? "" : " (" + explanation + ")");
        return new NetlinkException(message, call, errno, explanation, null);
    }

    /** The kernel didn't refuse; its answer is missing or can't be used. */
    public static NetlinkException unusable(String call, String why, @Nullable Throwable cause) {
        return new NetlinkException(call + ": " + why, call, 0, null, cause);
    }

    /** What failed: a C function, such as {@code bind}, or a request, such as {@code RTM_GETLINK}. */
    public String call() {
        return call;
    }

    /** The errno, positive; 0 when the kernel gave none because its answer is missing or can't be used. */
    public int errno() {
        return errno;
    }

    /** The kernel's own explanation, verbatim; {@code null} if it gave none. */
    public @Nullable String explanation() {
        return explanation;
    }
}
