// SPDX-License-Identifier: Apache-2.0
/**
 * The seam: one small interface per C library, at the C function, with the C name. Imports nothing of netreset; every
 * implementation lives in a module of its own (ffm, jna) and holds no logic.
 */
@NullMarked
package netreset.bridge;

import org.jspecify.annotations.NullMarked;
