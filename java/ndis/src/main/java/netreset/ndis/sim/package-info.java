// SPDX-License-Identifier: Apache-2.0
/** Virtual time and threads of control: who steps when. Knows nothing of NDIS but what an event and a digest are. */
@NullMarked
package netreset.ndis.sim;

import org.jspecify.annotations.NullMarked;
