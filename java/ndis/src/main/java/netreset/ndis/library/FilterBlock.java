// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.FilterCharacteristics;
import netreset.ndis.FilterContext;
import netreset.ndis.FilterDriver;
import netreset.ndis.FilterDriverHandle;

/** A registered filter driver. */
final class FilterBlock {
    final FilterDriver<FilterContext> driver;
    final FilterCharacteristics characteristics;
    final FilterDriverHandle handle;

    FilterBlock(FilterDriver<FilterContext> driver, FilterCharacteristics characteristics, FilterDriverHandle handle) {
        this.driver = driver;
        this.characteristics = characteristics;
        this.handle = handle;
    }
}
