// SPDX-License-Identifier: Apache-2.0
/** Miniport drivers ready for use: a well-behaved one, and some that do to a reset what real ones do. */
@NullMarked
package netreset.ndis.miniports;

import org.jspecify.annotations.NullMarked;
