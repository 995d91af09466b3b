// SPDX-License-Identifier: Apache-2.0
package netreset;

/** Hears of events while a reset runs, on netreset's own thread: return quickly, and throw nothing. */
@FunctionalInterface
public interface ResetListener {
    /** Hears nothing. */
    ResetListener NONE = event -> {};

    void onEvent(ResetEvent event);
}
