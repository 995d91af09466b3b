// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** Why MiniportHaltEx is called: NDIS_HALT_ACTION. */
public enum HaltAction {
    /** The device or its driver is removed or stopped. */
    DISABLED,
    INSTANCE_DEINITIALIZED,
    POWER_OFF,
    SURPRISE_REMOVED,
    /** The driver called NdisMRemoveMiniport. */
    DEVICE_FAILED
}
