// SPDX-License-Identifier: Apache-2.0
package netreset.linux.watch;

import netreset.linux.netlink.Link;

/**
 * A link's carrier, as one message of the kernel has it.
 *
 * @param up whether there is a carrier
 * @param on whether the interface is switched on
 * @param changes how often it came or went, unsigned 32 bits; -1 if the kernel (before 3.16) doesn't say
 */
record Carrier(boolean up, boolean on, long changes) {
    private static final long MASK = 0xffffffffL;

    static Carrier of(Link link) {
        Boolean told = link.carrier();
        Long changes = link.carrierChanges();
        return new Carrier(told == null ? link.isLowerUp() : told, link.isUp(), changes == null ? -1 : changes);
    }

    /** How many changes there were since; 0 if nobody counts. A notification may be older than a dump: then below 0. */
    int since(Carrier before) {
        return changes < 0 || before.changes < 0 ? 0 : (int) ((changes - before.changes) & MASK);
    }
}
