// SPDX-License-Identifier: Apache-2.0
@NullMarked
package netreset.ndis.picture;

import org.jspecify.annotations.NullMarked;
