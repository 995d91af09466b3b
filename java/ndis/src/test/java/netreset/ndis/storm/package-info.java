// SPDX-License-Identifier: Apache-2.0
/** Storms: random machines whose drivers do all that they may, and whose NDIS has to keep its word. */
@NullMarked
package netreset.ndis.storm;

import org.jspecify.annotations.NullMarked;
