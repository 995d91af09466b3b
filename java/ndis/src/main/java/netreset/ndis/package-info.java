// SPDX-License-Identifier: Apache-2.0
/** NDIS as a driver sees it: handles, statuses, the calls down and up. What it does is decided in {@code library}. */
@NullMarked
package netreset.ndis;

import org.jspecify.annotations.NullMarked;
