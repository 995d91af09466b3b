// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** Whether there is a cable: NDIS_MEDIA_CONNECT_STATE. */
public enum MediaConnectState {
    UNKNOWN,
    CONNECTED,
    DISCONNECTED
}
