// SPDX-License-Identifier: Apache-2.0
package netreset;

/**
 * Something that happened during a reset.
 *
 * @param device the device
 * @param atNanos when: nanoseconds since the dispatch, on the monotonic clock; before it negative
 * @param what what happened
 * @param text the same for a person, in a few words
 */
public record ResetEvent(DeviceId device, long atNanos, What what, String text) {
    /** What can happen. */
    public enum What {
        /** The call is being made. */
        DISPATCHED,
        /** The call came back. */
        RETURNED,
        /** The link no longer passes traffic. */
        LINK_LOST,
        /** The link passes traffic again; whether it stays so isn't known yet. */
        LINK_BACK,
        /** The interface is gone. */
        VANISHED,
        /** The same hardware has another interface. */
        FOUND_AGAIN,
        /** The kernel lost notifications: times are approximate from here on. */
        NOTIFICATIONS_LOST
    }
}
