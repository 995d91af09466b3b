// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import org.jspecify.annotations.Nullable;

/**
 * The thread of control something runs in.
 *
 * @param kind what it is
 * @param name a thread's name; of an interrupt, a DPC or a timer the adapter's; {@code null} if not said
 * @param irql the level it runs at
 */
public record Runs(Kind kind, @Nullable String name, int irql) {
    /** Kinds of threads of control. */
    public enum Kind {
        WORKER,
        ISR,
        DPC,
        TIMER,
        THREAD
    }
}
