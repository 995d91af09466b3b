// SPDX-License-Identifier: Apache-2.0
/** What happened, as a list of events. Uses statuses and nothing else of ours. */
@NullMarked
package netreset.ndis.trace;

import org.jspecify.annotations.NullMarked;
