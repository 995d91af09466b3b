// SPDX-License-Identifier: Apache-2.0
/** The kernel's numbers and layouts, compared with the table a C compiler printed. */
@NullMarked
package netreset.linux.abi;

import org.jspecify.annotations.NullMarked;
