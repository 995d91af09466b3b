// SPDX-License-Identifier: Apache-2.0
/** Real resets of the lab guest's test NIC on a schedule, and what becomes of their latencies. */
@NullMarked
package netreset.benchmarks.openloop;

import org.jspecify.annotations.NullMarked;
