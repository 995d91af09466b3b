// SPDX-License-Identifier: Apache-2.0
@NullMarked
package netreset.linux.watch;

import org.jspecify.annotations.NullMarked;
