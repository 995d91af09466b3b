// SPDX-License-Identifier: Apache-2.0
/** Files that say what was done to a machine: one JSON object a line, on the disk before the deed. */
@NullMarked
package netreset.audit;

import org.jspecify.annotations.NullMarked;
