// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** What MiniportDevicePnPEventNotify is told: NDIS_DEVICE_PNP_EVENT. */
public enum DevicePnPEvent {
    SURPRISE_REMOVED,
    POWER_PROFILE_CHANGED
}
