// SPDX-License-Identifier: Apache-2.0
@NullMarked
package netreset.linux.guard;

import org.jspecify.annotations.NullMarked;
