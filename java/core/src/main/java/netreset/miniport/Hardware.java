// SPDX-License-Identifier: Apache-2.0
package netreset.miniport;

import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetReport;

/** What is behind an adapter. */
public interface Hardware {
    /** As events name it, such as {@code nic:eth1}. */
    String name();

    /** Whether it is a real device. */
    boolean isReal();

    /**
     * Resets it, and watches its return as far as asked for. Blocks.
     *
     * @param listener told, on a thread of its own, of what happens
     * @throws ResetException if nothing was reset
     */
    ResetReport reset(ResetListener listener) throws ResetException;
}
