// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

/** The operational states of an adapter; a reset changes none of them. */
public enum AdapterState {
    HALTED,
    SHUTDOWN,
    INITIALIZING,
    PAUSED,
    RESTARTING,
    RUNNING,
    PAUSING
}
