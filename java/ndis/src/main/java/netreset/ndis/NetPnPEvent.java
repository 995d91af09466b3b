// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** What ProtocolNetPnPEvent is told: NET_PNP_EVENT_CODE. */
public enum NetPnPEvent {
    /** No more sends: those that are out have to come back before the adapter is paused. */
    PAUSE,
    RESTART,
    SET_POWER
}
