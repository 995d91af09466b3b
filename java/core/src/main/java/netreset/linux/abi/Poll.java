// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <poll.h>}: events of {@link Pollfd}. */
public final class Poll {
    /** Something can be read. */
    public static final int POLLIN = 1;

    /** Something can be written; of a connection under way, that it is there or failed. */
    public static final int POLLOUT = 4;

    /** An error is pending; only ever returned. */
    public static final int POLLERR = 8;

    private Poll() {}
}
