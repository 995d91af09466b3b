// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

/** How far a reset is. */
public enum ResetState {
    IDLE,
    /** Asked for; a work item will do it. */
    QUEUED,
    /** The gate is closed, RESET_START goes out. */
    ANNOUNCING,
    /** MiniportResetEx runs. */
    IN_HANDLER,
    /** MiniportResetEx runs, and NdisMResetComplete was called already. */
    EARLY_DONE,
    /** MiniportResetEx returned PENDING. */
    PENDING,
    /** NDIS sets the addressing again. */
    RESTORING,
    /** The gate is open, RESET_END goes out. */
    ENDING
}
