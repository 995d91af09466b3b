// SPDX-License-Identifier: Apache-2.0
/** The whole of netreset on Windows; run by native/wine, each class in the leg its name ends with. */
@NullMarked
package netreset.windows;

import org.jspecify.annotations.NullMarked;
