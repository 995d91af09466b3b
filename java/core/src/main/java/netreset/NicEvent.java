// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.time.Instant;

/**
 * Something a {@link NicWatch} saw of a NIC.
 *
 * @param device the NIC by its name at that time; {@code nic:*} where it is about all of them
 * @param index its ifindex; 0 where it is about all
 * @param what what was seen
 * @param at when, by the wall clock, which may be set
 * @param atNanos when: nanoseconds since the watch began, on the monotonic clock
 * @param approximate that it may have happened earlier, as it was found by comparing and not told by a notification
 * @param text the same for a person, in a few words
 */
public record NicEvent(
        DeviceId device, int index, What what, Instant at, long atNanos, boolean approximate, String text) {
    /** What can be seen. */
    public enum What {
        /** The link is away, and nobody switched the interface off. */
        CARRIER_LOST(false),
        /** The link is there again. */
        CARRIER_BACK(false),
        /** The link went and came back, which only its counters tell. */
        CARRIER_BLINKED(false),
        /** So many changes of the carrier in so short a time that it is no single fault. Told once, until it was calm. */
        FLAPPING(false),
        /** The kernel found a transmit queue stuck, and let the driver reset itself. */
        TX_TIMEOUT(true),
        /** A devlink health reporter is in error: its driver gave up recovering. */
        REPORTER_ERROR(true),
        /** A devlink health reporter is well again. */
        REPORTER_HEALTHY(false),
        /** The interface was switched off. */
        SWITCHED_OFF(false),
        /** The interface was switched on. */
        SWITCHED_ON(false),
        /** The interface has another name. */
        RENAMED(false),
        /** The interface is gone. */
        VANISHED(false),
        /** The interface is there, anew. */
        APPEARED(false),
        /** The kernel lost notifications; how things are is read anew. */
        NOTIFICATIONS_LOST(false);

        private final boolean sign;

        What(boolean sign) {
            this.sign = sign;
        }

        /** Whether it alone says that the NIC hangs, or did. A lost carrier does so only if it doesn't come back. */
        public boolean isSignOfHang() {
            return sign;
        }
    }
}
