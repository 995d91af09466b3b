// SPDX-License-Identifier: Apache-2.0
/** Tests of what numbers mean. */
@NullMarked
package netreset.ndis.decode;

import org.jspecify.annotations.NullMarked;
