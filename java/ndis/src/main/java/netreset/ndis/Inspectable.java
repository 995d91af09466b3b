// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/**
 * An adapter context that lets the model look at its simulated hardware, to see what a reset did to it. No driver has such
 * a thing; whatever isn't inspectable isn't checked.
 */
public interface Inspectable {
    /** The station address in use. */
    long currentAddress();

    /** How many packet-coalescing receive filters the hardware holds. */
    default int coalescingFilters() {
        return 0;
    }

    /** How many packets matched them since they were set, or since the last reset. */
    default long coalescingMatches() {
        return 0;
    }
}
