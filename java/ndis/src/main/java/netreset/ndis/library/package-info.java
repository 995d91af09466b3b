// SPDX-License-Identifier: Apache-2.0
/** NDIS itself: adapters, their resets, gates, queues, restores. Uses what drivers see, the simulation, rules and trace. */
@NullMarked
package netreset.ndis.library;

import org.jspecify.annotations.NullMarked;
