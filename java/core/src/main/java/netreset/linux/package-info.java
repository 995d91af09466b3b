// SPDX-License-Identifier: Apache-2.0
/**
 * Linux NICs: which there are, what can be reset on them, the reset itself, and the proof of the return. Uses the seam
 * ({@code netreset.bridge}), the kernel's numbers ({@code abi}) and netlink; only {@code netreset.NetReset} uses it.
 */
@NullMarked
package netreset.linux;

import org.jspecify.annotations.NullMarked;
