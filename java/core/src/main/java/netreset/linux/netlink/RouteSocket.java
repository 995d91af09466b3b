// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.util.List;
import java.util.Optional;
import netreset.bridge.Libc;

/**
 * Asks the kernel about the links of one network namespace: the one the thread that calls {@link #open} is in. Bound to
 * no thread afterwards, but used by one at a time.
 *
 * <p>Waiting for an answer is bounded. Sending is not: the kernel works on a request inside sendto, under the lock of
 * all link configuration, and while something holds that lock (a slow reset, a broken driver) the calling thread is
 * stuck in the kernel.
 */
public final class RouteSocket implements AutoCloseable {
    private RouteSocket() {}

    /** @throws NetlinkException if the socket can't be opened */
    public static RouteSocket open(Libc libc) throws NetlinkException {
        throw new UnsupportedOperationException(libc.toString());
    }

    /** All links; {@link #dump} without its flag. */
    public List<Link> links() throws NetlinkException {
        return dump().links();
    }

    /**
     * All links, asked for again (a bounded number of times) while they change during the answer.
     *
     * @throws NetlinkException if the kernel refuses, or its answer is malformed or doesn't end in time
     */
    public LinkDump dump() throws NetlinkException {
        throw new UnsupportedOperationException();
    }

    /**
     * The link with an ifindex; empty if there is none.
     *
     * @param index above 0
     * @throws NetlinkException as {@link #dump}
     */
    public Optional<Link> link(int index) throws NetlinkException {
        throw new UnsupportedOperationException("" + index);
    }

    /** Closes the socket; again does nothing. */
    @Override
    public void close() {}
}
