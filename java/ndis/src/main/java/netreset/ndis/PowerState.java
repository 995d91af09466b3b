// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** Device power states: NDIS_DEVICE_POWER_STATE. */
public enum PowerState {
    D0,
    D1,
    D2,
    D3
}
