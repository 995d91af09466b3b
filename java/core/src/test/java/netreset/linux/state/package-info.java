// SPDX-License-Identifier: Apache-2.0
@NullMarked
package netreset.linux.state;

import org.jspecify.annotations.NullMarked;
