// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.sim;

import netreset.ndis.Digestible;
import org.jspecify.annotations.Nullable;

/**
 * Something an agent does, step by step; between two steps others may run. It is made once and used again and again, but
 * is at one place at a time: in one agent's queue or on one agent's stack.
 */
public abstract class Activity implements Digestible {
    @Nullable
    Activity following;

    boolean engaged;

    protected Activity() {}

    /** Whether the next step can be done. Looks only, changes nothing. */
    public boolean isReady() {
        return true;
    }

    /** Does one step. Returns true when it was the last. */
    public abstract boolean step();

    /** Whether it is queued or on a stack. */
    public final boolean isEngaged() {
        return engaged;
    }
}
