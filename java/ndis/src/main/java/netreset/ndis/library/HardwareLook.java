// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Inspectable;

/** Compares a simulated adapter before and after a reset: what is the driver's own to restore, whoever restores the rest. */
final class HardwareLook {
    private long address;
    private int filters;

    void before(Inspectable hardware) {
        address = hardware.currentAddress();
        filters = hardware.coalescingFilters();
    }

    void after(Inspectable hardware, Kernel kernel, String adapter) {
        if (hardware.currentAddress() != address) {
            kernel.violation(
                    77,
                    adapter,
                    String.format("the station address was %012X and is %012X", address, hardware.currentAddress()));
        }
        if (hardware.coalescingFilters() != filters) {
            kernel.violation(
                    76,
                    adapter,
                    "there were " + filters + " coalescing filters and are " + hardware.coalescingFilters());
        }
        if (hardware.coalescingMatches() != 0) {
            kernel.violation(76, adapter, "the coalescing filters' match counter isn't 0");
        }
    }
}
