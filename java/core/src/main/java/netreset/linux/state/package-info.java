// SPDX-License-Identifier: Apache-2.0
/** x */
@NullMarked
package netreset.linux.state;

import org.jspecify.annotations.NullMarked;
