// SPDX-License-Identifier: Apache-2.0
/** Holds constants against what a C compiler printed of them. */
@NullMarked
package netreset.abi;

import org.jspecify.annotations.NullMarked;
