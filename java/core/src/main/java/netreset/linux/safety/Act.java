// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

import netreset.Rung;

/**
 * What is meant to be done to a NIC.
 *
 * @param rung how far it reaches on the NIC itself
 * @param wholeChip whether it reaches the other functions of the chip: a chip-wide mask, firmware, a reset of the bus
 */
public record Act(Rung rung, boolean wholeChip) {}
