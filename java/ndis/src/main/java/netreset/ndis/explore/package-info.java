// SPDX-License-Identifier: Apache-2.0
/**
 * Runs every interleaving of a model's agents: depth first, by running again from the start; states met before are cut off,
 * and so are orders of steps that have nothing to do with each other. Uses the simulation and nothing else of ours.
 */
@NullMarked
package netreset.ndis.explore;

import org.jspecify.annotations.NullMarked;
