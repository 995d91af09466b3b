// SPDX-License-Identifier: Apache-2.0
/** Tests of the arrows: which package may use which. */
@NullMarked
package netreset.architecture;

import org.jspecify.annotations.NullMarked;
