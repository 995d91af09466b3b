// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.List;
import netreset.ResetException;
import netreset.linux.netlink.Link;

/** Keeps a NIC's state before an act that loses it, and puts it back afterwards. */
public interface Restore {
    /**
     * Keeps the state.
     *
     * @throws ResetException if it can't be read: nothing is done to the NIC then
     */
    Saved save(Target target) throws ResetException;

    /** State that was kept. */
    interface Saved {
        /**
         * Puts it back.
         *
         * @param now the NIC's interface, maybe another than before
         * @return what was put back and what couldn't be, one sentence each
         */
        List<String> putBack(Link now);

        /** The same as text, for another process to put back if this one dies; empty if there is nothing to it. */
        default String text() {
            return "";
        }
    }
}
