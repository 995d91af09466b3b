// SPDX-License-Identifier: Apache-2.0
/** Connection-oriented NDIS: clients, call managers, and miniports that are call managers of their own. */
@NullMarked
package netreset.ndis.condis;

import org.jspecify.annotations.NullMarked;
