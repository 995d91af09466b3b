// SPDX-License-Identifier: Apache-2.0
/**
 * Keeps processes from each other's NICs, and remembers what one of them was at when it died: locks, how often a NIC may
 * be reset, a journal of the operation under way, and an audit trail. Files and clocks; knows no NIC.
 */
@NullMarked
package netreset.linux.guard;

import org.jspecify.annotations.NullMarked;
