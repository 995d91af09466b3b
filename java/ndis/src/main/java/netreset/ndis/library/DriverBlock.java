// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.AdapterContext;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.MiniportDriver;
import netreset.ndis.MiniportDriverHandle;

/** A registered miniport driver. */
final class DriverBlock {
    final MiniportDriver<AdapterContext> driver;
    final MiniportCharacteristics characteristics;
    final MiniportDriverHandle handle;

    DriverBlock(
            MiniportDriver<AdapterContext> driver,
            MiniportCharacteristics characteristics,
            MiniportDriverHandle handle) {
        this.driver = driver;
        this.characteristics = characteristics;
        this.handle = handle;
    }
}
