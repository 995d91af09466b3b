// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

/**
 * What is meant to be done to a NIC.
 *
 * @param rung its rung on the ladder, 0 (autonegotiation) to 9 (the bus above)
 * @param wholeChip whether it reaches the other functions of the chip: a chip-wide mask, firmware, a reset of the bus
 */
public record Act(int rung, boolean wholeChip) {}
