// SPDX-License-Identifier: Apache-2.0
/** The numbers and layouts of mprapi.dll, compared with the table a C compiler printed. */
@NullMarked
package netreset.rras.abi;

import org.jspecify.annotations.NullMarked;
