// SPDX-License-Identifier: Apache-2.0
/** What every bridge must do, tried on the kernel of the machine that runs the tests. */
@NullMarked
package netreset.bridge;

import org.jspecify.annotations.NullMarked;
