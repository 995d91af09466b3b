// SPDX-License-Identifier: Apache-2.0
/** The bridge over java.lang.foreign. Imports only {@code netreset.bridge} and the JDK; decides nothing. */
@NullMarked
package netreset.ffm;

import org.jspecify.annotations.NullMarked;
