// SPDX-License-Identifier: Apache-2.0
/**
 * The API: open {@link netreset.NetReset}, list its {@link netreset.Device devices}, ask for a {@link
 * netreset.ResetRequest}, read the {@link netreset.ResetReport}. Records are immutable; only {@code NetReset} knows the
 * backends.
 */
@NullMarked
package netreset;

import org.jspecify.annotations.NullMarked;
