// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.util.List;
import netreset.bridge.Libc;

/**
 * Listens to what happens to the links of one network namespace, the one the thread that calls {@link #open} is in, from
 * {@link #open} on. Bound to no thread afterwards, but used by one at a time.
 */
public final class LinkEvents implements AutoCloseable {
    private LinkEvents() {}

    /** @throws NetlinkException if the socket can't be opened or can't join the group */
    public static LinkEvents open(Libc libc) throws NetlinkException {
        throw new UnsupportedOperationException(libc.toString());
    }

    /**
     * Waits for the next datagram and returns what it says, in order.
     *
     * @param timeoutMillis how long to wait, 0 not at all
     * @return empty if nothing came in time
     * @throws NetlinkException if the socket fails or a message is malformed
     */
    public List<LinkEvent> receive(int timeoutMillis) throws NetlinkException {
        throw new UnsupportedOperationException("" + timeoutMillis);
    }

    /** Closes the socket; again does nothing. */
    @Override
    public void close() {}
}
