// SPDX-License-Identifier: Apache-2.0
/** What numbers of NDIS mean, and what names stand for: statuses, OIDs, bug checks, event log codes. Uses nothing of ours. */
@NullMarked
package netreset.ndis.decode;

import org.jspecify.annotations.NullMarked;
