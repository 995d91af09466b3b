// SPDX-License-Identifier: Apache-2.0
/** The bridge over JNA's direct mapping. Imports only {@code netreset.bridge} and JNA; decides nothing. */
@NullMarked
package netreset.jna;

import org.jspecify.annotations.NullMarked;
