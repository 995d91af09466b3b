// SPDX-License-Identifier: Apache-2.0
/**
 * Sees what happens to NICs: a pure judge of what it is shown ({@code Judge}), and what shows it the kernel's
 * notifications, its links, its counters of transmit timeouts and its health reporters ({@code LinuxWatch}).
 */
@NullMarked
package netreset.linux.watch;

import org.jspecify.annotations.NullMarked;
