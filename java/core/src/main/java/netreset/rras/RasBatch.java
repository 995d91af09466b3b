// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import netreset.ResetException;

/** Work on a server's own thread: as many calls as wanted, for one hop to that thread. */
@FunctionalInterface
public interface RasBatch<T> {
    /**
     * Makes calls.
     *
     * @param session good on this thread, and until this method returns
     * @throws ResetException passed on to whoever asked for the batch
     */
    T run(RasSession session) throws ResetException;
}
