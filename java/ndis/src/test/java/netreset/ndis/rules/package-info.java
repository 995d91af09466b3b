// SPDX-License-Identifier: Apache-2.0
/** Tests of knobs and of the catalogue of rules. */
@NullMarked
package netreset.ndis.rules;

import org.jspecify.annotations.NullMarked;
