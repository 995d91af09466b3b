// SPDX-License-Identifier: Apache-2.0
/** What the contract says: the numbered rules, the profiles of NDIS versions, and the knobs where its documentation is silent or divided. Uses nothing of ours. */
@NullMarked
package netreset.ndis.rules;

import org.jspecify.annotations.NullMarked;
