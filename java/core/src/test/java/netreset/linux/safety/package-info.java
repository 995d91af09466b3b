// SPDX-License-Identifier: Apache-2.0
@NullMarked
package netreset.linux.safety;

import org.jspecify.annotations.NullMarked;
