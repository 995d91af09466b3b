// SPDX-License-Identifier: Apache-2.0
/**
 * What shows that a NIC works again, beyond its carrier: probes whose answers have to come through it, its counters, and
 * what the kernel wrote about it in its log.
 */
@NullMarked
package netreset.linux.proof;

import org.jspecify.annotations.NullMarked;
